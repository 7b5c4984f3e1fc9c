"""The points of an indicator: the first rule of the scheme that fits its outcome says how many."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import attrs

from perfrules.actuals import NotReported
from perfrules.diagnostics import Code, Diagnostic
from perfrules.evaluation import Outcome
from perfrules.formulas import Name, Value, truth_of
from perfrules.scoring.award import Line, by_bands, by_formula, by_tiers, open_score
from perfrules.scoring.facts import Facts, indicator_facts
from perfrules.scoring.inapplicable import inapplicable_score, is_inapplicable
from perfrules.scoring.scheme import BandTable, Scheme, ScoringRule, TierTable
from perfrules.scoring.score import Score
from perfrules.tables import Indicator
from perfrules.units import exact_text


def score(
    outcome: Outcome, weight: Fraction, scheme: Scheme, indicator: Indicator, judgement: Decimal | None = None
) -> Score:
    """Give the points of one indicator out of `weight`, as exact numbers.

    What cannot be decided gives the range in which the points must lie: nothing reported and an open verdict give 0 to
    `weight`, a tier of judgement without a judgement gives its band. `judgement` is the score that a person gave; it
    counts only where the scheme asks for one, and outside its band it is a diagnostic.
    """
    line = Line(indicator.name, weight, None if judgement is None else Fraction(judgement))
    if isinstance(outcome.actual.value, NotReported):
        return _with_judgement_unused(open_score(line, "没有报告实际完成值"), line)
    if is_inapplicable(outcome.actual):
        problem = Diagnostic.of(
            Code.INAPPLICABLE, name=line.name, actual=outcome.actual.text, treatment=scheme.inapplicable.value
        )
        return _with_judgement_unused(inapplicable_score(line, scheme, f"填报“{outcome.actual.text}”", problem), line)
    facts = indicator_facts(outcome, weight, indicator, scheme)
    rule = fitting(scheme.rules, facts.values)
    match rule:
        case None:
            problem = Diagnostic.of(Code.RULE_MISSING, name=line.name, scheme=scheme.name)
            return open_score(line, "评分办法没有适用的规则", diagnostics=(problem,))
        case Undecided():
            return _with_judgement_unused(open_score(line, "结论无法判断"), line)
        case ScoringRule():
            return _noted(_awarded(line, rule, facts, outcome, scheme), rule, line)


@attrs.frozen
class Undecided:
    """Whether a rule fits cannot be told, so that no later one may be tried."""


def fitting(rules: tuple[ScoringRule, ...], values: Mapping[str, Value]) -> ScoringRule | Undecided | None:
    """Find the first rule whose condition holds; None where there is none."""
    for rule in rules:
        fits = True if rule.condition is None else truth_of(rule.condition, values)
        if fits is None:
            return Undecided()
        if fits:
            return rule
    return None


def _awarded(line: Line, rule: ScoringRule, facts: Facts, outcome: Outcome, scheme: Scheme) -> Score:
    table = table_of(rule, scheme)
    if isinstance(table, TierTable):
        return by_tiers(line, rule, table, outcome, scheme)
    if table is not None:
        result = by_bands(line, rule, table, outcome.actual, scheme)
    else:
        result = by_formula(line, rule, facts, scheme)
    return _with_judgement_unused(result, line)


def table_of(rule: ScoringRule, scheme: Scheme) -> TierTable | BandTable | None:
    """Give the table of bands or tiers by which a rule awards points; None where it has a formula."""
    if not isinstance(rule.award, Name):
        return None
    tables: tuple[TierTable | BandTable, ...] = (*scheme.tiers, *scheme.bands)
    return next((table for table in tables if table.name == rule.award.name), None)


def _with_judgement_unused(result: Score, line: Line) -> Score:
    if line.judgement is None or result.points == line.judgement:
        return result
    given, points = exact_text(line.judgement), "未定" if result.points is None else exact_text(result.points)
    problem = Diagnostic.of(Code.JUDGEMENT_UNUSED, name=line.name, judgement=given, points=points)
    return attrs.evolve(result, diagnostics=(*result.diagnostics, problem))


def _noted(result: Score, rule: ScoringRule, line: Line) -> Score:
    if not rule.note:
        return result
    note = Diagnostic.of(Code.SCHEME_NOTE, name=line.name, note=rule.note)
    return attrs.evolve(result, diagnostics=(*result.diagnostics, note))
