"""An actual value on a page: what was read from it, and what was doubtful."""

from perfrules.actuals.actual import Actual
from perfrules.diagnostics.as_page import remarks
from perfrules.page import Page


def as_page(actual: Actual) -> Page:
    """Lay out an actual value."""
    return Page("实际完成值", f"“{actual.text}”", result=str(actual), remarks=remarks("要留意的", actual.diagnostics))
