"""What perfrules has to say about a text: one value, a code with a page, and a wording for people."""

from perfrules.diagnostics.catalogue import Code, Severity
from perfrules.diagnostics.diagnostic import Diagnostic, Label, PerfRulesError, Suggestion, UnknownNameError, worst

__all__ = ["Code", "Diagnostic", "Label", "PerfRulesError", "Severity", "Suggestion", "UnknownNameError", "worst"]
