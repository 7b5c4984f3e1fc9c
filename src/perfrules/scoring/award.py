"""How the rule that fits becomes points: by formula, by bands, by tiers of judgement."""

from fractions import Fraction

import attrs

from perfrules import evaluation
from perfrules.actuals import Actual
from perfrules.diagnostics import Code, Diagnostic
from perfrules.evaluation import Outcome, Verdict
from perfrules.formulas import Formula, Name, formula_text, names_in, number_of
from perfrules.scoring.facts import Facts, tier_of
from perfrules.scoring.rounding import approximate_text, rounded, rounding_text
from perfrules.scoring.scheme import BandTable, Scheme, ScoringRule, TierTable
from perfrules.scoring.score import Score
from perfrules.targets import Interval
from perfrules.units import exact_text


@attrs.frozen
class Line:
    """A line to be scored: what a message calls it, the most it can get, and the points that a person gave, if any."""

    name: str
    weight: Fraction
    judgement: Fraction | None = None


def open_score(line: Line, *why: str, diagnostics: tuple[Diagnostic, ...] = ()) -> Score:
    """Score a line of which nothing is known but that it gets from nothing to everything."""
    span = f"得分未定，在 0 至 {exact_text(line.weight)} 之间"
    return Score(Fraction(0), line.weight, line.weight, (*why, span), diagnostics)


def by_formula(line: Line, rule: ScoringRule, facts: Facts, scheme: Scheme) -> Score:
    """Score by the formula of a rule. A formula without a value leaves the line open; points stay within the weight."""
    exact = number_of(rule.award, facts.values)
    if exact is None:
        problem = Diagnostic.of(Code.AWARD_UNDEFINED, name=line.name, formula=formula_text(rule.award))
        return open_score(line, *_reason(rule, scheme), diagnostics=(problem,))
    points = min(rounded(min(max(exact, Fraction(0)), line.weight), scheme.rounding), line.weight)
    worked_out = f"得分 = {_inserted(rule.award, facts)}{_result(exact, points, scheme)}"
    return Score(points, points, line.weight, (*_reason(rule, scheme), worked_out), _clamped(line, rule, exact, points))


def by_bands(line: Line, rule: ScoringRule, table: BandTable, actual: Actual, scheme: Scheme) -> Score:
    """Score by the band that the actual value is in; where it may be in several, from the least to the most of them."""
    verdicts = [(band, evaluation.evaluate(band.target, actual).verdict) for band in table.bands]
    possible = [band for band, verdict in verdicts if verdict is Verdict.MET][:1] or [
        band for band, verdict in verdicts if verdict is Verdict.UNKNOWN
    ]
    if not possible:
        problem = Diagnostic.of(Code.BAND_MISSING, name=line.name, table=table.name, actual=actual.text)
        return open_score(line, *_reason(rule, scheme), diagnostics=(problem,))
    points = [min(rounded(band.points / table.full * line.weight, scheme.rounding), line.weight) for band in possible]
    low, high = min(points), max(points)
    bands = "、".join(
        f"{band.target.text}得{exact_text(band.points)}分（满分{exact_text(table.full)}分）" for band in possible
    )
    found = f"实际值 {actual.text} 在“{table.name}”的{bands}；得分 = {_between(low, high)}"
    return Score(low, high, line.weight, (*_reason(rule, scheme, table.basis), _band_table_text(table), found))


def by_tiers(line: Line, rule: ScoringRule, table: TierTable, outcome: Outcome, scheme: Scheme) -> Score:
    """Score what only a person can judge: the points given, if inside the band of the tier; else the whole band."""
    tier = tier_of(outcome)
    band = next((each.share for each in table.tiers if each.tier is tier), Interval(Fraction(0), Fraction(1)))
    band = band.scaled(line.weight)
    reason = (
        *_reason(rule, scheme, table.basis),
        _tier_table_text(table),
        f"{tier.value if tier else '等次未定'}：得分在 {band} 之内",
    )
    judged = line.judgement
    if judged is not None and band.contains(judged):
        return Score(judged, judged, line.weight, (*reason, f"得分 = 评判分 {exact_text(judged)}"))
    low, high = band.low or Fraction(0), line.weight if band.high is None else band.high
    problem = _judgement_problem(line, band)
    return Score(low, high, line.weight, (*reason, "得分未定，需要在此范围内给出评判分"), (problem,))


def _band_table_text(table: BandTable) -> str:
    bands = "；".join(f"{band.target.text} {exact_text(band.points)}分" for band in table.bands)
    return f"分档“{table.name}”（满分{exact_text(table.full)}分）：{bands}"


def _tier_table_text(table: TierTable) -> str:
    tiers = "；".join(f"{each.tier.value} {each.share.scaled(Fraction(100))}%" for each in table.tiers)
    return f"评判等级“{table.name}”（占分值的比例）：{tiers}"


def _judgement_problem(line: Line, band: Interval) -> Diagnostic:
    if line.judgement is None:
        return Diagnostic.of(Code.JUDGEMENT_NEEDED, name=line.name, band=band)
    return Diagnostic.of(Code.JUDGEMENT_OUTSIDE, name=line.name, band=band, judgement=exact_text(line.judgement))


def _reason(rule: ScoringRule, scheme: Scheme, basis: str = "") -> tuple[str, ...]:
    """Name the rule that fits, what it rests on, and what its parameters rest on."""
    fits = "其他情况" if rule.condition is None else formula_text(rule.condition)
    formulas = [rule.award] if rule.condition is None else [rule.condition, rule.award]
    used = {name for formula in formulas for name in names_in(formula)}
    parameters = (each for each in scheme.parameters if each.name in used)
    return (
        f"规则：{fits} → {formula_text(rule.award)}",
        f"依据：{scheme.authority_of(rule.basis or basis)}",
        *(f"其中：{each.name} {each.text}，{scheme.basis_of(each.basis)}" for each in parameters),
    )


def _inserted(award: Formula, facts: Facts) -> str:
    """Write a formula with its values; a single name or number is its own value, which the result shows."""
    return formula_text(award) if isinstance(award, Name) else formula_text(award, facts.texts)


def _result(exact: Fraction, points: Fraction, scheme: Scheme) -> str:
    if exact == points:
        return f" = {approximate_text(points)}"
    return f" = {exact_text(points)}（{rounding_text(scheme.rounding)}）"


def _clamped(line: Line, rule: ScoringRule, exact: Fraction, points: Fraction) -> tuple[Diagnostic, ...]:
    if 0 <= exact <= line.weight:
        return ()
    problem = Diagnostic.of(
        Code.AWARD_CLAMPED,
        name=line.name,
        formula=formula_text(rule.award),
        value=approximate_text(exact),
        weight=exact_text(line.weight),
        points=exact_text(points),
    )
    return (problem,)


def _between(low: Fraction, high: Fraction) -> str:
    return exact_text(low) if low == high else f"{exact_text(low)} 至 {exact_text(high)}"
