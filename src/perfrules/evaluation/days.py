"""Compares days with days."""

from datetime import date, timedelta

from perfrules.actuals import Dates
from perfrules.diagnostics import Code
from perfrules.evaluation.finding import Case, DaysCompared, Finding, Verdict, decided
from perfrules.syntax import Deadline, Period
from perfrules.targets import Days, last_day


def compare_days(case: Case, region: Days, dates: Dates) -> Finding:
    """Compare a stretch of days with a target of days: inside, outside, or across its edge."""
    if region.yearless or region.last is None:
        if isinstance(case.target.expression, Deadline) and case.target.expression.every:
            return case.unknown(Code.RECURRENCE)
        return Finding(Verdict.UNKNOWN)  # the target's own diagnostic says that its year is missing
    first = _day(case, dates.start, dates.start.first)
    last = first if dates.before else _day(case, dates.end, dates.end.last)
    if isinstance(first, Finding):
        return first
    if isinstance(last, Finding):
        return last
    if dates.before:
        last -= timedelta(days=1)
    compared = DaysCompared(last, region.last) if first == last and not dates.open_start else None
    if dates.event and (doubt := _other_event(case, dates.event, is_late=first > region.last)) is not None:
        return doubt
    if last <= region.last and (region.first is None or (not dates.open_start and first >= region.first)):
        return Finding(decided(met=True), (), compared)
    if (first > region.last and not dates.open_start) or (region.first is not None and last < region.first):
        return Finding(decided(met=False), (), compared)
    shown = f"{last}以前" if dates.open_start else f"{first}至{last}"
    return case.unknown(Code.STRADDLES, range=shown)


def _other_event(case: Case, event: str, *, is_late: bool) -> Finding | None:
    """Say what a start tells of a completion: nothing, unless it comes too late even for that."""
    expression = case.target.expression
    wanted = expression.event if isinstance(expression, Deadline) else ""
    if event == wanted:
        return None
    if is_late and not wanted:
        return Finding(decided(met=False))
    return case.unknown(Code.EVENT_DIFFERS, event=event, wanted=wanted or "完成")


def _day(case: Case, period: Period, month_day: tuple[int, int]) -> date | Finding:
    """Give a day of the period; where it names no year, in the budget year."""
    year = period.year or case.target.year
    if year is None:
        return case.unknown(Code.YEAR_UNKNOWN)
    try:
        return last_day(year, month_day)
    except ValueError:
        return case.unknown(Code.DATE_IMPOSSIBLE, date=f"{year}年{month_day[0]}月{month_day[1]}日")
