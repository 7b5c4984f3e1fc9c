"""Reads an actual value, from text or from a Python value."""

import math
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from perfrules.actuals.actual import (
    Actual,
    ActualValue,
    Amount,
    Answer,
    Asserted,
    Dates,
    LevelReached,
    NotReported,
    PartOfWhole,
    StatedChange,
    Tier,
    TierReached,
    Words,
)
from perfrules.diagnostics import Code, Diagnostic
from perfrules.syntax import (
    STANDARD,
    ActualExpression,
    Approximation,
    Assertion,
    Between,
    Blank,
    Bound,
    Change,
    Deadline,
    Grade,
    Language,
    Measure,
    Op,
    Period,
    Qualitative,
    Quotient,
    Ratio,
    TierWords,
    Window,
    YesNo,
    fold,
    read_actual_text,
)
from perfrules.targets import (
    Interval,
    approximately,
    bounded,
    denote_change,
    denote_levels,
    direction_interval,
    polarity_of_name,
    range_interval,
)
from perfrules.targets.finding.vocabulary import anywhere
from perfrules.units import Unit, exact_text
from perfrules.units.foreign import from_pint

_MOST_BITS = 4096
"""Longer numbers measure nothing; and Python itself refuses to write out some of them."""


def read_actual(value: object, language: Language = STANDARD) -> Actual:
    """Read an actual value.

    Text is read like a target cell, with what only actual values have (58/60, 约60家, 部分达成…, 已完成). `None`, an
    empty text and a float that is not a number mean: not reported. `int`, `Decimal`, `float` (by its `repr`),
    `Fraction`, `bool`, `date`, `datetime` and `pint.Quantity` are taken as they are. Another type raises `TypeError`.
    `language` has a ruleset's own words.

    >>> read_actual("58家").value.unit.text
    '家'
    >>> read_actual(0.1).value.interval.low
    Fraction(1, 10)
    """
    if isinstance(value, str):
        return _read_text(value, language)
    match value:
        case None:
            return Actual("", NotReported())
        case Actual():
            return value
        case bool():
            return Actual("是" if value else "否", Answer(value))
        case int() | Decimal() | Fraction() | float():
            return _read_number(value)
        case date():
            day = value.date() if isinstance(value, datetime) else value
            month_day = (day.month, day.day)
            period = Period(day.year, month_day, month_day)
            return Actual(day.isoformat(), Dates(period, period))
        case _:
            quantity = from_pint(value, language.units)
            if quantity is None:
                raise TypeError(f"an actual value must be text, a number, a date or a bool, not {type(value).__name__}")
            return Actual(str(quantity), Amount(_point(quantity.canonical), quantity.unit))


def _read_number(value: float | Decimal | Fraction) -> Actual:
    if isinstance(value, Decimal) and not value.is_finite():
        return Actual("", NotReported()) if value.is_nan() else Actual(str(value), Words(str(value)))
    if isinstance(value, float) and not math.isfinite(value):
        return Actual("", NotReported()) if math.isnan(value) else Actual(str(value), Words(str(value)))
    number = Fraction(repr(value)) if isinstance(value, float) else Fraction(value)
    if max(number.numerator.bit_length(), number.denominator.bit_length()) > _MOST_BITS:
        return Actual("", Words("一个长得离谱的数"))
    return Actual(exact_text(number), Amount(_point(number)))


@lru_cache(maxsize=16384)
def _read_text(text: str, language: Language) -> Actual:
    stripped = text.strip()
    diagnostics: list[Diagnostic] = []
    expression = read_actual_text(text, language)
    # 计划12月20日完成 says what is planned, not what was reached.
    is_planned = isinstance(expression, Bound | Deadline | Window) and anywhere("PLANNING").search(fold(stripped))
    value = Words(stripped) if is_planned else _value(stripped, expression, diagnostics)
    return Actual(stripped, value, tuple(diagnostics))


def _value(text: str, expression: ActualExpression, diagnostics: list[Diagnostic]) -> ActualValue:
    match expression:
        case Blank():
            return NotReported()
        case Bound(subject=subject) if polarity_of_name(subject) is Op.LE and expression.measure.number:
            # 不满意率95% is no 95% of whatever the target asks for.
            return Words(text)
        case Bound():
            return _amount(text, expression, diagnostics)
        case Between():
            interval = range_interval(expression)
            return Words(text) if interval.is_empty else Amount(interval, _unit(expression.high))
        case Quotient():
            return _quotient(text, expression)
        case Ratio(op=None, left=left, right=right) if right.number:
            return PartOfWhole(left.number, right.number)
        case Change():
            return _change(expression)
        case Qualitative(direction=direction) if direction is not None:
            return StatedChange(direction, "unstated", direction_interval(direction))
        case Deadline(every=""):
            if expression.worded:
                diagnostics.append(Diagnostic.of(Code.ECHOED, actual=text))
            return Dates(expression.period, expression.period, expression.worded, expression.before, expression.event)
        case Window():
            return Dates(expression.start, expression.end)
        case YesNo():
            return Answer(expression.answer)
        case Grade(op=None):
            return LevelReached(expression.scale, (expression.level,))
        case Grade():
            diagnostics.append(Diagnostic.of(Code.ECHOED, actual=text))
            return LevelReached(expression.scale, denote_levels(expression).levels)
        case TierWords():
            return TierReached(Tier[expression.tier])
        case Assertion():
            return Asserted()
        case _:
            return Words(text)


def _amount(text: str, bound: Bound, diagnostics: list[Diagnostic]) -> Amount:
    measure, unit = bound.measure, _unit(bound.measure)
    factor = unit.factor if unit else Fraction(1)
    if bound.op is None or bound.op is Op.EQ:
        interval = approximately(measure).scaled(factor)
        if isinstance(measure.approximation, Approximation):
            shown = interval.in_unit(unit or Unit(""))
            diagnostics.append(Diagnostic.of(Code.APPROXIMATE_ACTUAL, actual=text, range=shown))
    else:
        interval = bounded(bound.op, measure.number * factor)
    if bound.op is not None and measure.is_written:
        diagnostics.append(Diagnostic.of(Code.ECHOED, actual=text))
    return Amount(interval, unit)


def _quotient(text: str, quotient: Quotient) -> ActualValue:
    part, whole = quotient.part, quotient.whole
    if not whole.number:
        return Words(text)
    if not whole.unit or part.unit == whole.unit or not part.unit:
        return PartOfWhole(part.number, whole.number)
    unit = part.units.unit_of((*part.unit, *((name, -exponent) for name, exponent in whole.unit)))
    return Amount(_point(part.number / whole.number * unit.factor), unit)


def _change(change: Change) -> StatedChange:
    region = denote_change(change)
    if change.amount is None:
        return StatedChange(change.direction, change.baseline, region.interval)
    if change.op is None and change.high is None:
        # 增长6% in a report is 6 %, not 6 % or more.
        exact = denote_change(Change(change.direction, change.baseline, Op.EQ, change.amount))
        return StatedChange(change.direction, change.baseline, exact.interval, exact.unit)
    return StatedChange(change.direction, change.baseline, region.interval, region.unit)


def _unit(measure: Measure) -> Unit | None:
    return measure.of if measure.unit else None


def _point(number: Fraction) -> Interval:
    return Interval(number, number)
