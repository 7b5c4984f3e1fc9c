"""Schemes: how verdict and attainment become points."""

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
]
