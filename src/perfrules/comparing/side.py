"""One side of a comparison: tables and lines, as far as a ruleset or a written report has them."""

from collections.abc import Iterable, Mapping
from enum import Enum
from fractions import Fraction

import attrs

from perfrules.comparing.change import Kind
from perfrules.report.wording import percent_text, range_text
from perfrules.source import Place
from perfrules.tables import GoalTable, Indicator
from perfrules.targets import Target


class SideKind(Enum):
    """What a side is; only sides of one kind are compared."""

    TABLES = "目标表"
    REPORT = "评分结果"
    PROGRESS = "监控结果"
    REVIEW = "审核结果"
    AUDIT = "核对结果"


@attrs.frozen
class SideScore:
    """Points as a range, with what they may have come from. `judgement` is the score that a person gave."""

    low: Fraction
    high: Fraction
    actual: str = ""
    baseline: str = ""
    judgement: str = ""
    place: str = ""

    @property
    def text(self) -> str:
        """The points, or their range while they are open."""
        return f"{range_text(self.low, self.high)}分"


@attrs.frozen
class SideLine:
    """An indicator, or the money of a table. `score` is None in a table that is not scored.

    `values` are what else stands there and is compared as text, each by the kind of its change; `basis` is what the
    last of them rests on.
    """

    name: str
    category: str
    subcategory: str
    target: Target
    weight: Fraction | None = None
    score: SideScore | None = None
    place: str = ""
    values: Mapping[Kind, str] = attrs.field(factory=dict)
    basis: str = ""


@attrs.frozen
class SideFinding:
    """A finding of a review; `rule` and `subject` tell it from the others of its table."""

    rule: str
    subject: str
    text: str
    place: str = ""


@attrs.frozen
class SideTable:
    """A table. `total` and `grade` are texts; empty where it is not scored. `values` are as in :class:`SideLine`."""

    name: str
    year: int | None = None
    lines: tuple[SideLine, ...] = ()
    budget: str = ""
    spent: str = ""
    execution: SideScore | None = None
    plan: str = ""
    scheme: str = ""
    total: str = ""
    grade: str = ""
    place: str = ""
    values: Mapping[Kind, str] = attrs.field(factory=dict)
    findings: tuple[SideFinding, ...] = ()


Parameters = Mapping[str, Mapping[str, str]]
"""The numbers of schemes and methods, by the name of the scheme and their own."""


@attrs.frozen
class Basis:
    """What a side rests on, as far as a changed score may come from it: numbers of schemes, versions and hashes."""

    parameters: Parameters = attrs.field(factory=dict)
    version: str = ""
    texts: str = ""
    ruleset: str = ""
    as_of: str = ""


@attrs.frozen
class Side:
    """One side: goal tables, or a result. Departments stand among the tables, with no lines of their own."""

    name: str
    kind: SideKind
    tables: tuple[SideTable, ...] = ()
    basis: Basis = Basis()


def side_of_tables(tables: Iterable[GoalTable], name: str, parameters: Parameters) -> Side:
    """Take goal tables as a side."""
    return Side(name, SideKind.TABLES, tuple(map(_of_table, tables)), Basis(parameters))


def _of_table(table: GoalTable) -> SideTable:
    return SideTable(
        table.name,
        table.year,
        tuple(map(_of_indicator, table.indicators)),
        budget="" if table.budget.total is None else str(table.budget.total),
        plan="、".join(percent_text(Fraction(share)) for share in table.plan),
        scheme=table.scheme,
        place=_text(table.place),
    )


def _of_indicator(each: Indicator) -> SideLine:
    weight = None if each.weight is None else Fraction(each.weight)
    return SideLine(each.name, each.category, each.subcategory, each.target, weight, place=_text(each.place))


def _text(place: Place | None) -> str:
    return "" if place is None else str(place)
