"""perfrules: what a performance target means, whether it was met, and what it scores.

Reading and judging cells is there at once; tables, schemes and reports are loaded when they are first asked for, since
a program that only checks cells should not wait for them (docs/decisions/0007-late-exports.md).
"""

from importlib import import_module
from typing import TYPE_CHECKING

from perfrules.actuals import Actual
from perfrules.diagnostics import Code, Diagnostic, PerfRulesError, Severity, UnknownNameError
from perfrules.evaluation import Outcome, Verdict, check
from perfrules.targets import Target, parse
from perfrules.units import Quantity

if TYPE_CHECKING:
    from perfrules.auditing import Audit
    from perfrules.comparing import Difference, diff
    from perfrules.evidence import Evidence
    from perfrules.progress import Progress
    from perfrules.readers import read_actuals
    from perfrules.report import Report
    from perfrules.review import Finding, Review
    from perfrules.ruleset import Ruleset, audit, gather, load, read
    from perfrules.scoring import Scheme, Score
    from perfrules.tables import Actuals, GoalTable, Indicator
    from perfrules.targets.finding import Found, find

__all__ = [
    "Actual",
    "Actuals",
    "Audit",
    "Code",
    "Diagnostic",
    "Difference",
    "Evidence",
    "Finding",
    "Found",
    "GoalTable",
    "Indicator",
    "Outcome",
    "PerfRulesError",
    "Progress",
    "Quantity",
    "Report",
    "Review",
    "Ruleset",
    "Scheme",
    "Score",
    "Severity",
    "Target",
    "UnknownNameError",
    "Verdict",
    "audit",
    "check",
    "diff",
    "find",
    "gather",
    "load",
    "parse",
    "read",
    "read_actuals",
]

_LATER = {
    "Actuals": "tables",
    "Audit": "auditing",
    "Difference": "comparing",
    "Evidence": "evidence",
    "Finding": "review",
    "Found": "targets.finding",
    "GoalTable": "tables",
    "Indicator": "tables",
    "Progress": "progress",
    "Report": "report",
    "Review": "review",
    "Ruleset": "ruleset",
    "Scheme": "scoring",
    "Score": "scoring",
    "audit": "ruleset",
    "diff": "comparing",
    "find": "targets.finding",
    "gather": "ruleset",
    "load": "ruleset",
    "read": "ruleset",
    "read_actuals": "readers",
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
