"""Compares changes: those that the actual value states itself, and those that a baseline gives."""

from fractions import Fraction

from perfrules.actuals import Amount, NotReported, PartOfWhole, StatedChange
from perfrules.diagnostics import Code
from perfrules.evaluation.finding import Case, Finding, NumbersCompared
from perfrules.evaluation.numbers import verdict_of
from perfrules.syntax import Direction, print_baseline
from perfrules.targets import Changes, Interval, Judged
from perfrules.units import PLAIN, UNITS, Unit, comparison_note

_POINTS = "百分点"
_PERCENTAGE_POINTS = ((_POINTS, 1),)
_DOWNWARD = frozenset({Direction.DECREASE, Direction.NOT_INCREASE})
_UPWARD = frozenset({Direction.INCREASE, Direction.NOT_DECREASE})


def compare_stated(case: Case, region: Changes, stated: StatedChange) -> Finding:
    """Compare a change that the actual value states."""
    if region.amount_given and stated.unit is not None and not _same_kind(region.unit, stated.unit):
        return case.unknown(Code.KINDS_DIFFER, wanted=_kind(region.unit), given=_kind(stated.unit))
    return _decide(case, region, stated.interval)


def compare_measured(case: Case, region: Changes, amount: Amount) -> Finding:
    """Compare a number with a change: as the change itself where it can only be that, else through the baseline."""
    if region.amount_given and amount.unit is not None and _is_change_itself(region, amount.unit):
        low = amount.interval.low
        # 6% against a fall is a fall of 6 %; -6% says so itself.
        is_fall = region.direction in _DOWNWARD and low is not None and low >= 0
        return _decide(case, region, amount.interval.mirrored if is_fall else amount.interval)
    change = _change_since(case, amount, relative=region.relative)
    if isinstance(change, Finding):
        return change
    interval, unit = change
    if region.amount_given and not region.relative and not _same_kind(region.unit, unit):
        return case.unknown(Code.KINDS_DIFFER, wanted=_kind(region.unit), given=_kind(unit))
    return _decide(case, region, interval)


def as_share(part: PartOfWhole) -> Amount:
    """Give a part of a whole as the number that it is."""
    quotient = part.part / part.whole
    return Amount(Interval(quotient, quotient))


def moves_wrong_way(case: Case, judged: Judged, value: Amount | StatedChange) -> bool:
    """Whether numbers or words show a change against the direction that is wanted."""
    if judged.direction is None:
        return False
    if isinstance(value, StatedChange):
        interval = value.interval
    else:
        change = _change_since(case, value, relative=False)
        if isinstance(change, Finding):
            return False
        interval = change[0]
    zero = Fraction(0)
    if judged.direction in _UPWARD:
        return Interval(high=zero, high_closed=False).includes(interval)
    return judged.direction in _DOWNWARD and Interval(low=zero, low_closed=False).includes(interval)


def _is_change_itself(region: Changes, unit: Unit) -> bool:
    """A percentage against a relative change, and 百分点 against 百分点, can be nothing but the change."""
    return not unit.dimension and ((region.relative and unit.text == "%") or unit.text == region.unit.text == _POINTS)


def _same_kind(one: Unit, other: Unit) -> bool:
    if (one.text == _POINTS) != (other.text == _POINTS):
        return False
    return comparison_note(one, other) is not None


def _kind(unit: Unit) -> str:
    return f"以“{unit.text or '数'}”计的变化"


def _change_since(case: Case, amount: Amount, *, relative: bool) -> tuple[Interval, Unit] | Finding:
    """Work out the change from the baseline: as a share of it, or as a difference in base units."""
    baseline = case.baseline
    if baseline is None or isinstance(baseline.value, NotReported):
        return case.unknown(Code.BASELINE_MISSING, baseline=baseline_name(case))
    value = baseline.value
    if isinstance(value, PartOfWhole):
        value = as_share(value)
    if not isinstance(value, Amount) or value.interval.low is None or value.interval.low != value.interval.high:
        return case.unknown(Code.KINDS_DIFFER, wanted=f"{baseline_name(case)}的数", given=f"“{baseline.text}”")
    unit = amount.unit or value.unit or PLAIN
    if amount.unit is not None and value.unit is not None and comparison_note(amount.unit, value.unit) is None:
        return case.unknown(Code.UNITS_DIFFER, target=value.unit.text, actual=amount.unit.text)
    before = value.interval.low * (unit.factor if value.unit is None else 1)
    now = amount.interval.scaled(unit.factor) if amount.unit is None else amount.interval
    difference = _shifted(now, -before)
    if not relative:
        return difference, UNITS.unit_of(_PERCENTAGE_POINTS) if unit.text == "%" else unit
    if not before:
        return case.unknown(Code.BASELINE_ZERO, baseline=baseline.text)
    share = difference.scaled(1 / abs(before))
    return share, PLAIN


def _shifted(interval: Interval, by: Fraction) -> Interval:
    low = None if interval.low is None else interval.low + by
    high = None if interval.high is None else interval.high + by
    return Interval(low, high, interval.low_closed, interval.high_closed)


def _decide(case: Case, region: Changes, interval: Interval) -> Finding:
    verdict = verdict_of(interval, region.interval)
    if verdict is None:
        return case.unknown(Code.CHANGE_UNQUANTIFIED)
    if not region.amount_given or interval.low is None or interval.low != interval.high:
        return Finding(verdict)
    # Attainment and deviation are those of the extent: a fall of 4 % against one of 5 % is 80 % of it, and 1 short.
    if region.direction in _DOWNWARD:
        return Finding(verdict, (), NumbersCompared(-interval.low, region.interval.mirrored, region.unit))
    return Finding(verdict, (), NumbersCompared(interval.low, region.interval, region.unit))


def baseline_name(case: Case) -> str:
    """Name what the change is measured from, for people."""
    region = case.target.region
    return print_baseline(region.baseline if isinstance(region, Changes) else "unstated")
