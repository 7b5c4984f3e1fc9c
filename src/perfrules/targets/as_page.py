"""A target on a page: what it asks, and what was doubtful about the cell."""

from perfrules.diagnostics.as_page import remarks
from perfrules.page import Fact, Page
from perfrules.targets.target import Target


def as_page(target: Target) -> Page:
    """Lay out a reading.

    >>> from perfrules.targets import parse
    >>> as_page(parse("≥90%")).result_detail
    '要求实际值不低于90%。'
    """
    canonical = target.canonical
    return Page(
        "指标值",
        f"“{target.text}”",
        result=str(target),
        result_detail=target.sentence,
        sources=(Fact("规范写法", canonical),) if canonical else (),
        remarks=remarks("要留意的", target.diagnostics),
    )
