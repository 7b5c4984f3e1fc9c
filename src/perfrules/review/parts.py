"""The parts of a goal table that rules are about, besides its indicators: classes, quarters, sources, calculations."""

from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from perfrules.names import category_of
from perfrules.review.calculations import WrittenCalculation
from perfrules.source import Place
from perfrules.tables import FundingSource
from perfrules.targets.finding import Found

if TYPE_CHECKING:
    from perfrules.review.views import IndicatorView, TableView

Known = dict[str, object]
"""Facts that were asked for already."""


@attrs.define(eq=False)
class CategoryView:
    """A 一级指标 of a table, as it is written, with its indicators."""

    written: str
    indicators: tuple["IndicatorView", ...]
    table: "TableView" = attrs.field(repr=False)
    known: Known = attrs.field(factory=dict, repr=False)

    @property
    def name(self) -> str:
        """What messages call it."""
        return category_of(self.written) or self.written

    @property
    def place(self) -> Place | None:
        """Where it stands: nothing is kept of the heading, so at its first indicator."""
        return self.indicators[0].place


@attrs.define(eq=False)
class QuarterView:
    """A quarter of the payment plan: the cumulative share at its end, and at the end of the one before."""

    number: int
    share: Decimal
    before: Decimal
    table: "TableView" = attrs.field(repr=False)
    known: Known = attrs.field(factory=dict, repr=False)

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"第{'一二三四'[self.number - 1]}季度"

    @property
    def place(self) -> Place | None:
        """Where it stands."""
        return self.table.place_of("支出计划")


@attrs.define(eq=False)
class SourceView:
    """A part of the budget."""

    source: FundingSource
    table: "TableView" = attrs.field(repr=False)
    known: Known = attrs.field(factory=dict, repr=False)

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.source.name

    @property
    def place(self) -> Place | None:
        """Where it stands."""
        return self.table.place_of("预算数")


@attrs.define(eq=False)
class CalculationView:
    """A calculation of the budget."""

    calculation: WrittenCalculation
    table: "TableView" = attrs.field(repr=False)
    known: Known = attrs.field(factory=dict, repr=False)

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.calculation.text

    @property
    def place(self) -> Place | None:
        """Where it stands."""
        return self.table.place_of("资金用途")


@attrs.define(eq=False)
class AmountView:
    """A target that a goal states in words; `after` is the word behind it that its clause ends with: 12个村."""

    found: Found
    after: str
    table: "TableView" = attrs.field(repr=False)
    known: Known = attrs.field(factory=dict, repr=False)

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.found.phrase or self.found.text

    @property
    def place(self) -> Place | None:
        """Where it stands."""
        return self.table.place_of("目标")
