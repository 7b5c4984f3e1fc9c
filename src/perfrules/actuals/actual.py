"""An actual value: what was reached, as far as the cell says it."""

from datetime import date
from enum import Enum
from fractions import Fraction

import attrs

from perfrules.diagnostics import Diagnostic
from perfrules.syntax import Direction, Expression, UnitFactors
from perfrules.targets import Interval


class Tier(Enum):
    """The three official answers for a qualitative indicator (财预〔2020〕10号)."""

    FULL = "达成年度指标"
    PARTIAL = "部分达成年度指标并具有一定效果"
    NONE = "未达成年度指标且效果较差"


@attrs.frozen
class Amount:
    """A number, or a range where the text is approximate; `interval` counts the written unit, not base units."""

    interval: Interval
    unit: UnitFactors = ()


@attrs.frozen
class Fractional:
    """A part of a whole as written: `58/60`."""

    part: Fraction
    whole: Fraction


@attrs.frozen
class Dates:
    """A stretch of days: `2023年11月` is every day of it. `year` is None where the text names none."""

    first: date | None
    last: date | None
    month_day_first: tuple[int, int] = (1, 1)
    month_day_last: tuple[int, int] = (12, 31)


@attrs.frozen
class Answer:
    """Yes or no."""

    answer: bool


@attrs.frozen
class LevelReached:
    """A level of a scale."""

    scale: str
    level: str


@attrs.frozen
class StatedChange:
    """A change that the text itself states: `较上年增长5.2%`, `提高`. `amount` counts the written unit."""

    direction: Direction
    baseline: str
    amount: Interval | None = None
    unit: UnitFactors = ()


@attrs.frozen
class TierReached:
    """One of the three tiers for qualitative indicators."""

    tier: Tier


@attrs.frozen
class Asserted:
    """`已完成`, `达标`: said to be met, without a measured value."""


@attrs.frozen
class Echo:
    """A copy of a target with its operator: no measured value."""

    expression: Expression


@attrs.frozen
class NotReported:
    """Nothing stands in the cell."""


@attrs.frozen
class Words:
    """Text that no value could be read from."""

    text: str


ActualValue = (
    Amount
    | Fractional
    | Dates
    | Answer
    | LevelReached
    | StatedChange
    | TierReached
    | Asserted
    | Echo
    | NotReported
    | Words
)


@attrs.frozen(repr=False)
class Actual:
    """What was reached: the text as typed, its value, and what was doubtful about it."""

    text: str
    value: ActualValue
    diagnostics: tuple[Diagnostic, ...] = ()

    def __repr__(self) -> str:
        return f"Actual({self.text!r})"
