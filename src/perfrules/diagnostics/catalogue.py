"""Every message that perfrules can give: its code, how bad it is, and its wording.

Each code has a page in `docs/diagnostics/`, which `perfrules explain CODE` prints. A code is never used again for
something else. The hundreds are the stages: 1 reading a cell, 2 completing it from its context, 3 units, 4 actual
values and verdicts, 5 scoring, 6 rulesets, 7 files. Wordings say both values and end with one thing to do.
"""

from enum import Enum


class Severity(Enum):
    """How bad a message is: an error makes a value unusable, a warning makes it doubtful, an info is a note."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Order severities: the larger, the worse."""
        return {"error": 3, "warning": 2, "info": 1}[self.value]

    @property
    def label(self) -> str:
        """The word for people."""
        return {"error": "错误", "warning": "警告", "info": "提示"}[self.value]


class Code(Enum):
    """One message each: its id, severity and wording, whose `{names}` are its arguments."""

    # 1 reading a cell
    NUMBER_MISSING = ("PF101", Severity.WARNING, "“{text}”里没有数字，没有设定目标。请补上数字。")

    def __init__(self, id: str, severity: Severity, template: str) -> None:
        self.id = id
        self.severity = severity
        self.template = template

    @classmethod
    def by_id(cls, id: str) -> "Code | None":
        """Find a code by its id, in either case.

        >>> Code.by_id("pf101") is Code.NUMBER_MISSING
        True
        """
        return next((code for code in cls if code.id == id.upper()), None)
