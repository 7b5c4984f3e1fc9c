"""Compares numbers with a set of numbers: units first, then inclusion."""

from fractions import Fraction

from perfrules.actuals import Amount, PartOfWhole
from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.evaluation.finding import Case, Finding, NumbersCompared, Verdict, decided
from perfrules.source import Source, Span, TextPlace
from perfrules.targets import Amounts, Interval, Quotients
from perfrules.units import PLAIN, SCALES, Unit, comparison_note

_SHARE_DOUBT_FROM = Fraction(1, 10)
"""A bare actual in (0, 1] may be a share or a percentage where the target is a percentage of at least this."""


def compare_amount(case: Case, region: Amounts, amount: Amount) -> Finding:
    """Compare an amount with a target of amounts. A bare number takes the target's unit."""
    notes: tuple[Diagnostic, ...] = ()
    interval = amount.interval
    if amount.unit is None:
        if region.unit.text == "%" and _may_be_share(region.interval, interval):
            return _share_or_percentage(case, interval)
        interval = interval.scaled(region.unit.factor)
    elif region.unit.text == "" and region.interval.is_point and region.interval.low == 0:
        pass  # 无投诉 wants none, whatever they are counted in
    elif amount.unit.text in SCALES and region.unit.dimension:
        interval = interval.scaled(_without_scale(region.unit))
    elif region.unit.text == "" and _is_share(amount.unit) and _largest(region.interval) > 1:
        return _units_differ(case, region.unit, amount.unit)
    elif amount.unit is not region.unit:
        note = comparison_note(region.unit, amount.unit)
        if note is None:
            return _units_differ(case, region.unit, amount.unit)
        if note:
            units = {"target": region.unit.text, "actual": amount.unit.text}
            notes = (Diagnostic.of(Code.UNITS_EQUATED, note=note, **units),)
    return _included(case, region, interval, notes)


def compare_part(case: Case, region: Amounts, part: PartOfWhole) -> Finding:
    """Compare the quotient of 58/60 with a target that is a plain number or a share."""
    if region.unit.dimension:
        return _units_differ(case, region.unit, PLAIN)
    quotient = part.part / part.whole
    return _included(case, region, Interval(quotient, quotient), ())


def compare_quotient(case: Case, region: Quotients, value: Amount | PartOfWhole) -> Finding:
    """Compare two ratios as quotients of what is written."""
    if region.interval is None:
        return Finding(Verdict.UNKNOWN)  # the target's own diagnostic says why
    if isinstance(value, PartOfWhole):
        quotient = value.part / value.whole
        interval = Interval(quotient, quotient)
    elif value.unit is not None and value.unit.dimension:
        return _units_differ(case, PLAIN, value.unit)
    else:
        interval = value.interval
    return _included(case, Amounts(region.interval, PLAIN), interval, ())


def _included(case: Case, region: Amounts, interval: Interval, notes: tuple[Diagnostic, ...]) -> Finding:
    target, number = region.interval, interval.low
    if number is not None and number is interval.high:
        compared = NumbersCompared(number, target, region.unit)
        return Finding(Verdict.MET if target.contains(number) else Verdict.UNMET, notes, compared)
    verdict = verdict_of(interval, target)
    if verdict is not None:
        return Finding(verdict, notes)
    straddles = case.diagnostic(Code.STRADDLES, range=interval.in_unit(region.unit), target=str(region))
    return Finding(Verdict.UNKNOWN, (*notes, straddles))


def _without_scale(unit: Unit) -> Fraction:
    """Give the factor of a unit without its scale: of 万元 that of 元, which 118.5万 leaves out."""
    scale = next((scale for scale in sorted(SCALES, key=len, reverse=True) if unit.text.startswith(scale)), None)
    return unit.factor / SCALES[scale] if scale else unit.factor


def _is_share(unit: Unit) -> bool:
    """Whether it is a part of one, such as %: 95% against ≥90 may be meant as 95, or as 0.95."""
    return not unit.dimension and unit.factor < 1


def _largest(interval: Interval) -> Fraction:
    return max(bound for bound in (interval.low, interval.high) if bound is not None)


def _may_be_share(target: Interval, actual: Interval) -> bool:
    number = actual.low
    is_small = number is not None and actual.high is not None and number > 0 and actual.high <= 1
    return is_small and _largest(target) >= _SHARE_DOUBT_FROM


def _share_or_percentage(case: Case, interval: Interval) -> Finding:
    percent = Unit("%", Fraction(1, 100))
    return case.unknown(
        Code.PERCENT_OR_SHARE,
        as_share=interval.in_unit(percent).strip("{}"),
        as_percent=interval.scaled(percent.factor).in_unit(percent).strip("{}"),
    )


def _units_differ(case: Case, target: Unit, actual: Unit) -> Finding:
    """Point at both units, in the target cell and in the actual cell."""
    labels = (
        _unit_label("指标值", case.target.text, target),
        _unit_label("实际完成值", case.actual.text, actual),
    )
    units = {"target": target.text or "无单位", "actual": actual.text or "无单位"}
    return Finding(Verdict.UNKNOWN, (Diagnostic.of(Code.UNITS_DIFFER, *labels, **units),))


def _unit_label(cell: str, text: str, unit: Unit) -> Label:
    start = text.rfind(unit.text) if unit.text else -1
    span = Span(start, start + len(unit.text)) if start >= 0 else Span(0, len(text))
    return Label(TextPlace(Source(cell, text), span))


def verdict_of(interval: Interval, target: Interval) -> Verdict | None:
    """Give the verdict by inclusion alone, None where the interval straddles a bound."""
    if target.includes(interval):
        return decided(met=True)
    return decided(met=False) if target.misses(interval) else None
