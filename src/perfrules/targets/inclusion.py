"""Whether every actual value that meets one target meets another."""

from collections.abc import Iterable
from datetime import date

from perfrules.targets.region import (
    AllOf,
    Amounts,
    Answers,
    AnyOf,
    Changes,
    Days,
    Interval,
    Levels,
    Quotients,
    Region,
)
from perfrules.units import Unit, comparison_note


def includes(wide: Region, narrow: Region) -> bool | None:
    """Tell whether all of one set is inside another; None where that cannot be told.

    >>> from perfrules.targets import parse
    >>> includes(parse("≥80%").region, parse("≥90%").region), includes(parse("≥90%").region, parse("≥80%").region)
    (True, False)
    >>> includes(parse("≥80家").region, parse("≥90%").region) is None
    True
    """
    if wide == narrow:
        return True
    match wide, narrow:
        case (_, AnyOf(of=parts)):
            return _all(includes(wide, part) for part in parts)
        case (AllOf(of=parts), _):
            return _all(includes(part, narrow) for part in parts)
        # Of these two, no part alone need do it: two stretches may cover together what neither covers.
        case (AnyOf(of=parts), _):
            return True if any(includes(part, narrow) for part in parts) else None
        case (_, AllOf(of=parts)):
            return True if any(includes(wide, part) for part in parts) else None
        case Amounts(), Amounts() if wide.subject == narrow.subject:
            return _stretches(wide.interval, wide.unit, narrow.interval, narrow.unit)
        case Changes(), Changes() if (wide.baseline, wide.relative) == (narrow.baseline, narrow.relative):
            return _stretches(wide.interval, wide.unit, narrow.interval, narrow.unit)
        case Quotients(interval=Interval() as stretch), Quotients(interval=Interval() as inner):
            return stretch.includes(inner)
        case Days(), Days() if not (wide.yearless or narrow.yearless):
            starts = (wide.first or date.min) <= (narrow.first or date.min)
            return starts and (narrow.last or date.max) <= (wide.last or date.max)
        case Answers(), Answers():
            return wide.answer is narrow.answer
        case Levels(), Levels() if wide.scale == narrow.scale:
            return set(narrow.levels) <= set(wide.levels)
        case _:
            return None


def _stretches(wide: Interval, unit: Unit, narrow: Interval, other: Unit) -> bool | None:
    return None if comparison_note(unit, other) is None else wide.includes(narrow)


def _all(parts: Iterable[bool | None]) -> bool | None:
    found = set(parts)
    return False if False in found else None if None in found else True
