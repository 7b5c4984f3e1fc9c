"""The goal table (绩效目标表): what an office sets out to reach with its money."""

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum

import attrs

from perfrules.source import Place
from perfrules.targets import Target
from perfrules.units import Quantity


class Level(Enum):
    """Whose table it is."""

    PROJECT = "项目"
    DEPARTMENT = "部门"


@attrs.frozen
class Waiver:
    """Review rules that a table or a line is exempt from (免审), by their ids, and why."""

    rules: tuple[str, ...]
    reason: str
    place: Place | None = attrs.field(default=None, eq=False)


@attrs.frozen(repr=False)
class Indicator:
    """One line of the table. Texts are as written; what the cell means is in `target`.

    `category` is the 一级指标 and `subcategory` the 二级指标; `sub_goal` names the 分项绩效目标 that the line serves,
    where the table has such. `weight` is the 分值, None where the table gives none. `cumulative` is what the table
    itself says about whether the value grows through the year (累计), None where it says nothing. `sign`, `unit` and
    `direction` are the columns that complete the target, where the table has them. `other_names` are what the line is
    called as well where actual values are reported (又写).
    """

    name: str
    target: Target
    category: str = ""
    subcategory: str = ""
    description: str = ""
    basis: str = ""
    weight: Decimal | None = None
    baseline: str = ""
    evidence: str = ""
    sub_goal: str = ""
    cumulative: bool | None = None
    sign: str = ""
    unit: str = ""
    direction: str = ""
    waivers: tuple[Waiver, ...] = ()
    other_names: tuple[str, ...] = ()
    place: Place | None = attrs.field(default=None, eq=False)

    @property
    def stated_target(self) -> str:
        """The target in one cell: as written, or with what columns of its own add to it."""
        return self.target.canonical if self.sign or self.unit or self.direction else self.target.text

    def __repr__(self) -> str:
        return f"Indicator({self.name!r}, {self.target.text!r})"


@attrs.frozen
class FundingSource:
    """A part of the budget by where it comes from. `amount` is None where the cell is empty."""

    name: str
    amount: Quantity | None


@attrs.frozen
class Budget:
    """The budget and its parts by source; `purpose` is the text on the use of the money (资金用途)."""

    total: Quantity | None = None
    sources: tuple[FundingSource, ...] = ()
    purpose: str = ""


@attrs.frozen
class Calculation:
    """How the budget was worked out (测算): `128家 × 10万元/家 = 1280万元`. It is kept as written, true or not."""

    text: str
    factors: tuple[Quantity, ...]
    result: Quantity
    place: Place | None = attrs.field(default=None, eq=False)


@attrs.frozen
class SubGoal:
    """A 分项绩效目标 of a department: title, goal, and its indicators as running text."""

    title: str
    goal: str = ""
    indicators: str = ""


@attrs.frozen
class Safeguard:
    """A 工作保障措施: title and text."""

    title: str
    text: str = ""


@attrs.frozen(repr=False)
class GoalTable:
    """A goal table of a project or a department.

    `plan` is the payment plan (资金支出计划): the share of the budget planned to be spent by the end of each quarter,
    cumulative, as exact shares (`1` is 100 %); empty where the table has none. `scheme` names the 评分办法 that the
    table itself asks for; `share` is what the project counts in its department (项目权重), where projects have that.
    `title` is the heading above the table, which may differ from the project's `name`; `prepared_by` is the line that
    says who drew it up (编制), `sub_goals_introduction` the sentence before the 分项绩效目标. `other_names`
    are what the project is called as well where values are reported (又写).

    `places` are those of the fields, by the names that ruleset files give them; of 目标 the first.
    """

    name: str
    level: Level = Level.PROJECT
    title: str = ""
    code: str = ""
    year: int | None = None
    department: str = ""
    prepared_by: str = ""
    scheme: str = ""
    share: Decimal | None = None
    budget: Budget = Budget()
    calculations: tuple[Calculation, ...] = ()
    plan: tuple[Decimal, ...] = ()
    goals: tuple[str, ...] = ()
    sub_goals: tuple[SubGoal, ...] = ()
    sub_goals_introduction: str = ""
    safeguards: tuple[Safeguard, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    other_names: tuple[str, ...] = ()
    place: Place | None = attrs.field(default=None, eq=False)
    places: Mapping[str, Place] = attrs.field(factory=dict, eq=False)

    def __repr__(self) -> str:
        return f"GoalTable({self.name!r}, {self.year}年, {len(self.indicators)}个指标)"

    def _repr_html_(self) -> str | None:
        from perfrules.page import draw_inline  # noqa: PLC0415 - only notebooks draw
        from perfrules.tables.as_page import as_page  # noqa: PLC0415

        return draw_inline(as_page(self))
