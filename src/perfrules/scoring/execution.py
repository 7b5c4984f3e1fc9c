"""The points of the execution rate (预算执行率): spent ÷ adjusted budget of the year, never ÷ initial budget."""

from perfrules.diagnostics import Code, Diagnostic
from perfrules.scoring.award import Line, by_formula, open_score
from perfrules.scoring.facts import execution_facts
from perfrules.scoring.inapplicable import inapplicable_score
from perfrules.scoring.points import fitting
from perfrules.scoring.scheme import Scheme, ScoringRule
from perfrules.scoring.score import Score
from perfrules.units import Quantity

NAME = "预算执行率"


def score_execution(spent: Quantity | None, adjusted: Quantity | None, scheme: Scheme) -> Score:
    """Give the points of the execution rate, at most its weight in the scheme.

    A budget of 0 has no rate: the line does not apply. Where an amount is missing, or the two
    are not of one unit of measure, the points are open.
    """
    line = Line(NAME, scheme.weighting.execution)
    if spent is None or adjusted is None:
        return open_score(line, f"没有{'全年预算数' if adjusted is None else '全年执行数'}，算不出预算执行率")
    if spent.unit.dimension != adjusted.unit.dimension:
        problem = Diagnostic.of(Code.EXECUTION_INCOMPARABLE, spent=spent, adjusted=adjusted)
        return open_score(line, f"{spent} 和 {adjusted} 的单位不能相除", diagnostics=(problem,))
    if not adjusted.canonical:
        problem = Diagnostic.of(Code.BUDGET_ZERO, spent=spent)
        return inapplicable_score(line, scheme, "全年预算数为 0，没有预算执行率", problem)
    return _scored(line, spent, adjusted, scheme)


def _scored(line: Line, spent: Quantity, adjusted: Quantity, scheme: Scheme) -> Score:
    facts = execution_facts(spent.canonical / adjusted.canonical, line.weight, f"{spent}/{adjusted}", scheme)
    rule = fitting(scheme.execution, facts.values)
    if not isinstance(rule, ScoringRule):
        problem = Diagnostic.of(Code.RULE_MISSING, name=line.name, scheme=scheme.name)
        return open_score(line, "评分办法没有适用的规则", diagnostics=(problem,))
    result = by_formula(line, rule, facts, scheme)
    if spent.canonical <= adjusted.canonical:
        return result
    above = Diagnostic.of(Code.EXECUTION_ABOVE_BUDGET, spent=spent, adjusted=adjusted)
    return Score(result.low, result.high, result.weight, result.derivation, (*result.diagnostics, above))
