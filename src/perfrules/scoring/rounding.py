"""Rounding exact numbers as a scheme asks for it, and writing numbers for people."""

from fractions import Fraction
from math import floor
from typing import assert_never

from perfrules.scoring.scheme import Rounding, RoundingMode
from perfrules.units import exact_text


def rounded(number: Fraction, rounding: Rounding) -> Fraction:
    """Round a number that is not negative.

    >>> rounded(Fraction(116, 15), Rounding(2)), rounded(Fraction(116, 15), Rounding())
    (Fraction(773, 100), Fraction(116, 15))
    """
    if rounding.places is None:
        return number
    step = Fraction(1, 10**rounding.places)
    match rounding.mode:
        case RoundingMode.HALF_UP:
            return floor(number / step + Fraction(1, 2)) * step
        case RoundingMode.HALF_EVEN:
            return round(number / step) * step
        case RoundingMode.DOWN:
            return floor(number / step) * step
        case _:
            assert_never(rounding.mode)


def rounding_text(rounding: Rounding) -> str:
    """Say how points are rounded.

    >>> rounding_text(Rounding(2)), rounding_text(Rounding(0, RoundingMode.DOWN)), rounding_text(Rounding())
    ('保留2位小数，四舍五入', '取整数，舍去', '不取舍')
    """
    if rounding.places is None:
        return "不取舍"
    return f"{f'保留{rounding.places}位小数' if rounding.places else '取整数'}，{rounding.mode.value}"


def approximate_text(number: Fraction) -> str:
    """Write a number for people: exactly where it has few decimals, else as a quotient with a rounded decimal.

    >>> approximate_text(Fraction(1, 8)), approximate_text(Fraction(2, 3))
    ('0.125', '2/3（约0.6667）')
    """
    text = exact_text(number)
    if "/" not in text:
        return text
    return f"{text}（约{exact_text(rounded(number, Rounding(4)))}）"
