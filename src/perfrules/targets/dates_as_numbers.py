"""Tells numbers that are dates: serial numbers of a spreadsheet, 2024.12, a year in a column of years.

The grammar cannot: 2024.12 is a fine amount of money. Only under 时效, in a cell and row without another unit, is
such a number a date; and a number there that is neither a date nor a duration is not read at all.
"""

from datetime import date, timedelta
from fractions import Fraction

from perfrules.syntax import (
    AGAINST_BASELINE,
    Between,
    Bound,
    Change,
    Deadline,
    Measure,
    Period,
    UnitFactors,
    Window,
)

_SPREADSHEET_DAYS = range(36526, 54789)  # the serial numbers of 2000-01-01 to 2049-12-31
_SPREADSHEET_EPOCH = date(1899, 12, 30)
_YEARS = range(1900, 2100)


def serial_date(measure: Measure) -> date | None:
    """Give the day of a spreadsheet's serial number, None for any other number.

    >>> serial_date(Measure(Fraction(44561)))
    datetime.date(2021, 12, 31)
    """
    number = measure.number
    if measure.unit or number.denominator != 1 or int(number) not in _SPREADSHEET_DAYS:
        return None
    return _SPREADSHEET_EPOCH + timedelta(days=int(number))


def date_meant(expression: Bound | Between) -> Deadline | Window | None:
    """Give the date that a number under 时效 is: a month as 2024.12, a range of months; None for any other."""
    match expression:
        case Bound(measure=Measure(unit=()) as measure) if (month := _month(measure.number)) is not None:
            return Deadline(month)
        case Between(low=Measure(unit=()) as low, high=Measure(unit=()) as high):
            first, last = _month(low.number), _month(high.number)
            if first is not None and last is not None:
                return Window(first, last)
            year, month_number = low.number, high.number
            if _is_year(year) and month_number.denominator == 1 and 1 <= month_number <= 12:
                return Deadline(_period(int(year), int(month_number)))
    return None


def against_year(bound: Bound) -> Change | None:
    """Give the change that a bound on a year is: 不低于2022年 compares with that year, and is no number of years."""
    measure = bound.measure
    if bound.op is None or len(measure.unit) != 1 or measure.unit[0][0] not in {"年", "年度"}:
        return None
    return Change(AGAINST_BASELINE[bound.op], str(measure.number)) if _is_year(measure.number) else None


def year_in_column(bound: Bound, column: UnitFactors) -> Deadline | None:
    """Give the deadline that a year is whose 年 stands in the unit column: 2024 in 年 is no 2,024 years."""
    measure = bound.measure
    if measure.unit or column != (("年", 1),) or not _is_year(measure.number):
        return None
    return Deadline(Period(int(measure.number)))


def is_range_of_years(between: Between) -> bool:
    """Whether it is a range of years with another unit of time behind it, such as 2023-2024学年."""
    unit = between.high.unit
    return (
        bool(unit)
        and unit[0][0] in {"学年", "年", "年度"}
        and all(map(_is_year, (between.low.number, between.high.number)))
    )


def _is_year(number: Fraction) -> bool:
    return number.denominator == 1 and int(number) in _YEARS


def _month(number: Fraction) -> Period | None:
    """Give the month of a number written as 2024.12; October cannot be told from 2024.1, and is not guessed."""
    hundredths = number * 100
    if hundredths.denominator != 1:
        return None
    year, month = divmod(int(hundredths), 100)
    return _period(year, month) if year in _YEARS and month in {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12} else None


def _period(year: int, month: int) -> Period:
    return Period(year, (month, 1), (month, 0))
