"""Whether an actual value meets a target, and by how much."""

from fractions import Fraction

import attrs

from perfrules.actuals import Actual
from perfrules.diagnostics import Diagnostic, Severity
from perfrules.evaluation.explanation import explain
from perfrules.evaluation.extent import Deviation, attainment, deviation
from perfrules.evaluation.finding import Compared, Verdict
from perfrules.targets import Target
from perfrules.units import exact_text


@attrs.frozen(repr=False)
class Outcome:
    """The verdict on one line, with its reasons.

    `diagnostics` are those of the target, of the actual value and of the comparison, in this order. `compared` holds
    the numbers or days behind the verdict, None where no exact ones were compared.
    """

    target: Target
    actual: Actual
    verdict: Verdict
    diagnostics: tuple[Diagnostic, ...] = ()
    compared: Compared = None

    @property
    def attainment(self) -> Fraction | None:
        """The exact 完成率, neither rounded nor capped.

        Actual ÷ target for a lower bound or an equality, target ÷ actual for an upper bound. None for a zero divisor,
        dates, ranges, levels and values that are only asserted.
        """
        return attainment(self.compared)

    @property
    def deviation(self) -> Deviation | None:
        """How far the actual value is from the target, None where the target is a range or no number."""
        return deviation(self.compared)

    @property
    def assumptions(self) -> tuple[Diagnostic, ...]:
        """What had to be assumed to read and compare: the diagnostics that are no more than notes."""
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic.severity is Severity.INFO)

    def explain(self) -> str:
        """Derive the verdict for people, in Chinese, a step a line.

        >>> from perfrules.evaluation import check
        >>> print(check("≥60家", "58家").explain())
        指标值“≥60家”：要求实际值不低于60家，即[60家, ∞)。
        实际值“58家”：58家，在要求之外。
        结论：未达成。完成率 58 ÷ 60 = 29/30（约96.67%），偏差 -2家。
        """
        return explain(self.target, self.actual, self.verdict, self.diagnostics, self.compared)

    def __repr__(self) -> str:
        return f"Outcome({self.target.text!r}, {self.actual.text!r}, {self.verdict.label})"

    def __str__(self) -> str:
        return f"{self.verdict.label}：指标值“{self.target.text}”，实际值“{self.actual.text}”"

    def _repr_html_(self) -> str | None:
        from perfrules.evaluation.as_page import as_page  # noqa: PLC0415
        from perfrules.page import draw_inline  # noqa: PLC0415 - only notebooks draw

        return draw_inline(as_page(self))

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form: target reading, actual text, verdict, attainment and deviation as exact texts."""
        rate, gap = self.attainment, self.deviation
        return {
            "target": {"text": self.target.text, "canonical": self.target.canonical, **self.target.to_dict()},
            "actual": self.actual.text,
            "verdict": self.verdict.value,
            "attainment": None if rate is None else exact_text(rate),
            "deviation": None if gap is None else {"number": exact_text(gap.number), "unit": gap.unit},
            "diagnostics": [diagnostic.to_dict() for diagnostic in self.diagnostics],
        }
