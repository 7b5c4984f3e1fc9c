"""Whether one actual value could meet two targets at once."""

from collections.abc import Iterable
from datetime import date
from itertools import combinations

from perfrules.targets.region import AllOf, Amounts, Answers, AnyOf, Days, Interval, Levels, Quotients, Region
from perfrules.units import comparison_note


def overlap(one: Region, other: Region) -> bool | None:
    """Tell whether two sets have anything in common; None where they cannot be compared.

    >>> from perfrules.targets import parse
    >>> overlap(parse("≥60家").region, parse("128家").region), overlap(parse("≥95%").region, parse("≤90%").region)
    (True, False)
    """
    match one, other:
        case (AnyOf(of=parts), rest) | (rest, AnyOf(of=parts)):
            return _any_true(overlap(part, rest) for part in parts)
        case (AllOf(of=parts), rest) | (rest, AllOf(of=parts)):
            # Stretches of one line that meet two by two all meet in one point.
            return _all_true(overlap(*pair) for pair in combinations((*parts, rest), 2))
        case Amounts(), Amounts():
            return _amounts(one, other)
        case Quotients(interval=Interval() as stretch), Quotients(interval=Interval() as second):
            return not stretch.misses(second)
        case Days(), Days():
            return None if one.yearless or other.yearless else _starts(one, other) <= _ends(one, other)
        case Answers(), Answers():
            return one.answer is other.answer
        case Levels(), Levels() if one.scale == other.scale:
            return not set(one.levels).isdisjoint(other.levels)
        case _:
            return None


def _amounts(one: Amounts, other: Amounts) -> bool | None:
    if one.subject != other.subject or comparison_note(one.unit, other.unit) is None:
        return None
    return not one.interval.misses(other.interval)


def _starts(*several: Days) -> date:
    return max(each.first or date.min for each in several)


def _ends(*several: Days) -> date:
    return min(each.last or date.max for each in several)


def _all_true(parts: Iterable[bool | None]) -> bool | None:
    found = set(parts)
    return False if False in found else None if None in found else True


def _any_true(parts: Iterable[bool | None]) -> bool | None:
    found = set(parts)
    return True if True in found else None if None in found else False
