"""What there is to try in a scheme: its own lines, and three sides of each of its thresholds."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from perfrules.formulas import Formula, Value, formula_text, names_in
from perfrules.scoring import BandTable, ClassWeight, Merger, Scheme, ScoringRule, TierTable
from perfrules.source import Place
from perfrules.targets import Amounts, Interval
from perfrules.trials.thresholds import Side, Threshold, thresholds_in
from perfrules.units import Quantity, exact_text

RULES, EXECUTION, AUDITED, WEIGHTS, TIERS, GRADES = "得分", "预算执行", "复核", "分值", "评判等级", "等次"


@attrs.frozen
class Item:
    """Something to try: a line, or one side of a threshold. `block` says where in the scheme it stands."""

    block: str
    text: str
    side: Side | None = None
    place: Place | None = attrs.field(default=None, eq=False)

    def __str__(self) -> str:
        if self.side is None:
            return f"{self.block}：没有试到“{self.text}”"
        return f"{self.block}：没有试{self.side.value}的“{self.text}”"


def parameters_of(scheme: Scheme) -> Mapping[str, Value]:
    """Give the numbers that a scheme names."""
    return {parameter.name: parameter.value for parameter in scheme.parameters}


def items_of(scheme: Scheme) -> Iterator[Item]:
    """Give all that the text of a scheme states itself, in its order.

    >>> list(items_of(Scheme("例")))
    []
    """
    yield from _weights(scheme)
    yield from _rules(scheme, RULES, scheme.rules)
    yield from _rules(scheme, EXECUTION, scheme.execution)
    yield from _rules(scheme, AUDITED, scheme.audited)
    for tiers in scheme.tiers:
        if tiers.origin == scheme.name:
            yield from _tiers(tiers)
    for bands in scheme.bands:
        if bands.origin == scheme.name:
            yield from (sided for end in band_ends(bands) for sided in sides(bands.name, band_text(bands, end)))
    if any(grade.origin == scheme.name for grade in scheme.grades):
        yield from (sided for end in grade_ends(scheme) for sided in sides(GRADES, f"{exact_text(end)}分"))


def sides(block: str, text: str, place: Place | None = None) -> Iterator[Item]:
    """Give the three sides of a threshold."""
    return (Item(block, text, side, place) for side in Side)


def rule_item(block: str, rule: ScoringRule) -> Item:
    """Give the item of a rule."""
    condition = "否则" if rule.condition is None else formula_text(rule.condition)
    return Item(block, f"{condition}：{formula_text(rule.award)}", place=rule.place)


def own_thresholds(formula: Formula | None, rule: ScoringRule, scheme: Scheme) -> Iterator[Threshold]:
    """Give the thresholds of a part of a rule that a scheme has to try: those it states, or moves by a parameter."""
    if formula is None:
        return
    own = {parameter.name for parameter in scheme.parameters if parameter.origin == scheme.name}
    for threshold in thresholds_in(formula, parameters_of(scheme)):
        if rule.origin == scheme.name or own & set(names_in(threshold.limit)):
            yield threshold


def band_ends(bands: BandTable) -> tuple[Fraction, ...]:
    """Give the numbers at which one band ends and another begins, in base units."""
    intervals = [band.target.region.interval for band in bands.bands if isinstance(band.target.region, Amounts)]
    return tuple(sorted({end for interval in intervals for end in (interval.low, interval.high) if end is not None}))


def band_text(bands: BandTable, end: Fraction) -> str:
    """Write the end of a band in the unit of the table."""
    region = bands.bands[0].target.region
    return str(Quantity(end / region.unit.factor, region.unit)) if isinstance(region, Amounts) else exact_text(end)


def grade_ends(scheme: Scheme) -> tuple[Fraction, ...]:
    """Give the scores at which one grade ends and another begins."""
    ends = {end for grade in scheme.grades for end in (grade.scores.low, grade.scores.high) if end is not None}
    return tuple(sorted(ends))[1:-1]


def tier_ends(share: Interval) -> tuple[Fraction, ...]:
    """Give the shares of the weight between which a judgement may lie, without nothing and everything."""
    return tuple(end for end in (share.low, share.high) if end is not None and 0 < end < 1)


def tier_text(tier: str, end: Fraction) -> str:
    """Name an end of what a tier may get."""
    return f"{tier}：评判分与分值的{exact_text(end * 100)}%"


def _rules(scheme: Scheme, block: str, rules: tuple[ScoringRule, ...]) -> Iterator[Item]:
    for rule in rules:
        if rule.origin == scheme.name:
            yield rule_item(block, rule)
        for formula in (rule.condition, rule.award):
            for threshold in own_thresholds(formula, rule, scheme):
                yield from sides(block, threshold.text, rule.place)


def _tiers(tiers: TierTable) -> Iterator[Item]:
    for each in tiers.tiers:
        yield Item(TIERS, each.tier.value)
        for end in tier_ends(each.share):
            yield from sides(TIERS, tier_text(each.tier.value, end))


def _weights(scheme: Scheme) -> Iterator[Item]:
    weighting = scheme.weighting
    parts: tuple[ClassWeight | Merger, ...] = (*weighting.classes, *weighting.mergers)
    for part in parts:
        if part.origin == scheme.name:
            yield Item(WEIGHTS, part.category)
    for variant in weighting.variants:
        if variant.origin == scheme.name:
            yield Item(WEIGHTS, f"如果没有{variant.missing}")
