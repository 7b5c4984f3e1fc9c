"""Prints dates in their canonical spelling: 2023年12月31日, 第三季度, 每月25日."""

from perfrules.syntax.expression import Deadline, Period, Window

_QUARTERS = {1: "第一季度", 4: "第二季度", 7: "第三季度", 10: "第四季度"}
_HALVES = {1: "上半年", 7: "下半年"}
_WEEKDAYS = "一二三四五六日"
_EVERY = {"month": "每月", "quarter": "每季度", "year": "每年"}


def print_period(period: Period) -> str:
    """Give a period as far as it was written; empty for a whole year that is not named.

    >>> print_period(Period(2023, (7, 1), (9, 0))), print_period(Period(None, (12, 0), (12, 0)))
    ('2023年第三季度', '12月底')
    """
    return f"{period.year}年{_within_year(period)}" if period.year else _within_year(period)


def _within_year(period: Period) -> str:
    (month, first), (last_month, last) = period.first, period.last
    match last_month - month, first, last:
        case 11, _, _:
            return ""
        case 5, _, _:
            return _HALVES[month]
        case 2, _, _:
            return _QUARTERS[month]
        case _, 0, 0:
            return f"{month}月底"
        case _, 1, 0:
            return f"{month}月"
        case _, 1, 10:
            return f"{month}月上旬"
        case _, 11, 20:
            return f"{month}月中旬"
        case _, 21, 0:
            return f"{month}月下旬"
        case _:
            return f"{month}月{first}日"


def print_deadline(deadline: Deadline) -> str:
    """Give a deadline; 前 is written wherever it leaves the last day inside."""
    if deadline.every:
        return f"{_recurrence(deadline)}前"
    text = print_period(deadline.period)
    if not text:
        return f"年内{deadline.event or '完成'}"
    if not deadline.stated:
        return text
    if not deadline.worded:
        return f"{text}{deadline.event or '完成'}"
    return f"{text}前{deadline.event}" if _takes_before(deadline) else f"截至{text}{deadline.event}"


def _takes_before(deadline: Deadline) -> bool:
    return deadline.before or deadline.period.is_day


def _recurrence(deadline: Deadline) -> str:
    month, day = deadline.period.last
    if deadline.every == "week":
        return f"每周{_WEEKDAYS[day - 1]}"
    every = _EVERY[deadline.every]
    if month:
        return f"{every}{_within_year(deadline.period)}"
    return f"{every}{day}日" if day else f"{every}{'底' if deadline.every == 'month' else '末'}"


def print_window(window: Window) -> str:
    """Give a period from its first to its last date; 全年 where the year is not named."""
    start, end = print_period(window.start), print_period(window.end)
    return f"{start}至{end}" if start else "全年"
