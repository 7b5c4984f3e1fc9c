"""How far a target was reached: attainment (完成率) and deviation (偏差), from what was compared."""

from fractions import Fraction

import attrs

from perfrules.evaluation.finding import Compared, DaysCompared, NumbersCompared
from perfrules.targets import Interval
from perfrules.units import exact_text


@attrs.frozen
class Deviation:
    """Actual minus target, in a unit for people: percentages deviate in 百分点, dates in 天."""

    number: Fraction
    unit: str

    def __str__(self) -> str:
        return f"{'+' if self.number > 0 else ''}{exact_text(self.number)}{self.unit}"


def attainment(compared: Compared) -> Fraction | None:
    """Give actual ÷ target for a lower bound or an equality, target ÷ actual for an upper bound; else None."""
    if not isinstance(compared, NumbersCompared):
        return None
    bound, measured = _bound(compared.interval), compared.measured
    if bound is None:
        return None
    over, under = (bound, measured) if compared.interval.low is None else (measured, bound)
    return over / under if under else None


def deviation(compared: Compared) -> Deviation | None:
    """Give actual minus target; None where the target is a range."""
    match compared:
        case NumbersCompared(measured, interval, unit):
            bound = _bound(interval)
            if bound is None:
                return None
            return Deviation((measured - bound) / unit.factor, "百分点" if unit.text == "%" else unit.text)
        case DaysCompared(reached, last):
            return Deviation(Fraction((reached - last).days), "天")
        case None:
            return None


def _bound(interval: Interval) -> Fraction | None:
    """The one number that a half-line or a point is made of; a range has two."""
    if interval.low is None or interval.high is None or interval.is_point:
        return interval.high if interval.low is None else interval.low
    return None
