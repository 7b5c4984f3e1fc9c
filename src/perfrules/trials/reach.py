"""What of a scheme one case reaches."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from perfrules.actuals import Actual, Amount, NotReported, Tier
from perfrules.formulas import Name, Value
from perfrules.names import category_of
from perfrules.scoring import Scheme, ScoringRule, fitting, is_inapplicable, tier_of
from perfrules.scoring.audited import audited_facts
from perfrules.scoring.facts import execution_facts, indicator_facts
from perfrules.trials.items import (
    AUDITED,
    EXECUTION,
    GRADES,
    RULES,
    TIERS,
    WEIGHTS,
    Item,
    band_ends,
    band_text,
    grade_ends,
    own_thresholds,
    rule_item,
    tier_ends,
    tier_text,
)
from perfrules.trials.run import outcome_of
from perfrules.trials.thresholds import Side, decides, side_of
from perfrules.trials.trial import AuditedCase, Case, ExecutionCase, GradeCase, IndicatorCase, WeightsCase
from perfrules.units import exact_text


def reached(scheme: Scheme, case: Case) -> Iterator[Item]:
    """Give the lines that a case uses, and the sides of thresholds that it lies on.

    >>> from perfrules.scoring import Grade
    >>> from perfrules.targets import Interval
    >>> grades = (Grade("优", Interval(Fraction(90), Fraction(100))), Grade("差", Interval(Fraction(0), Fraction(90))))
    >>> print(*reached(Scheme("例", grades=grades), GradeCase(total=Fraction(89), text="89")))
    等次：没有试略低的“90分”
    """
    match case:
        case IndicatorCase() if case.weight is not None:
            yield from _indicator(scheme, case, case.weight)
        case ExecutionCase(spent=spent, adjusted=adjusted):
            if spent is not None and adjusted is not None and adjusted.canonical:
                rate = spent.canonical / adjusted.canonical
                values = execution_facts(rate, scheme.weighting.execution, "", scheme).values
                yield from _rules(scheme, EXECUTION, scheme.execution, values)
        case AuditedCase(self_score=self_score, deduction=deduction):
            yield from _rules(scheme, AUDITED, scheme.audited, audited_facts(self_score, deduction, scheme).values)
        case GradeCase(total=total):
            for end in grade_ends(scheme):
                yield from _sided(GRADES, f"{exact_text(end)}分", side_of(total, end))
        case WeightsCase(table=table):
            yield from _weights(scheme, [category_of(indicator.category) for indicator in table.indicators])
        case _:
            pass


def _indicator(scheme: Scheme, case: IndicatorCase, weight: Fraction) -> Iterator[Item]:
    if isinstance(case.actual.value, NotReported) or is_inapplicable(case.actual):
        return
    outcome = outcome_of(case)
    values = indicator_facts(outcome, weight, case.indicator, scheme).values
    yield from _rules(scheme, RULES, scheme.rules, values)
    rule = fitting(scheme.rules, values)
    if isinstance(rule, ScoringRule) and isinstance(rule.award, Name):
        yield from _tiers(scheme, rule.award.name, tier_of(outcome), case, weight)
        yield from _bands(scheme, rule.award.name, case.actual)


def _rules(scheme: Scheme, block: str, rules: Iterable[ScoringRule], values: Mapping[str, Value]) -> Iterator[Item]:
    """Follow the rules down to the one that fits."""
    for rule in rules:
        fits = fitting((rule,), values)
        for threshold in own_thresholds(rule.condition, rule, scheme):
            if rule.condition is not None and decides(threshold.part, rule.condition, values):
                yield from _sided(block, threshold.text, threshold.side(values))
        if isinstance(fits, ScoringRule):
            yield rule_item(block, rule)
            for threshold in own_thresholds(rule.award, rule, scheme):
                yield from _sided(block, threshold.text, threshold.side(values))
        if fits is not None:
            return


def _tiers(scheme: Scheme, name: str, tier: Tier | None, case: IndicatorCase, weight: Fraction) -> Iterator[Item]:
    shares = [each.share for table in scheme.tiers if table.name == name for each in table.tiers if each.tier is tier]
    for share in shares:
        if tier is not None:
            yield Item(TIERS, tier.value)
            if case.judgement is not None and weight:
                given = Fraction(case.judgement) / weight
                for end in tier_ends(share):
                    yield from _sided(TIERS, tier_text(tier.value, end), side_of(given, end))


def _bands(scheme: Scheme, name: str, actual: Actual) -> Iterator[Item]:
    number = _measured(actual)
    for bands in scheme.bands:
        if bands.name == name and number is not None:
            for end in band_ends(bands):
                yield from _sided(bands.name, band_text(bands, end), side_of(number, end))


def _measured(actual: Actual) -> Fraction | None:
    """Give an exact value in base units."""
    value = actual.value
    return value.interval.low if isinstance(value, Amount) and value.interval.is_point else None


def _weights(scheme: Scheme, categories: list[str]) -> Iterator[Item]:
    """Give the classes that a table has, under their own names and those they are counted as, and what it lacks."""
    merged = {merger.category: merger.into for merger in scheme.weighting.mergers}
    present = {merged.get(category, category) for category in categories}
    yield from (Item(WEIGHTS, category) for category in {*categories, *present})
    for variant in scheme.weighting.variants:
        if variant.missing not in present:
            yield Item(WEIGHTS, f"如果没有{variant.missing}")


def _sided(block: str, text: str, side: Side | None) -> Iterator[Item]:
    if side is not None:
        yield Item(block, text, side)
