"""Says which set a completed expression denotes."""

from datetime import date, timedelta
from fractions import Fraction
from typing import assert_never

from perfrules.diagnostics import Code, Diagnostic
from perfrules.syntax import (
    All,
    Any,
    Between,
    Blank,
    Bound,
    Change,
    Deadline,
    Direction,
    Expression,
    Grade,
    Measure,
    Op,
    Origin,
    Qualitative,
    Ratio,
    Reference,
    Scale,
    Tolerance,
    Window,
    YesNo,
)
from perfrules.targets.approximation import approximately, bounded
from perfrules.targets.region import (
    AllOf,
    Amounts,
    Answers,
    AnyOf,
    Changes,
    Days,
    Interval,
    Judged,
    Levels,
    Quotients,
    Referred,
    Region,
    Unset,
)
from perfrules.units import PLAIN, Unit, comparison_note, exact_text

_ZERO = Fraction(0)
_SHARES = frozenset({"%", "‰", "‱", "成", "倍"})
"""Units whose amounts are shares of the baseline, when a change is measured in them."""


def denote(text: str, expression: Expression) -> tuple[Region, list[Diagnostic]]:
    """Give the set that a completed expression denotes."""
    diagnostics: list[Diagnostic] = []
    return _Denotation(text, diagnostics).region(expression), diagnostics


def last_day(year: int, month_day: tuple[int, int]) -> date:
    """Give a day of a year, the last of its month for day 0; `ValueError` where there is no such day."""
    month, day = month_day
    if day:
        return date(year, month, day)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


class _Denotation:
    """One denotation: the cell's text, and where diagnostics go."""

    def __init__(self, text: str, diagnostics: list[Diagnostic]) -> None:
        self.text, self.diagnostics = text, diagnostics

    def note(self, code: Code, **arguments: str | date) -> None:
        self.diagnostics.append(Diagnostic.of(code, **arguments))

    def region(self, expression: Expression) -> Region:
        match expression:
            case Bound():
                return self.bound(expression)
            case Between():
                return self.between(expression)
            case Tolerance():
                return self.tolerance(expression)
            case Ratio():
                return _quotients(expression)
            case Change():
                return self.change(expression)
            case Deadline():
                return self.deadline(expression)
            case Window():
                return self.window(expression)
            case YesNo():
                return Answers(expression.answer)
            case Grade():
                return denote_levels(expression)
            case Qualitative():
                return Judged(expression.text, expression.direction)
            case Reference():
                return Referred(expression.op, expression.to)
            case Scale() | Blank():
                return Unset()
            case All():
                return AllOf(tuple(self.region(part) for part in expression.of))
            case Any():
                return AnyOf(tuple(self.region(part) for part in expression.of))
            case _:
                assert_never(expression)

    # numbers

    def bound(self, bound: Bound) -> Region:
        unit = bound.measure.of
        if bound.op is None:
            return Unset()
        if bound.measure.approximation is not None:
            return Amounts(self.about(bound.op, bound.measure, unit).scaled(unit.factor), unit, bound.subject)
        interval = bounded(bound.op, unit.to_base(bound.measure.number))
        if bound.closing is not None:
            interval = interval.intersection(bounded(bound.closing, unit.to_base(bound.measure.number)))
        return Amounts(interval, unit, bound.subject)

    def about(self, op: Op, measure: Measure, unit: Unit) -> Interval:
        around = _beyond(op, approximately(measure))
        self.note(Code.ABOUT_ASSUMED, text=self.text.strip(), range=around.scaled(unit.factor).in_unit(unit))
        return around

    def between(self, between: Between) -> Region:
        low, high = between.low.of, between.high.of
        if comparison_note(low, high) is None:
            self.note(Code.UNIT_CONFLICT, cell=low.text, place="区间的另一端", other=high.text)
            return Unset()
        interval = range_interval(between)
        if between.low.approximation is not None or between.high.approximation is not None:
            self.note(Code.ABOUT_ASSUMED, text=self.text.strip(), range=interval.in_unit(high))
        if interval.is_empty:
            first = f"{'不低于' if between.low_closed else '大于'}{exact_text(between.low.number)}{low.text}"
            second = f"{'不高于' if between.high_closed else '小于'}{exact_text(between.high.number)}{high.text}"
            self.note(Code.RANGE_EMPTY, text=self.text.strip(), first=first, second=second)
        return Amounts(interval, high, between.subject)

    def tolerance(self, tolerance: Tolerance) -> Region:
        unit = (tolerance.center or tolerance.delta).of
        center = unit.to_base(tolerance.center.number) if tolerance.center else _ZERO
        delta = tolerance.delta.of.to_base(tolerance.delta.number)
        return Amounts(Interval(center - delta, center + delta), unit)

    def change(self, change: Change) -> Region:
        if change.amount is not None and change.amount.approximation is not None:
            self.note(Code.ABOUT_ASSUMED, text=self.text.strip(), range=str(denote_change(change)))
        return denote_change(change)

    # dates

    def deadline(self, deadline: Deadline) -> Region:
        if deadline.every:
            return Days(None, None, yearless=True)
        year = deadline.period.year
        if year is None:
            self.note(Code.YEAR_MISSING, text=self.text.strip())
            return Days(None, None, yearless=True)
        last = self.day(year, deadline.period.first if deadline.before else deadline.period.last)
        if last is None:
            return Unset()
        if deadline.before:
            start, last = last, last - timedelta(days=1)
            self.note(Code.MONTH_BEFORE, text=self.text.strip(), start=start, last=last)
        return Days(None, last)

    def window(self, window: Window) -> Region:
        start, end = window.start.year, window.end.year
        if start is None or end is None:
            self.note(Code.YEAR_MISSING, text=self.text.strip())
            return Days(None, None, yearless=True)
        first, last = self.day(start, window.start.first), self.day(end, window.end.last)
        if first is None or last is None:
            return Unset()
        if first > last:
            self.note(Code.RANGE_EMPTY, text=self.text.strip(), first=f"不早于{first}", second=f"不晚于{last}")
        return Days(first, last)

    def day(self, year: int, month_day: tuple[int, int]) -> date | None:
        try:
            return last_day(year, month_day)
        except (ValueError, OverflowError):
            self.note(Code.DATE_IMPOSSIBLE, date=f"{year}年{month_day[0]}月{month_day[1]}日")
            return None


