"""What a target denotes: a set, in canonical units, with exact numbers.

An actual value denotes a set too, and the verdict is set inclusion; so these types know only how to contain, to miss,
and to print themselves. They are data: nothing here judges.
"""

from datetime import date
from fractions import Fraction

import attrs

from perfrules.syntax import Direction, LevelScale, Op
from perfrules.units import Unit, exact_text


@attrs.frozen
class Interval:
    """A convex set of exact numbers. A bound of None is infinite.

    >>> print(Interval(Fraction(3), Fraction(5), high_closed=False))
    [3, 5)
    """

    low: Fraction | None = None
    high: Fraction | None = None
    low_closed: bool = True
    high_closed: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether no number is inside."""
        if self.low is None or self.high is None or self.low < self.high:
            return False
        return self.low > self.high or not (self.low_closed and self.high_closed)

    @property
    def is_point(self) -> bool:
        """Whether exactly one number is inside."""
        return self.low is not None and self.low == self.high and self.low_closed and self.high_closed

    def contains(self, number: Fraction) -> bool:
        """Whether one number is inside.

        >>> Interval(low=Fraction(90), low_closed=False).contains(Fraction(90))
        False
        """
        # The commonest comparison of all: whole numbers are compared several times as fast as fractions are.
        numerator, denominator = number.as_integer_ratio()
        if self.low is not None:
            top, bottom = self.low.as_integer_ratio()
            over = numerator * bottom - top * denominator
            if over < 0 or (over == 0 and not self.low_closed):
                return False
        if self.high is not None:
            top, bottom = self.high.as_integer_ratio()
            over = numerator * bottom - top * denominator
            if over > 0 or (over == 0 and not self.high_closed):
                return False
        return True

    def includes(self, other: "Interval") -> bool:
        """Whether every number of `other`, which is not empty, is inside.

        >>> Interval(low=Fraction(90)).includes(Interval(Fraction(90), Fraction(95)))
        True
        """
        return _starts_no_later(self, other) and _ends_no_sooner(self, other)

    def misses(self, other: "Interval") -> bool:
        """Whether no number is inside both."""
        return self.intersection(other).is_empty

    def intersection(self, other: "Interval") -> "Interval":
        """Give the numbers that are inside both."""
        later = other if _starts_no_later(self, other) else self
        sooner = other if _ends_no_sooner(self, other) else self
        return Interval(later.low, sooner.high, later.low_closed, sooner.high_closed)

    @property
    def mirrored(self) -> "Interval":
        """The set of all numbers with their signs changed."""
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_closed, self.low_closed)

    def scaled(self, factor: Fraction) -> "Interval":
        """Give the set of all numbers times a positive factor."""
        low = None if self.low is None else self.low * factor
        # A point keeps being made of one number, by which it is told quickly.
        high = low if self.high is self.low else None if self.high is None else self.high * factor
        return Interval(low, high, self.low_closed, self.high_closed)

    def in_unit(self, unit: Unit) -> str:
        """Print an interval of base units in `unit`.

        >>> Interval(low=Fraction(9, 10)).in_unit(Unit("%", Fraction(1, 100)))
        '[90%, ∞)'
        """
        low = "(-∞" if self.low is None else f"{'[' if self.low_closed else '('}{_in_unit(self.low, unit)}"
        high = "∞)" if self.high is None else f"{_in_unit(self.high, unit)}{']' if self.high_closed else ')'}"
        return f"{{{low[1:]}}}" if self.is_point else f"{low}, {high}"

    def __str__(self) -> str:
        return self.in_unit(Unit(""))


def _in_unit(number: Fraction, unit: Unit) -> str:
    return f"{exact_text(number / unit.factor)}{unit.text}"


def _starts_no_later(one: Interval, other: Interval) -> bool:
    if one.low is None or other.low is None:
        return one.low is None
    return one.low < other.low or (one.low == other.low and (one.low_closed or not other.low_closed))


def _ends_no_sooner(one: Interval, other: Interval) -> bool:
    if one.high is None or other.high is None:
        return one.high is None
    return one.high > other.high or (one.high == other.high and (one.high_closed or not other.high_closed))


@attrs.frozen
class Amounts:
    """Numbers of one unit; `interval` is in base units. `subject` is what they count, where the cell itself says it."""

    interval: Interval
    unit: Unit
    subject: str = ""

    def __str__(self) -> str:
        return self.interval.in_unit(self.unit)


@attrs.frozen
class Quotients:
    """Quotients of two numbers. `interval` is None where the text does not say which way is wanted."""

    interval: Interval | None
    left: Fraction
    right: Fraction

    def __str__(self) -> str:
        return str(self.interval) if self.interval is not None else f"{exact_text(self.left)}:{exact_text(self.right)}?"


@attrs.frozen
class Changes:
    """Changes against a baseline, as a signed interval: an increase is positive.

    With `relative`, the interval holds shares of the baseline (`5%` is 1/20); without, differences in base units of
    `unit`, which for 百分点 are differences of shares. `amount_given` is False for a change in words alone.
    """

    interval: Interval
    direction: Direction
    baseline: str
    relative: bool
    unit: Unit
    amount_given: bool

    def __str__(self) -> str:
        return f"变化 {self.interval.in_unit(self.unit)}"


@attrs.frozen
class Days:
    """A stretch of days, both ends inside. None is open for `first`; `last` is None where its year is not known."""

    first: date | None
    last: date | None
    yearless: bool = False

    def __str__(self) -> str:
        if self.yearless:
            return "日期（年份未知）"
        first = f"[{self.first}" if self.first else "(-∞"
        last = f"{self.last}]" if self.last else "∞)"
        return f"{first}, {last}"


@attrs.frozen
class Answers:
    """One answer to a yes-or-no question."""

    answer: bool

    def __str__(self) -> str:
        return "{是}" if self.answer else "{否}"


@attrs.frozen
class Levels:
    """Levels of a scale, best first. `ordered` is False where the scale states no order."""

    scale: LevelScale
    levels: tuple[str, ...]
    ordered: bool = True

    def __str__(self) -> str:
        return f"{{{'、'.join(self.levels)}}}"


@attrs.frozen
class Judged:
    """What only a person can judge."""

    text: str
    direction: Direction | None = None

    def __str__(self) -> str:
        return f"由人评判：{self.text}"


@attrs.frozen
class Referred:
    """A bound on another value, by its name in the same table."""

    op: Op
    to: str

    def __str__(self) -> str:
        return f"{self.op.value}{self.to}"


@attrs.frozen
class Unset:
    """No set at all: the cell sets nothing."""

    def __str__(self) -> str:
        return "未设定"


@attrs.frozen
class AllOf:
    """The intersection of its parts."""

    of: tuple["Region", ...]

    def __str__(self) -> str:
        return " ∩ ".join(map(str, self.of))


@attrs.frozen
class AnyOf:
    """The union of its parts."""

    of: tuple["Region", ...]

    def __str__(self) -> str:
        return " ∪ ".join(map(str, self.of))


Region = Amounts | Quotients | Changes | Days | Answers | Levels | Judged | Referred | Unset | AllOf | AnyOf
