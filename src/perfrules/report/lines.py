"""The lines of a report: one for each indicator, and one for the execution of the budget."""

from fractions import Fraction

import attrs

from perfrules.diagnostics import Severity, worst
from perfrules.evaluation import Outcome, Verdict
from perfrules.scoring import Score
from perfrules.source import Place
from perfrules.tables import Indicator, ReportedActual, ReportedSpending
from perfrules.units import Quantity, exact_text


@attrs.frozen
class Line:
    """An indicator with its verdict and its points. `reported` is None where nothing was reported for it."""

    indicator: Indicator
    outcome: Outcome
    score: Score
    reported: ReportedActual | None = None

    @property
    def weight(self) -> Fraction:
        """The 分值 of the line."""
        return self.score.weight

    @property
    def reason(self) -> str:
        """The 偏差原因, as reported."""
        return self.reported.reason if self.reported else ""

    @property
    def is_clean(self) -> bool:
        """Whether the target is met, and there is nothing to check about the line: notes (提示) do not count."""
        doubts = worst([*self.outcome.diagnostics, *self.score.diagnostics])
        return self.outcome.verdict is Verdict.MET and doubts in (None, Severity.INFO)

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form: that of the outcome, with what stands around it and the points that it got."""
        return {
            "category": self.indicator.category,
            "subcategory": self.indicator.subcategory,
            "name": self.indicator.name,
            **self.outcome.to_dict(),
            "score": self.score.to_dict(),
            "baseline": (self.reported.baseline if self.reported else "") or self.indicator.baseline,
            "judgement": _judgement(self.reported),
            "reason": self.reason,
            "target_place": _place_text(self.indicator.place),
            "actual_place": _place_text(self.reported.place if self.reported else None),
        }


@attrs.frozen
class ExecutionLine:
    """The execution of the budget (预算执行率): what was planned, what was spent, and the points for it.

    `budget` is the adjusted budget where one was reported, else the budget of the goal table.
    """

    budget: Quantity | None
    spent: Quantity | None
    score: Score
    reported: ReportedSpending | None = None

    @property
    def rate(self) -> Fraction | None:
        """Spent money as an exact share of the budget; None where either is unknown or the budget is 0."""
        if self.budget is None or self.spent is None or not self.budget.number:
            return None
        return self.spent.canonical / self.budget.canonical

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form."""
        return {
            "budget": None if self.budget is None else str(self.budget),
            "spent": None if self.spent is None else str(self.spent),
            "rate": None if self.rate is None else exact_text(self.rate),
            "score": self.score.to_dict(),
            "place": _place_text(self.reported.place if self.reported else None),
        }


def _judgement(reported: ReportedActual | None) -> str | None:
    return None if reported is None or reported.judgement is None else exact_text(Fraction(reported.judgement))


def _place_text(place: Place | None) -> str | None:
    return None if place is None else str(place)
