"""Which of several schemes holds on a day."""

from collections.abc import Iterable
from datetime import date

from perfrules.scoring.scheme import Scheme


def is_in_force(scheme: Scheme, on: date) -> bool:
    """Whether a scheme holds on a day: from the day it takes effect to the day before it ends.

    >>> is_in_force(Scheme("例", in_force=date(2020, 2, 25)), date(2020, 2, 24))
    False
    """
    return (scheme.in_force is None or scheme.in_force <= on) and (scheme.until is None or on < scheme.until)


def validity_text(scheme: Scheme) -> str:
    """Say when a scheme holds.

    >>> validity_text(Scheme("例", in_force=date(2020, 2, 25), until=date(2024, 1, 1)))
    '自2020年2月25日起施行，2024年1月1日起停止'
    """
    start = f"自{_day(scheme.in_force)}起施行" if scheme.in_force else ""
    end = f"{_day(scheme.until)}起停止" if scheme.until else ""
    return "，".join(part for part in (start, end) if part)


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def end_of_year(year: int) -> date:
    """Give the day whose rules count for a table of a year: what the year brought is judged when it is over."""
    return date(year, 12, 31)


def scheme_in_force(schemes: Iterable[Scheme], name: str, on: date | None) -> Scheme | None:
    """Find the scheme of a name or family that holds on a day; None where there is none.

    A name stands for that scheme alone. Of a family, the one that took effect last counts; without a day, that is the
    last of those that have not ended, else of all.

    >>> former = Scheme("某省/2018", family="某省", in_force=date(2018, 1, 1))
    >>> latter = Scheme("某省/2022", family="某省", in_force=date(2022, 7, 1))
    >>> [scheme_in_force([former, latter], "某省", date(year, 12, 31)).name for year in (2021, 2022)]
    ['某省/2018', '某省/2022']
    >>> scheme_in_force([former, latter], "某省", date(2017, 12, 31)) is None
    True
    """
    schemes = tuple(schemes)
    found = [each for each in schemes if each.name == name] or [each for each in schemes if each.family == name]
    if on is None:
        holding = [each for each in found if each.until is None] or found
    else:
        holding = [each for each in found if is_in_force(each, on)]
    return max(holding, key=lambda each: each.in_force or date.min, default=None)


def earliest(schemes: Iterable[Scheme], family: str) -> Scheme | None:
    """Find the first scheme of a family, which is the nearest one for the time before it."""
    found = [each for each in schemes if each.family == family]
    return min(found, key=lambda each: each.in_force or date.min, default=None)
