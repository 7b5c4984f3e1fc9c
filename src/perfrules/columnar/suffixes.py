"""What stands behind a number, asked of the reader of actual values: no second meaning of any word.

A suffix is a unit where the reader takes it for one behind every number that it is tried with, exactly that many of the
unit and with nothing to say about it. Whatever depends on the number (2023年 is a year, 3年 is a time; 3月 and 13月) is
found out because each shape of number is tried on its own, with those that mean something in a calendar.
"""

import re
from enum import IntEnum
from fractions import Fraction
from functools import lru_cache

import attrs

from perfrules.actuals import Amount, read_actual
from perfrules.syntax import Language
from perfrules.units import Unit


class Shape(IntEnum):
    """What of a number may decide what the words behind it mean."""

    OTHER = 0
    ONE_DIGIT = 1
    TWO_DIGITS = 2
    YEAR = 3
    """Four digits that begin with 19 or 20."""
    DAY = 4
    """Eight digits that begin so: 20231231."""


_TRIED = {
    Shape.OTHER: """
        0000 007 100 128 360 366 1000 1280 2100 10000 12345 202312 2023123 1234567 12345678 123456789012
        0.5 1.5 3.12 12.31 98.50 2023.5 2023.12 20231231.5 0.000001 1,280 2,023 20,231,231 1,280.05
    """,
    Shape.ONE_DIGIT: "0 1 2 3 4 5 6 7 8 9",
    Shape.TWO_DIGITS: "00 01 02 09 10 11 12 13 19 20 21 23 24 25 28 29 30 31 32 50 59 60 61 99",
    Shape.YEAR: "1900 1912 1949 1999 2000 2009 2010 2023 2024 2099",
    Shape.DAY: "19000101 19991231 20000229 20230101 20230230 20231231 20239999 20991301",
}
TRIED = {shape: tuple(numbers.split()) for shape, numbers in _TRIED.items()}
"""The numbers that a suffix is tried with."""


@attrs.frozen
class Suffix:
    """A unit, or with `unit` None: nothing is written behind the number."""

    unit: Unit | None


@lru_cache(maxsize=16384)
def suffix_behind(text: str, shape: Shape, language: Language) -> Suffix | None:
    """Give what a text behind a number of that shape means, None where that is no plain unit.

    >>> from perfrules.syntax import STANDARD
    >>> suffix_behind("万元", Shape.OTHER, STANDARD).unit.text
    '万元'
    >>> suffix_behind("年", Shape.YEAR, STANDARD), suffix_behind("余家", Shape.OTHER, STANDARD)
    (None, None)
    """
    if re.search(r"\d", text):
        return None
    units = [_unit_of(number, text, language) for number in TRIED[shape]]
    first = units[0]
    return first if first is not None and all(unit == first for unit in units) else None


def _unit_of(number: str, text: str, language: Language) -> Suffix | None:
    actual = read_actual(number + text, language)
    if not isinstance(actual.value, Amount) or actual.diagnostics:
        return None
    interval, unit = actual.value.interval, actual.value.unit
    amount = Fraction(number.replace(",", "")) * (unit.factor if unit else 1)
    return Suffix(unit) if interval.is_point and interval.low == amount else None
