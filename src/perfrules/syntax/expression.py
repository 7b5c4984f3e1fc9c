"""What was written: the expressions of the indicator language, as plain frozen values.

Nothing here is inferred: a number without an operator has `op=None` until `targets` completes it. Where a value stands
in the text takes no part in equality, so that a test reads like the grammar.
"""

from enum import Enum
from fractions import Fraction

import attrs

from perfrules.source import Span
from perfrules.syntax.levels import LevelScale
from perfrules.units import UNITS, Unit, Units

NOWHERE = Span(0, 0)


class Op(Enum):
    """A comparison, by its canonical sign."""

    GE = "≥"
    GT = ">"
    LE = "≤"
    LT = "<"
    EQ = "="

    # Enum members hash by name in Python code, which costs more than all else that an operator does.
    __hash__ = object.__hash__

    @property
    def reversed(self) -> "Op":
        """The comparison seen from the other side: `a ≥ b` is `b ≤ a`."""
        return _REVERSED[self]


_REVERSED = {Op.GE: Op.LE, Op.GT: Op.LT, Op.LE: Op.GE, Op.LT: Op.GT, Op.EQ: Op.EQ}


class Origin(Enum):
    """Where an operator was read: in the cell itself, or in which part of its context."""

    CELL = "cell"
    COLUMN = "column"
    TEMPLATE = "template"
    DIRECTION = "direction"
    ZERO = "zero"
    NAME = "name"
    CLASS = "class"


class Direction(Enum):
    """Which way a change is wanted."""

    INCREASE = "increase"
    DECREASE = "decrease"
    NOT_DECREASE = "not_decrease"
    NOT_INCREASE = "not_increase"
    STEADY = "steady"


AGAINST_BASELINE = {
    Op.GE: Direction.NOT_DECREASE,
    Op.GT: Direction.INCREASE,
    Op.LE: Direction.NOT_INCREASE,
    Op.LT: Direction.DECREASE,
    Op.EQ: Direction.STEADY,
}
"""The change that a comparison with a baseline asks for: 不低于上年 is no decrease."""


class Approximation(Enum):
    """A word that makes a number approximate: 约 and 左右, 近, 余 and 多."""

    ABOUT = "约"
    NEARLY = "近"
    OVER = "余"


UnitFactors = tuple[tuple[str, int], ...]
"""A written unit: names as they were typed, with exponents. `元/人·月` is `(("元", 1), ("人", -1), ("月", -1))`."""


PERCENT: UnitFactors = (("%", 1),)


@attrs.frozen
class Measure:
    """A number with its unit, `()` where none was written, and the units among which that is one."""

    number: Fraction
    unit: UnitFactors = ()
    approximation: Approximation | None = None
    span: Span = attrs.field(default=NOWHERE, eq=False)
    unit_span: Span = attrs.field(default=NOWHERE, eq=False)
    units: Units = attrs.field(default=UNITS, eq=False, repr=False)

    @property
    def of(self) -> Unit:
        """What the number is of: its unit, as the units of its language define it."""
        return self.units.unit_of(self.unit)

    @property
    def is_written(self) -> bool:
        """Whether the number stands in the text; the 100 % of 全覆盖 does not."""
        return self.span != NOWHERE


@attrs.frozen
class Period:
    """A stretch of the calendar as far as it was written: a day, month, quarter, half or year.

    `first` and `last` are (month, day); day 0 of `last` means the end of its month, whatever the year. `year` is None
    where the text names none.
    """

    year: int | None
    first: tuple[int, int] = (1, 1)
    last: tuple[int, int] = (12, 0)

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last


@attrs.frozen
class Bound:
    """A comparison with a number. `closing` is a second operator behind it: the 以内 of `不超过5天以内`."""

    op: Op | None
    measure: Measure
    closing: Op | None = None
    subject: str = ""
    op_from: Origin = Origin.CELL
    op_span: Span = attrs.field(default=NOWHERE, eq=False)


