"""What a formula of a scheme may ask about the numbers and days behind a verdict, with their units."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from perfrules.evaluation import DaysCompared, NumbersCompared, Outcome, Verdict
from perfrules.formulas import Kind, Value, value_text
from perfrules.targets import Interval
from perfrules.units import UNITS, Quantity, Unit, exact_text

TARGET, ACTUAL, GAP, DAYS_LATE = "指标值", "实际值", "差距", "逾期天数"

MEASURES: Mapping[str, Kind] = dict.fromkeys((TARGET, ACTUAL, GAP, DAYS_LATE), Kind.NUMBER)


def measures(outcome: Outcome) -> dict[str, Value]:
    """Give the number wanted, the one reached, how far it falls short, and by how many days it is late.

    A range has no single number that is wanted; where nothing exact was compared, there is none of them. What falls
    short has the unit of the target; days late are a bare number, none for what came too early.

    >>> from perfrules.evaluation import check
    >>> {name: str(value) for name, value in measures(check("≤5天", "8天")).items()}
    {'指标值': '5天', '实际值': '8天', '差距': '3天', '逾期天数': '3'}
    """
    compared = outcome.compared
    match compared:
        case NumbersCompared(measured, interval, unit):
            wanted, gap = _bound(interval), _gap(measured, interval)
            is_time = interval.low is None and unit.dimension == _day().dimension
            return {
                TARGET: None if wanted is None else _amount(wanted, unit),
                ACTUAL: _amount(measured, unit),
                GAP: _amount(gap, unit),
                DAYS_LATE: gap / _day().factor if is_time else None,
            }
        case DaysCompared(reached, last):
            days = Fraction((reached - last).days)
            is_early = days <= 0 and outcome.verdict is Verdict.UNMET
            return {**dict.fromkeys(MEASURES), DAYS_LATE: None if is_early else max(days, Fraction(0))}
        case None:
            return {**dict.fromkeys(MEASURES)}


def measure_text(name: str, value: Value, outcome: Outcome) -> str:
    """Show a measure; a share is shown as a percentage where the target is one.

    >>> from perfrules.evaluation import check
    >>> outcome = check("≥90%", "88.5%")
    >>> [measure_text(name, value, outcome) for name, value in measures(outcome).items()]
    ['90%', '88.5%', '1.5%', '']
    """
    compared = outcome.compared
    is_share = isinstance(compared, NumbersCompared) and compared.unit.text == "%" and name != DAYS_LATE
    if isinstance(value, Fraction) and is_share:
        return f"{exact_text(value * 100)}%"
    return "" if value is None else value_text(value)


def _bound(interval: Interval) -> Fraction | None:
    if interval.low is not None and interval.high is not None and not interval.is_point:
        return None
    return interval.high if interval.low is None else interval.low


def _gap(measured: Fraction, interval: Interval) -> Fraction:
    if interval.low is not None and measured < interval.low:
        return interval.low - measured
    return measured - interval.high if interval.high is not None and measured > interval.high else Fraction(0)


def _amount(base: Fraction, unit: Unit) -> Value:
    return Quantity(base / unit.factor, unit) if unit.dimension else base


@cache
def _day() -> Unit:
    return UNITS.unit_of((("天", 1),))
