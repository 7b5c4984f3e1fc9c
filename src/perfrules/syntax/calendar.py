"""Dates as written: the tokens of a date become a period, with nothing supplied."""

import re

from perfrules.syntax.expression import Period

_ORDINAL = {"一": 1, "二": 2, "三": 3, "四": 4}
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7}
Day = tuple[int, int]


def period(tokens: dict[str, str]) -> tuple[Period, bool]:
    """Give the period that tokens name, by terminal, and whether it is an edge of a longer one.

    The edge of a period (12月底, 第三季度末) is its last day, so that a deadline at it includes that day.

    >>> period({"YEAR": "2023年", "MONTH": "12月", "EDGE": "底"})
    (Period(year=2023, first=(12, 0), last=(12, 0)), True)
    """
    if "DOTTED" in tokens:
        year, month, day = _dotted(tokens["DOTTED"])
        return Period(year, (month, day), (month, day)), False
    year_text = tokens.get("YEAR")
    year_number = int(year_text[:4]) if year_text else None
    first, last = _within_year(tokens)
    if "YEAR_END" in tokens:
        return Period(year_number, last, last), True
    if "EDGE" not in tokens:
        return Period(year_number, first, last), False
    edge, first, last = _edge(tokens["EDGE"], first, last)
    return Period(year_number, first, last), edge


def _dotted(text: str) -> tuple[int, int, int]:
    digits = re.findall(r"\d+", text)
    if len(digits) == 1:
        digits = [digits[0][:4], digits[0][4:6], digits[0][6:]]
    year, month, day = map(int, digits)
    return year, month, day


def _within_year(tokens: dict[str, str]) -> tuple[Day, Day]:
    if "DAY" in tokens:
        day = int(tokens["DAY"][:-1])
        month = _month(tokens["MONTH"])
        return (month, day), (month, day)
    if "MONTH" in tokens:
        month = _month(tokens["MONTH"])
        return (month, 1), (month, 0)
    if "QUARTER" in tokens:
        quarter = _quarter(tokens["QUARTER"])
        return (quarter * 3 - 2, 1), (quarter * 3, 0)
    if "HALF" in tokens:
        return ((1, 1), (6, 0)) if tokens["HALF"].startswith("上") else ((7, 1), (12, 0))
    return (1, 1), (12, 0)


def _edge(word: str, first: Day, last: Day) -> tuple[bool, Day, Day]:
    """底 and 末 are the last day; 旬 and 初 are ten days of a month."""
    if word.endswith(("底", "末")):
        return True, last, last
    month = first[0]
    match word:
        case "中旬":
            return False, (month, 11), (month, 20)
        case "下旬":
            return False, (month, 21), (month, 0)
        case _:
            return False, (month, 1), (month, 10)


def _month(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _quarter(text: str) -> int:
    sign = next(char for char in text if char in "一二三四1234")
    return _ORDINAL.get(sign) or int(sign)


def months(tokens: dict[str, str]) -> tuple[Period, Period]:
    """Give the first and last month of `1-11月`."""
    year = int(tokens["YEAR"][:4]) if "YEAR" in tokens else None
    first, last = map(int, re.findall(r"\d+", tokens["MONTHS"]))
    return Period(year, (first, 1), (first, 0)), Period(year, (last, 1), (last, 0))


def recurrence(text: str) -> tuple[str, int]:
    """Give what a deadline recurs with and its day: 0 for the last, 1 to 7 from Monday on for that of a week.

    >>> recurrence("每月25日"), recurrence("每季度"), recurrence("每周五")
    (('month', 25), ('quarter', 0), ('week', 5))
    """
    if text.startswith(("每周", "每星期")):
        return "week", _WEEKDAYS[text[-1]]
    every = "month" if "月" in text else "quarter" if "季" in text else "year"
    digits = re.sub(r"\D", "", text)
    return every, int(digits) if digits else 0


def in_year(period: Period, year: int | None) -> Period:
    """Give the same stretch of another year."""
    return period if period.year == year else Period(year, period.first, period.last)


def years_in(text: str) -> tuple[int, int]:
    """Give the two years that a range of years names.

    >>> years_in("2022-2024年")
    (2022, 2024)
    """
    first, last = re.findall(r"\d{4}", text)
    return int(first), int(last)


def count_of_years(text: str) -> str:
    """Give how many years a text names, in a digit; empty where it does not say.

    >>> count_of_years("较前三年平均"), count_of_years("较平均")
    ('3', '')
    """
    return next((str(_COUNTS.get(char, char)) for char in text if char in _COUNTS or char.isdecimal()), "")


def year_in(text: str) -> str:
    """Give the year that a text names, in digits.

    >>> year_in("较2022年")
    '2022'
    """
    return "".join(char for char in text if char.isdigit())[:4]
