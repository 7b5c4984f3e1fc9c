"""How much of the year has passed on a day, and which quarters are over."""

from datetime import date
from fractions import Fraction

from perfrules.monitoring.method import month_end


def time_share(as_of: date) -> Fraction:
    """Give the share of the year that has passed at the end of a day: whole months, and the month by its days.

    >>> time_share(date(2023, 7, 31)), time_share(date(2023, 2, 14)), time_share(date(2023, 12, 31))
    (Fraction(7, 12), Fraction(1, 8), Fraction(1, 1))
    """
    days = month_end(as_of.year, as_of.month).day
    return (as_of.month - 1 + Fraction(as_of.day, days)) / 12


def quarters_passed(as_of: date) -> int:
    """Count the quarters that are over at the end of a day.

    >>> quarters_passed(date(2023, 6, 30)), quarters_passed(date(2023, 6, 29))
    (2, 1)
    """
    return sum(month_end(as_of.year, month) <= as_of for month in (3, 6, 9, 12))
