"""Evaluation: a target and an actual value become an outcome."""

from perfrules.evaluation.evaluate import check, evaluate
from perfrules.evaluation.extent import Deviation
from perfrules.evaluation.finding import Compared, DaysCompared, NumbersCompared, Verdict
from perfrules.evaluation.outcome import Outcome

__all__ = [
    "Compared",
    "DaysCompared",
    "Deviation",
    "NumbersCompared",
    "Outcome",
    "Verdict",
    "check",
    "evaluate",
]
