"""A unit and an amount in it, as exact numbers without pint."""

from fractions import Fraction
from typing import TYPE_CHECKING, Union

import attrs

if TYPE_CHECKING:
    from perfrules.units.registry import Units

Dimension = tuple[tuple[str, int], ...]
"""Base dimensions with their exponents, sorted by name; empty for a plain number."""


ONE = Fraction(1)


def _one_itself(factor: Fraction) -> Fraction:
    return ONE if factor == 1 else factor


@attrs.frozen(cache_hash=True)
class Unit:
    """A unit: how it is printed, how large it is in base units, and what it measures.

    `text` is the canonical spelling (`百分比` prints as `%`), `""` for a plain number. An amount in this unit times
    `factor` is the amount in base units. Two units compare directly when their dimensions are equal. `units` are those
    that it was taken from, which know what else it compares with; None for a unit that was made by hand.
    """

    text: str
    factor: Fraction = attrs.field(default=ONE, converter=_one_itself)
    dimension: Dimension = ()
    units: Union["Units", None] = attrs.field(default=None, eq=False, repr=False)

    def to_base(self, number: Fraction) -> Fraction:
        """Give a number of this unit in base units; exact multiplication is spared where it changes nothing."""
        return number if self.factor is ONE else number * self.factor

    def __str__(self) -> str:
        return self.text


PLAIN = Unit("")


@attrs.frozen
class Quantity:
    """An exact number of a unit.

    >>> print(Quantity(Fraction(1280), Unit("万元", Fraction(10000), (("货币", 1),))))
    1280万元
    """

    number: Fraction
    unit: Unit = PLAIN

    @property
    def canonical(self) -> Fraction:
        """The number in base units."""
        return self.unit.to_base(self.number)

    def __str__(self) -> str:
        return f"{exact_text(self.number)}{self.unit.text}"


def exact_text(number: Fraction) -> str:
    """Write an exact number: as a decimal where it has a finite one, else as a quotient.

    >>> exact_text(Fraction(1, 4)), exact_text(Fraction(2, 3)), exact_text(Fraction(90))
    ('0.25', '2/3', '90')
    """
    if number.denominator == 1:
        return str(number.numerator)
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{number.numerator}/{number.denominator}"
    places = max(twos, fives)
    digits = str(abs(number.numerator) * 10**places // number.denominator).rjust(places + 1, "0")
    return f"{'-' if number < 0 else ''}{digits[:-places]}.{digits[-places:]}"
