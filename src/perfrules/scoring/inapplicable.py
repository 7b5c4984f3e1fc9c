"""Lines that do not apply: the office says 不适用, or there is no budget whose execution could be rated."""

from fractions import Fraction

from perfrules.actuals import Actual, Words
from perfrules.diagnostics import Diagnostic
from perfrules.names import comparable
from perfrules.scoring.award import Line
from perfrules.scoring.scheme import Inapplicable, Scheme
from perfrules.scoring.score import Score
from perfrules.units import exact_text

_WORDS = ("不适用", "不涉及")


def is_inapplicable(actual: Actual) -> bool:
    """Whether the cell says that the indicator does not apply.

    >>> from perfrules.actuals import read_actual
    >>> is_inapplicable(read_actual("不适用")), is_inapplicable(read_actual("0家"))
    (True, False)
    """
    return isinstance(actual.value, Words) and comparable(actual.text) in _WORDS


def inapplicable_score(line: Line, scheme: Scheme, why: str, problem: Diagnostic) -> Score:
    """Score a line that does not apply: full marks, or no weight at all, as the scheme says."""
    treatment = scheme.inapplicable
    derivation = (why, f"依据：{scheme.authority_of(scheme.inapplicable_basis)}")
    if treatment is Inapplicable.FULL:
        got = f"不适用的{treatment.value}：得分 = 分值 {exact_text(line.weight)}"
        return Score(line.weight, line.weight, line.weight, (*derivation, got), (problem,))
    nothing = Fraction(0)
    dropped = f"不适用的{treatment.value}，分值 {exact_text(line.weight)} 不评"
    if treatment is Inapplicable.RESCALED:
        dropped = f"分值 {exact_text(line.weight)} 不评，{treatment.value}"
    return Score(nothing, nothing, nothing, (*derivation, dropped), (problem,), waived=line.weight)
