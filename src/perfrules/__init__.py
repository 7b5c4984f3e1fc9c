"""perfrules: what a performance target means, whether it was met, and what it scores."""

from perfrules.actuals import Actual
from perfrules.diagnostics import Code, Diagnostic, PerfRulesError, Severity
from perfrules.evaluation import Outcome, Verdict, check
from perfrules.readers import read_actuals
from perfrules.report import Report
from perfrules.ruleset import Ruleset, load
from perfrules.scoring import Scheme, Score
from perfrules.tables import Actuals, GoalTable, Indicator
from perfrules.targets import Target, parse
from perfrules.units import Quantity

__all__ = [
    "Actual",
    "Actuals",
    "Code",
    "Diagnostic",
    "GoalTable",
    "Indicator",
    "Outcome",
    "PerfRulesError",
    "Quantity",
    "Report",
    "Ruleset",
    "Scheme",
    "Score",
    "Severity",
    "Target",
    "Verdict",
    "check",
    "load",
    "parse",
    "read_actuals",
]
