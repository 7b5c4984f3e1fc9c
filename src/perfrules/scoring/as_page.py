"""The points of one line on a page."""

from perfrules.diagnostics.as_page import remarks
from perfrules.page import Bar, Page
from perfrules.scoring.score import Score


def as_page(score: Score) -> Page:
    """Lay out points with the way they came about; what is open is hatched in the bar."""
    weight = score.weight
    return Page(
        "得分",
        "",
        result=str(score),
        result_detail="\n".join(score.derivation),
        bar=Bar(score.low / weight, score.high / weight) if weight else None,
        remarks=remarks("要留意的", score.diagnostics),
    )
