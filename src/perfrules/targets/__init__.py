"""Targets: an expression and its context become a set."""

from perfrules.targets.region import (
    AllOf,
    Amounts,
    Answers,
    AnyOf,
    Changes,
    Days,
    Interval,
    Judged,
    Levels,
    Quotients,
    Referred,
    Region,
    Unset,
)
from perfrules.targets.target import Polarity, Target

__all__ = [
    "AllOf",
    "Amounts",
    "Answers",
    "AnyOf",
    "Changes",
    "Days",
    "Interval",
    "Judged",
    "Levels",
    "Polarity",
    "Quotients",
    "Referred",
    "Region",
    "Target",
    "Unset",
]
