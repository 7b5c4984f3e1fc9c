"""Schemes: how verdict and attainment become points."""

from perfrules.scoring.execution import score_execution
from perfrules.scoring.grades import grade_of
from perfrules.scoring.points import score
from perfrules.scoring.scheme import (
    Band,
    BandTable,
    ClassWeight,
    Grade,
    Leftover,
    Merger,
    Parameter,
    Rounding,
    RoundingMode,
    Scheme,
    ScoringRule,
    TierShare,
    TierTable,
    Variant,
    WeightChange,
    Weighting,
)
from perfrules.scoring.score import Score
from perfrules.scoring.weights import check_weights, class_weights, divide_weights

__all__ = [
    "Band",
    "BandTable",
    "ClassWeight",
    "Grade",
    "Leftover",
    "Merger",
    "Parameter",
    "Rounding",
    "RoundingMode",
    "Scheme",
    "Score",
    "ScoringRule",
    "TierShare",
    "TierTable",
    "Variant",
    "WeightChange",
    "Weighting",
    "check_weights",
    "class_weights",
    "divide_weights",
    "grade_of",
    "score",
    "score_execution",
]
