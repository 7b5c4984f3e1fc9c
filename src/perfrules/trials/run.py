"""Running a case against its scheme."""

from collections.abc import Mapping
from typing import assert_never

import attrs

from perfrules.evaluation import Outcome, evaluate
from perfrules.scoring import Scheme, Score, divide_weights, grade_of, score, score_audited, score_execution
from perfrules.trials.trial import AuditedCase, Case, ExecutionCase, Expected, GradeCase, IndicatorCase, WeightsCase
from perfrules.trials.wording import INAPPLICABLE, NOTHING, codes_text, list_text, points_text
from perfrules.units import exact_text


@attrs.frozen
class CaseResult:
    """What came of a case, by column, and how; `differences` are what should have come and what did."""

    case: Case
    found: Mapping[str, str]
    derivation: tuple[str, ...] = ()

    @property
    def differences(self) -> tuple[tuple[Expected, str], ...]:
        """Each expectation that was not met, with what came instead."""
        pairs = ((each, self.found.get(each.what, NOTHING)) for each in self.case.expected)
        return tuple((expected, found) for expected, found in pairs if expected.text != found)


def run_case(case: Case, scheme: Scheme) -> CaseResult:
    """Work out everything that a case may expect.

    >>> from fractions import Fraction
    >>> from perfrules.scoring import Grade
    >>> from perfrules.targets import Interval
    >>> scheme = Scheme("例", grades=(Grade("优", Interval(Fraction(90), Fraction(100))),))
    >>> result = run_case(GradeCase(total=Fraction(89), text="89", expected=(Expected("等次", "优"),)), scheme)
    >>> [(expected.text, found) for expected, found in result.differences]
    [('优', '—')]
    """
    match case:
        case IndicatorCase():
            return _indicator(case, scheme)
        case ExecutionCase():
            points = score_execution(case.spent, case.adjusted, scheme)
            return CaseResult(case, _points(points), points.derivation)
        case AuditedCase():
            points = score_audited(case.self_score, case.deduction, scheme)
            return CaseResult(case, {"复核得分": points_text(points.low, points.high)}, points.derivation)
        case GradeCase():
            return CaseResult(case, {"等次": grade_of(scheme, case.total, case.total) or NOTHING})
        case WeightsCase():
            return CaseResult(case, {"分值": list_text(divide_weights(case.table, scheme))})
        case _:
            assert_never(case)


def outcome_of(case: IndicatorCase) -> Outcome:
    """Evaluate the indicator of a case."""
    references = {} if case.budget is None else {"预算": case.budget}
    return evaluate(case.indicator.target, case.actual, baseline=case.baseline, references=references)


def _indicator(case: IndicatorCase, scheme: Scheme) -> CaseResult:
    outcome = outcome_of(case)
    rate = NOTHING if outcome.attainment is None else exact_text(outcome.attainment)
    found = {"结论": outcome.verdict.label, "完成率": rate}
    if case.weight is None:
        return CaseResult(case, found, tuple(outcome.explain().splitlines()))
    points = score(outcome, case.weight, scheme, case.indicator, case.judgement)
    return CaseResult(case, found | _points(points), (*outcome.explain().splitlines(), *points.derivation))


def _points(points: Score) -> dict[str, str]:
    text = points_text(points.low, points.high) if points.weight else INAPPLICABLE
    return {"得分": text, "诊断": codes_text(points.diagnostics)}
