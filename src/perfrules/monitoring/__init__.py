"""Monitoring: how indicators and budgets stand on a day of their year."""

from perfrules.monitoring.accumulation import accumulates
from perfrules.monitoring.calendar import quarters_passed, time_share
from perfrules.monitoring.execution import ExecutionProgress, follow_execution, spent_through
from perfrules.monitoring.forecast import SPREAD, Forecast
from perfrules.monitoring.judge import judge
from perfrules.monitoring.light import Light
from perfrules.monitoring.line import LineProgress, Standing
from perfrules.monitoring.method import Checkpoint, LightRule, Method, Remark, first_fitting
from perfrules.monitoring.stand import stand
from perfrules.monitoring.trial import LightCase, MethodTrials, try_method

__all__ = [
    "SPREAD",
    "Checkpoint",
    "ExecutionProgress",
    "Forecast",
    "Light",
    "LightCase",
    "LightRule",
    "LineProgress",
    "Method",
    "MethodTrials",
    "Remark",
    "Standing",
    "accumulates",
    "first_fitting",
    "follow_execution",
    "judge",
    "quarters_passed",
    "spent_through",
    "stand",
    "time_share",
    "try_method",
]
