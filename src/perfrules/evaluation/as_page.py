"""A verdict on a page."""

from perfrules.diagnostics.as_page import remarks
from perfrules.evaluation.finding import Verdict
from perfrules.evaluation.outcome import Outcome
from perfrules.page import Bar, Mark, Page, Tone

VERDICTS = {Verdict.MET: Tone.GOOD, Verdict.UNMET: Tone.BAD, Verdict.UNKNOWN: Tone.OPEN}
"""How a verdict is shown."""


def as_page(outcome: Outcome) -> Page:
    """Lay out the verdict with its derivation; the bar is the attainment, where there is one."""
    rate = outcome.attainment
    steps = outcome.explain().splitlines()[:3]
    return Page(
        "结论",
        f"指标值“{outcome.target.text}”，实际值“{outcome.actual.text}”",
        marks=(Mark(VERDICTS[outcome.verdict], outcome.verdict.label),),
        result_detail="\n".join(steps),
        bar=None if rate is None else Bar(rate, rate),
        remarks=remarks("要留意的", outcome.diagnostics),
    )
