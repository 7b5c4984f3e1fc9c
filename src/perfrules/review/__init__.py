"""Review of goal tables: the objects and facts that rules are about."""

from perfrules.review.fact import Fact, ObjectKind
from perfrules.review.objects import OBJECT_KINDS, Thing, things
from perfrules.review.views import Portfolio, TableView

__all__ = ["OBJECT_KINDS", "Fact", "ObjectKind", "Portfolio", "TableView", "Thing", "things"]