def range_interval(between: Between) -> Interval:
    """Give the numbers of a range in base units; an approximate end reaches as far as its word says."""
    bottom = approximately(between.low).scaled(between.low.of.factor)
    top = approximately(between.high).scaled(between.high.of.factor)
    closed = between.low_closed and bottom.low_closed, between.high_closed and top.high_closed
    return Interval(bottom.low, top.high, *closed)


def _quotients(ratio: Ratio) -> Region:
    left, right = ratio.left.number, ratio.right.number
    if ratio.op is None or not left or not right:
        return Quotients(None, left, right)
    if ratio.op_from is Origin.NAME:
        # 撬动 1:1.5 wants the right side large, so that left ÷ right may be at most what is written.
        return Quotients(bounded(ratio.op.reversed, left / right), left, right)
    return Quotients(bounded(ratio.op, left / right), left, right)


def denote_change(change: Change) -> Changes:
    """Give the signed set of changes that are meant; in words alone, all of that direction."""
    if change.amount is None:
        interval = direction_interval(change.direction)
        return Changes(interval, change.direction, change.baseline, relative=False, unit=PLAIN, amount_given=False)
    unit = change.amount.of
    if change.high is not None:
        interval = range_interval(Between(change.amount, change.high))
    else:
        interval = _beyond(change.op or Op.GE, approximately(change.amount)).scaled(unit.factor)
    if change.direction in {Direction.DECREASE, Direction.NOT_INCREASE}:
        interval = interval.mirrored
    relative = not unit.dimension and unit.text in _SHARES
    return Changes(interval, change.direction, change.baseline, relative, unit, amount_given=True)


def _beyond(op: Op, around: Interval) -> Interval:
    """Give what an operator and a number denote; the bound is at the far end of an approximate number."""
    number = around.low
    if number is not None and number == around.high:
        return bounded(op, number)
    if op in {Op.GE, Op.GT}:
        return Interval(around.low, None, low_closed=around.low_closed)
    return Interval(None, around.high, high_closed=around.high_closed) if op in {Op.LE, Op.LT} else around


def direction_interval(direction: Direction) -> Interval:
    """Give all changes of a direction."""
    match direction:
        case Direction.INCREASE:
            return bounded(Op.GT, _ZERO)
        case Direction.DECREASE:
            return bounded(Op.LT, _ZERO)
        case Direction.NOT_DECREASE:
            return bounded(Op.GE, _ZERO)
        case Direction.NOT_INCREASE:
            return bounded(Op.LE, _ZERO)
        case Direction.STEADY:
            return bounded(Op.EQ, _ZERO)
        case _:
            assert_never(direction)


def denote_levels(grade: Grade) -> Levels:
    """Give the levels of its scale that a grade allows; of a scale without an order, the named one alone."""
    scale = grade.scale
    place = scale.levels.index(grade.level)
    if not scale.ordered:
        return Levels(scale, (grade.level,), ordered=False)
    match grade.op:
        case Op.LE:
            allowed = scale.levels[place:]
        case Op.LT:
            allowed = scale.levels[place + 1 :]
        case Op.GT:
            allowed = scale.levels[:place]
        case Op.EQ:
            allowed = scale.levels[place : place + 1]
        case _:
            allowed = scale.levels[: place + 1]
    return Levels(scale, allowed)
