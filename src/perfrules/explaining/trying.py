"""Tries actual values on an indicator: what each would be judged and scored."""

from collections.abc import Iterator

import attrs

from perfrules.actuals import read_actual
from perfrules.evaluation import Outcome, evaluate
from perfrules.explaining.samples import sample_actuals
from perfrules.report.build import BUDGET
from perfrules.scoring import Scheme, Score, divide_weights, score
from perfrules.tables import GoalTable, Indicator


@attrs.frozen
class Tried:
    """An actual value with the verdict and the points that it would get."""

    actual: str
    outcome: Outcome
    score: Score


def try_samples(table: GoalTable, indicator: Indicator, scheme: Scheme) -> Iterator[Tried]:
    """Try values around the target of an indicator of a table, with the weight that the scheme gives it.

    >>> from perfrules.ruleset import Ruleset
    >>> from perfrules.targets import parse
    >>> indicator = Indicator("企业满意度", parse("≥90%"), "满意度指标", "服务对象满意度指标")
    >>> table, scheme = GoalTable("甲", indicators=(indicator,)), Ruleset().scheme("central/mof-2020-10")
    >>> for each in try_samples(table, indicator, scheme):
    ...     print(each.actual, each.outcome.verdict.label, each.score.points)
    90% 达成 90
    81% 未达成 81
    45% 未达成 45
    """
    weight = divide_weights(table, scheme)[table.indicators.index(indicator)]
    references = {} if table.budget.total is None else {BUDGET: table.budget.total}
    baseline = read_actual(indicator.baseline, indicator.target.language) if indicator.baseline else None
    for text in sample_actuals(indicator.target, references):
        actual = read_actual(text, indicator.target.language)
        outcome = evaluate(indicator.target, actual, baseline=baseline, references=references)
        yield Tried(text, outcome, score(outcome, weight, scheme, indicator))
