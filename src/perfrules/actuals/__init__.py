"""Actual values: text and Python values to what was reached."""

from perfrules.actuals.actual import (
    Actual,
    ActualValue,
    Amount,
    Answer,
    Asserted,
    Dates,
    Echo,
    Fractional,
    LevelReached,
    NotReported,
    StatedChange,
    Tier,
    TierReached,
    Words,
)

__all__ = [
    "Actual",
    "ActualValue",
    "Amount",
    "Answer",
    "Asserted",
    "Dates",
    "Echo",
    "Fractional",
    "LevelReached",
    "NotReported",
    "StatedChange",
    "Tier",
    "TierReached",
    "Words",
]
