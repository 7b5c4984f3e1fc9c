"""Which numbers a number stands for: with an operator, a half-line or a point; with 约, 近 or 余, a stretch."""

from fractions import Fraction
from typing import assert_never

from perfrules.syntax import Approximation, Measure, Op
from perfrules.targets.region import Interval

ABOUT = Fraction(1, 10)
"""How far 约 reaches to either side, and how far 近 reaches down, as a share of the number (practice, not law)."""


def bounded(op: Op, number: Fraction) -> Interval:
    """Give the half-line, or the point, that an operator and a number denote."""
    match op:
        case Op.GE | Op.GT:
            return Interval(number, None, low_closed=op is Op.GE)
        case Op.LE | Op.LT:
            return Interval(None, number, high_closed=op is Op.LE)
        case Op.EQ:
            return Interval(number, number)
        case _:
            assert_never(op)


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
