"""What a goal table holds, and what is reported against it, whatever file either came from."""

from perfrules.tables.filled import FilledLine, FilledMoney, FilledTable, FilledTables, Printed
from perfrules.tables.goal_table import (
    Budget,
    Calculation,
    FundingSource,
    GoalTable,
    Indicator,
    Level,
    Safeguard,
    SubGoal,
    Waiver,
)
from perfrules.tables.reported import Actuals, Cause, Likelihood, ReportedActual, ReportedSpending

__all__ = [
    "Actuals",
    "Budget",
    "Calculation",
    "Cause",
    "FilledLine",
    "FilledMoney",
    "FilledTable",
    "FilledTables",
    "FundingSource",
    "GoalTable",
    "Indicator",
    "Level",
    "Likelihood",
    "Printed",
    "ReportedActual",
    "ReportedSpending",
    "Safeguard",
    "SubGoal",
    "Waiver",
]
