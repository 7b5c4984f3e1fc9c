"""Actual values: text and Python values to what was reached."""

from perfrules.actuals.actual import (
    Actual,
    ActualValue,
    Amount,
    Answer,
    Asserted,
    Dates,
    LevelReached,
    NotReported,
    PartOfWhole,
    StatedChange,
    Tier,
    TierReached,
    Words,
)
from perfrules.actuals.read import read_actual

__all__ = [
    "Actual",
    "ActualValue",
    "Amount",
    "Answer",
    "Asserted",
    "Dates",
    "LevelReached",
    "NotReported",
    "PartOfWhole",
    "StatedChange",
    "Tier",
    "TierReached",
    "Words",
    "read_actual",
]
