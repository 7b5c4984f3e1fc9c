"""When an indicator has to be reached: its own deadline, else the end of the year."""

from datetime import date

from perfrules.actuals import Actual, Dates
from perfrules.targets import Days, Target, last_day


def due_day(target: Target, year: int) -> date:
    """Give the day by which a target has to be reached.

    >>> from perfrules.targets import parse
    >>> due_day(parse("6月底前", year=2023), 2023), due_day(parse("≥60家"), 2023)
    (datetime.date(2023, 6, 30), datetime.date(2023, 12, 31))
    """
    region = target.region
    if isinstance(region, Days) and region.last is not None and not region.yearless:
        return region.last
    return date(year, 12, 31)


def is_planned(actual: Actual, year: int, as_of: date) -> bool:
    """Whether what was reported as done only comes later, so that it is a plan: all of it is after the day."""
    if not isinstance(actual.value, Dates) or actual.value.open_start:
        return False
    start = actual.value.start
    try:
        return last_day(start.year or year, start.first) > as_of
    except ValueError:
        return False
