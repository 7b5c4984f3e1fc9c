"""Trials (试算): worked examples of a scheme, run against it, and what of the scheme they reach."""

from perfrules.trials.coverage import Coverage
from perfrules.trials.items import Item
from perfrules.trials.report import SchemeTrials, try_scheme
from perfrules.trials.run import CaseResult, run_case
from perfrules.trials.trial import (
    AuditedCase,
    Case,
    ExecutionCase,
    Expected,
    GradeCase,
    IndicatorCase,
    Trial,
    WeightsCase,
)

__all__ = [
    "AuditedCase",
    "Case",
    "CaseResult",
    "Coverage",
    "ExecutionCase",
    "Expected",
    "GradeCase",
    "IndicatorCase",
    "Item",
    "SchemeTrials",
    "Trial",
    "WeightsCase",
    "run_case",
    "try_scheme",
]
