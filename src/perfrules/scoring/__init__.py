"""Schemes: how verdict and attainment become points."""

from perfrules.scoring.audited import score_audited
from perfrules.scoring.execution import score_execution
from perfrules.scoring.facts import tier_of
from perfrules.scoring.grades import grade_of
from perfrules.scoring.in_force import earliest, end_of_year, is_in_force, scheme_in_force, validity_text
from perfrules.scoring.inapplicable import is_inapplicable
from perfrules.scoring.points import Undecided, fitting, score, table_of
from perfrules.scoring.scheme import (
    Averaging,
    Band,
    BandTable,
    Grade,
    Inapplicable,
    Parameter,
    Rounding,
    RoundingMode,
    Scheme,
    ScoringRule,
    TierShare,
    TierTable,
)
from perfrules.scoring.score import Score
from perfrules.scoring.weighting import ClassWeight, Leftover, Merger, Variant, WeightChange, Weighting
from perfrules.scoring.weights import check_weights, class_weights, divide_weights

__all__ = [
    "Averaging",
    "Band",
    "BandTable",
    "ClassWeight",
    "Grade",
    "Inapplicable",
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
    "Undecided",
    "Variant",
    "WeightChange",
    "Weighting",
    "check_weights",
    "class_weights",
    "divide_weights",
    "earliest",
    "end_of_year",
    "fitting",
    "grade_of",
    "is_in_force",
    "is_inapplicable",
    "scheme_in_force",
    "score",
    "score_audited",
    "score_execution",
    "table_of",
    "tier_of",
    "validity_text",
]
