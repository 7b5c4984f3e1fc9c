"""What will have been reached by the end of the year, as far as that can be told during it."""

from fractions import Fraction
from math import ceil, floor

import attrs

from perfrules.actuals import Actual, Amount
from perfrules.monitoring.accumulation import is_counted
from perfrules.monitoring.figures import amount, percent
from perfrules.targets import Interval
from perfrules.units import PLAIN, Unit

SPREAD = "预测幅度"
"""The parameter that says how much faster or slower than so far the rest of the year may go."""

USUAL_SPREAD = Fraction(1, 5)
"""What is taken where a method does not state it."""


@attrs.frozen
class Forecast:
    """A value for the whole year as an actual value, and what it assumes.

    `middle` is the number at an unchanged pace, in base units, and `interval` the range around it; both are None for
    what an office expects itself (`is_given`) in other words than numbers.
    """

    actual: Actual
    assumption: str
    is_given: bool = False
    middle: Fraction | None = None
    interval: Interval | None = None


def from_pace(measured: Fraction, unit: Unit, passed: Fraction, spread: Fraction, basis: str) -> Forecast | None:
    """Continue the pace so far to the end of the year: linearly, and `spread` faster or slower for the rest of it.

    `passed` is the share of the year, or of the plan, in which `measured` was reached; without any there is no pace.

    >>> forecast = from_pace(Fraction(40), Unit("家"), Fraction(1, 2), Fraction(1, 5), "时间进度")
    >>> forecast.actual.text, forecast.assumption
    ('72家至88家', '按时间进度50%推算：以后的快慢是目前的80%至120%')
    """
    if not passed:
        return None
    rest = measured / passed - measured
    low, high = measured + rest * (1 - spread), measured + rest * (1 + spread)
    interval = Interval(low, low if low == high else high)
    shown = _range(low, high, unit)
    slower, faster = percent(1 - spread), percent(1 + spread)
    assumption = f"按{basis}{percent(passed)}推算：以后的快慢是目前的{slower}至{faster}"
    return Forecast(Actual(shown, Amount(interval, unit)), assumption, middle=measured + rest, interval=interval)


def as_given(actual: Actual, unit: Unit = PLAIN) -> Forecast:
    """Take the forecast of the office as it is; a bare number is of `unit`."""
    value = actual.value
    if not isinstance(value, Amount):
        return Forecast(actual, "单位填报的全年预计", is_given=True)
    interval = value.interval if value.unit is not None else value.interval.scaled(unit.factor)
    middle = interval.low if interval.is_point else None
    return Forecast(actual, "单位填报的全年预计", is_given=True, middle=middle, interval=interval)


def _range(low: Fraction, high: Fraction, unit: Unit) -> str:
    if is_counted(unit) and unit.factor == 1:  # of whole things, a person wants to read whole numbers
        low, high = Fraction(floor(low)), Fraction(ceil(high))
    return amount(low, unit) if low == high else f"{amount(low, unit)}至{amount(high, unit)}"
