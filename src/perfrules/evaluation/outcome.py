"""Whether an actual value meets a target, and by how much."""

from enum import Enum
from fractions import Fraction

import attrs

from perfrules.actuals import Actual
from perfrules.diagnostics import Diagnostic
from perfrules.targets import Target
from perfrules.units import exact_text


class Verdict(Enum):
    """Met (达成), not met (未达成), or undecided (无法判断)."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """The word for people."""
        return {"met": "达成", "unmet": "未达成", "unknown": "无法判断"}[self.value]


@attrs.frozen
class Deviation:
    """Actual minus target, in a unit for people: percentages deviate in 百分点, dates in 天."""

    number: Fraction
    unit: str

    def __str__(self) -> str:
        return f"{'+' if self.number > 0 else ''}{exact_text(self.number)}{self.unit}"


@attrs.frozen
class Outcome:
    """The verdict on one line, with its reasons.

    `diagnostics` are those of the target, of the actual value and of the comparison, in this order.
    """

    target: Target
    actual: Actual
    verdict: Verdict
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def attainment(self) -> Fraction | None:
        """The exact 完成率, neither rounded nor capped; None where there is none."""
        return None

    @property
    def deviation(self) -> Deviation | None:
        """How far the actual value is from the target; None where that is no number."""
        return None