@attrs.frozen
class Between:
    """A range of numbers."""

    low: Measure
    high: Measure
    low_closed: bool = True
    high_closed: bool = True
    subject: str = ""


@attrs.frozen
class Tolerance:
    """A value and how far one may be from it. `center` is None for a bare `±10%`.

    `about` tells that the text says 约 and no distance, which was then supplied.
    """

    center: Measure | None
    delta: Measure
    about: bool = False


@attrs.frozen
class Ratio:
    """A bound on a quotient of two numbers: `≥1:18`."""

    op: Op | None
    left: Measure
    right: Measure
    subject: str = ""
    op_from: Origin = Origin.CELL


@attrs.frozen
class Change:
    """A bound on the actual value compared with a baseline.

    `baseline` is `last_year`, `last_period`, `average`, `average3` of three years, a year in digits, or `unstated`.
    `amount` is None where none was written; `high` is the upper end where the amount is a range.
    """

    direction: Direction
    baseline: str = "unstated"
    op: Op | None = None
    amount: Measure | None = None
    high: Measure | None = None
    subject: str = ""


@attrs.frozen
class Deadline:
    """A day by which something is done.

    `before` is True for `9月前`, whose period is not part of the answer, and False for `9月底前` and for `9月10日前`,
    whose last day is. `stated` is False for a bare date, which is a deadline only under 时效, elsewhere a window.
    `worded` tells that a word such as 前 or 截至 is there, so that earlier days are meant too: an actual value without
    one (2023年12月, 2023年12月完成) is that period. `every` is `week`, `month`, `quarter` or `year` for a deadline that
    recurs, of which only the day of `period` counts; of a week, Monday is the first.
    `event` is what happens by then where that is no completion: 开工, 启动, 立项, 招标 or 签订合同.
    """

    period: Period
    before: bool = False
    stated: bool = True
    worded: bool = False
    every: str = ""
    event: str = ""


@attrs.frozen
class Window:
    """A stretch of the calendar in which something happens."""

    start: Period
    end: Period


@attrs.frozen
class YesNo:
    """A stated answer: 是, 有 (True) or 否, 无 (False)."""

    answer: bool
    word: str = attrs.field(default="", eq=False)


@attrs.frozen
class Grade:
    """A level of an ordered scale."""

    scale: LevelScale
    level: str
    op: Op | None = None


@attrs.frozen
class Qualitative:
    """Words that a person must judge, with the direction and degree that could be read in them."""

    text: str
    direction: Direction | None = None
    degree: str = ""


@attrs.frozen
class Reference:
    """A bound on another value of the same table."""

    op: Op
    to: str


@attrs.frozen
class Scale:
    """The answer options stand in the cell; no target was set."""

    text: str


@attrs.frozen
class Blank:
    """Nothing was set: an empty cell, a dash, a placeholder, an operator or a unit alone.

    `op` and `unit` keep what stands there, since they say what is missing.
    """

    text: str
    op: Op | None = None
    unit: UnitFactors = ()


@attrs.frozen
class All:
    """Every part has to hold."""

    of: tuple["Expression", ...]


@attrs.frozen
class Any:
    """At least one part has to hold."""

    of: tuple["Expression", ...]


@attrs.frozen
class Quotient:
    """A part of a whole, in an actual value: `58/60`, `1280万元/128家`."""

    part: Measure
    whole: Measure


@attrs.frozen
class TierWords:
    """An official tier of a qualitative indicator, in an actual value: `FULL`, `PARTIAL` or `NONE`."""

    tier: str


@attrs.frozen
class Assertion:
    """Words that say that a target is met, without a value: 已完成."""


Expression = (
    Bound
    | Between
    | Tolerance
    | Ratio
    | Change
    | Deadline
    | Window
    | YesNo
    | Grade
    | Qualitative
    | Reference
    | Scale
    | Blank
    | All
    | Any
)
"""What a target cell can hold."""

ActualExpression = Expression | Quotient | TierWords | Assertion
"""What an actual cell can hold."""
