"""What a goal table holds, and what is reported against it, whatever file either came from."""

from perfrules.tables.goal_table import (
    Budget,
    Calculation,
    FundingSource,
    GoalTable,
    Indicator,
    Level,
    Safeguard,
    SubGoal,
)
from perfrules.tables.reported import Actuals, ReportedActual, ReportedSpending

__all__ = [
    "Actuals",
    "Budget",
    "Calculation",
    "FundingSource",
    "GoalTable",
    "Indicator",
    "Level",
    "ReportedActual",
    "ReportedSpending",
    "Safeguard",
    "SubGoal",
]
