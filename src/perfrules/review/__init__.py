"""Review of goal tables: the objects and facts that rules are about, the rules, and what they find."""

from perfrules.review.fact import Fact, ObjectKind
from perfrules.review.finding import Finding, Review
from perfrules.review.objects import OBJECT_KINDS, Thing, things
from perfrules.review.rule import Criterion, ReviewRule, RuleParameter, WordList
from perfrules.review.run import review
from perfrules.review.settings import Configured, RuleSetting, configured
from perfrules.review.views import Portfolio, TableView

__all__ = [
    "OBJECT_KINDS",
    "Configured",
    "Criterion",
    "Fact",
    "Finding",
    "ObjectKind",
    "Portfolio",
    "Review",
    "ReviewRule",
    "RuleParameter",
    "RuleSetting",
    "TableView",
    "Thing",
    "WordList",
    "configured",
    "review",
    "things",
]
