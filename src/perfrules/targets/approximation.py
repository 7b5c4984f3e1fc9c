"""How wide the words are that make a number approximate."""

from fractions import Fraction
from typing import assert_never

from perfrules.syntax import Approximation, Measure
from perfrules.targets.region import Interval

ABOUT = Fraction(1, 10)
"""How far 约 reaches to either side, and how far 近 reaches down, as a share of the number (practice, not law)."""


def approximately(measure: Measure) -> Interval:
    """Give the numbers that a written number can mean, in its own unit: a point unless a word makes it approximate.

    >>> print(approximately(Measure(Fraction(60), approximation=Approximation.OVER)))
    (60, 70)
    """
    number = measure.number
    match measure.approximation:
        case None:
            return Interval(number, number)
        case Approximation.ABOUT:
            width = abs(number) * ABOUT
            return Interval(number - width, number + width)
        case Approximation.NEARLY:
            return Interval(number - abs(number) * ABOUT, number, high_closed=False)
        case Approximation.OVER:
            return Interval(number, number + _last_digit(number), low_closed=False, high_closed=False)
        case _:
            assert_never(measure.approximation)


def _last_digit(number: Fraction) -> Fraction:
    """The place of the last digit that is not zero: 10 for 60, 100 for 200, 1 for 65, 0.1 for 1.2."""
    place = Fraction(1)
    while (number / place).denominator != 1:
        place /= 10
    while number and (number / (place * 10)).denominator == 1:
        place *= 10
    return place
