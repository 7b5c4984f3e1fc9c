"""Supplies the budget year to dates that name none."""

import attrs

from perfrules.syntax import Deadline, Period, Window


def in_budget_year(dates: Deadline | Window, year: int | None) -> Deadline | Window:
    """Give the same dates in the budget year where the cell names no year, and where there is a budget year.

    >>> in_budget_year(Deadline(Period(None, (2, 29), (2, 29))), 2023).period.year
    2023
    """
    if year is None:
        return dates
    match dates:
        case Deadline(period=Period(year=None) as period, every=""):
            return attrs.evolve(dates, period=attrs.evolve(period, year=year))
        case Window(start, end):
            start, end = (attrs.evolve(each, year=each.year or year) for each in (start, end))
            return Window(start, end)
        case _:
            return dates
