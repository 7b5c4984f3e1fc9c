"""What rules are about: goal tables, their indicators, calculations and so on, each with the table that it is in."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property

import attrs

from perfrules.names import comparable
from perfrules.review.calculations import WrittenCalculation, calculations_in
from perfrules.review.parts import AmountView, CalculationView, CategoryView, Known, QuarterView, SourceView
from perfrules.review.prose import thing_counted, word_after
from perfrules.source import Place
from perfrules.tables import GoalTable, Indicator, Level
from perfrules.targets.finding import find

MOST_NAMED = 4
"""Objects that say the same of which a message names each; more are no help to anybody."""

LONGEST_TEXT = 20_000
"""Characters of a goal that are searched for targets."""

_SATISFACTION = "满意度"
_MOST_VARIANTS = 100


@attrs.define(eq=False, slots=False)
class Portfolio:
    """All tables that are reviewed together, with an index that keeps comparing them from costing their square.

    >>> tables = Portfolio.of([GoalTable("甲", department="一局"), GoalTable("乙", department="一局")])
    >>> [view.table.name for view in tables.tables[0].colleagues]
    ['乙']
    """

    tables: tuple["TableView", ...] = ()

    @classmethod
    def of(cls, tables: Iterable[GoalTable], former: Iterable[GoalTable] = ()) -> "Portfolio":
        """Put tables together; `former` are those of last year, found by the names of their projects."""
        portfolio, last_year = cls(), cls()
        last_year.tables = tuple(TableView(table, last_year) for table in former)
        by_name = {comparable(view.table.name): view for view in last_year.tables}
        portfolio.tables = tuple(TableView(table, portfolio, by_name.get(comparable(table.name))) for table in tables)
        return portfolio

    @cached_property
    def by_department(self) -> dict[tuple[str, int | None], list["TableView"]]:
        """The tables of each department and year; those that name none belong to nobody."""
        found: dict[tuple[str, int | None], list[TableView]] = {}
        for view in self.tables:
            if view.table.department:
                found.setdefault((comparable(view.table.department), view.table.year), []).append(view)
        return found

    @cached_property
    def by_indicator(self) -> dict[tuple[str, int | None, str], dict[tuple[str, str], list["IndicatorView"]]]:
        """The indicators of each department and year by their names, and under each by description and target.

        Of those that say the same, no more are kept than a message can name.
        """
        found: dict[tuple[str, int | None, str], dict[tuple[str, str], list[IndicatorView]]] = {}
        for (department, year), views in self.by_department.items():
            for each in (each for view in views for each in view.indicators):
                variants = found.setdefault((department, year, comparable(each.indicator.name)), {})
                same = variants.setdefault((comparable(each.indicator.description), each.indicator.target.text), [])
                if len(same) < MOST_NAMED and (not same or same[-1].table is not each.table):
                    same.append(each)
        return found

    @cached_property
    def project_names(self) -> dict[int, set[str]]:
        """The names of all projects, by their lengths, so that a text is searched for all of them at once."""
        found: dict[int, set[str]] = {}
        for view in self.tables:
            if view.table.level is Level.PROJECT:
                found.setdefault(len(view.table.name), set()).add(view.table.name)
        return found


@attrs.define(eq=False, slots=False)
class TableView:
    """A goal table among those that are reviewed with it; `former` is that of the same project last year."""

    table: GoalTable
    portfolio: Portfolio = attrs.field(factory=Portfolio, repr=False)
    former: "TableView | None" = None
    known: Known = attrs.field(factory=dict, repr=False)

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.table.name

    @property
    def place(self) -> Place | None:
        """Where it stands."""
        return self.table.place

    def place_of(self, field: str) -> Place | None:
        """Where a field stands; the table where that is not known."""
        return self.table.places.get(field, self.table.place)

    @cached_property
    def indicators(self) -> tuple["IndicatorView", ...]:
        """Its indicators."""
        return tuple(IndicatorView(each, self) for each in self.table.indicators)

    @cached_property
    def categories(self) -> tuple[CategoryView, ...]:
        """Its 一级指标, in the order in which they are first written."""
        found: dict[str, list[IndicatorView]] = {}
        for each in self.indicators:
            found.setdefault(each.indicator.category, []).append(each)
        return tuple(CategoryView(name, tuple(each), self) for name, each in found.items() if name)

    @cached_property
    def quarters(self) -> tuple[QuarterView, ...]:
        """Its payment plan."""
        plan = self.table.plan
        return tuple(
            QuarterView(number, share, plan[number - 2] if number > 1 else Decimal(0), self)
            for number, share in enumerate(plan, 1)
        )

    @cached_property
    def sources(self) -> tuple[SourceView, ...]:
        """The parts of its budget."""
        return tuple(SourceView(each, self) for each in self.table.budget.sources)

    @cached_property
    def calculations(self) -> tuple[CalculationView, ...]:
        """Its calculations: those in fields of their own, and those that are written out in its text on the money."""
        written = [WrittenCalculation(each.text, each.factors, each.result) for each in self.table.calculations]
        known = {comparable(each.text) for each in written}
        found = (each for each in calculations_in(self.table.budget.purpose) if comparable(each.text) not in known)
        return tuple(CalculationView(each, self) for each in (*written, *found))

    @cached_property
    def amounts(self) -> tuple[AmountView, ...]:
        """The targets that its goals state in words."""
        goals = (goal[:LONGEST_TEXT] for goal in self.table.goals)
        return tuple(
            AmountView(found, word_after(goal, found.span.end), self)
            for goal in goals
            for found in find(goal, year=self.table.year)
        )

    @cached_property
    def by_name(self) -> dict[str, list["IndicatorView"]]:
        """Its indicators by their names."""
        found: dict[str, list[IndicatorView]] = {}
        for each in self.indicators:
            found.setdefault(comparable(each.indicator.name), []).append(each)
        return found

    @cached_property
    def by_thing(self) -> dict[str, list["IndicatorView"]]:
        """Its indicators by what they count: 培训教师 for 培训教师人数."""
        found: dict[str, list[IndicatorView]] = {}
        for each in self.indicators:
            found.setdefault(thing_counted(each.indicator.name), []).append(each)
        return found

    @cached_property
    def loosest_satisfaction(self) -> tuple["IndicatorView", ...]:
        """The satisfaction targets of the other tables of the department: for each way to write one, the first."""
        found: dict[str, IndicatorView] = {}
        for each in (each for view in self.colleagues for each in view.indicators):
            if _SATISFACTION in each.indicator.name:
                found.setdefault(each.indicator.target.canonical, each)
        return tuple(found.values())[:_MOST_VARIANTS]

    @property
    def colleagues(self) -> Iterator["TableView"]:
        """The other tables of the same department and year."""
        table = self.table
        if table.department:
            views = self.portfolio.by_department.get((comparable(table.department), table.year), [])
            yield from (view for view in views if view is not self)


@attrs.define(eq=False)
class IndicatorView:
    """An indicator in its table."""

    indicator: Indicator
    table: TableView = attrs.field(repr=False)
    known: Known = attrs.field(factory=dict, repr=False)

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.indicator.name

    @property
    def place(self) -> Place | None:
        """Where it stands."""
        return self.indicator.place or self.table.place


View = TableView | IndicatorView | CategoryView | QuarterView | SourceView | CalculationView | AmountView
"""What facts are asked about."""
