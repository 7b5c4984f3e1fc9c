"""The score that is left when somebody has checked a self-evaluation and taken points off (复核得分)."""

from fractions import Fraction

from perfrules.diagnostics import Code, Diagnostic
from perfrules.formulas import Kind
from perfrules.scoring.award import Line, by_formula, open_score
from perfrules.scoring.facts import Facts, parameter_facts
from perfrules.scoring.points import fitting
from perfrules.scoring.scheme import Scheme, ScoringRule
from perfrules.scoring.score import Score
from perfrules.units import exact_text

NAME, SELF_SCORE, DEDUCTION = "复核得分", "自评得分", "扣分"


def audited_names() -> dict[str, Kind]:
    """Give the names that a rule for the audited score may use, besides the scheme's own parameters."""
    return {SELF_SCORE: Kind.NUMBER, DEDUCTION: Kind.NUMBER}


def audited_facts(self_score: Fraction, deduction: Fraction, scheme: Scheme) -> Facts:
    """Collect what is known about an audited table."""
    own = {SELF_SCORE: self_score, DEDUCTION: deduction}
    given = parameter_facts(scheme)
    texts = {name: exact_text(value) for name, value in own.items()}
    return Facts({**given.values, **own}, {**given.texts, **texts})


def score_audited(self_score: Fraction, deduction: Fraction, scheme: Scheme) -> Score:
    """Give the score of a whole table after what was taken off, out of its full mark.

    The deduction is kept apart from the scores of the lines, so that both can be seen.
    """
    full = scheme.weighting.execution + scheme.weighting.indicators
    line = Line(NAME, full)
    facts = audited_facts(self_score, deduction, scheme)
    rule = fitting(scheme.audited, facts.values)
    if not isinstance(rule, ScoringRule):
        problem = Diagnostic.of(Code.RULE_MISSING, name=line.name, scheme=scheme.name)
        return open_score(line, "评分办法没有适用的规则", diagnostics=(problem,))
    return by_formula(line, rule, facts, scheme)
