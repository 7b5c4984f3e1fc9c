"""What one comparison found: verdict, its reasons, and the numbers or days that were compared."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from fractions import Fraction

import attrs

from perfrules.actuals import Actual
from perfrules.diagnostics import Code, Diagnostic
from perfrules.targets import Interval, Target
from perfrules.units import Quantity, Unit


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
class NumbersCompared:
    """An exact number against an interval, both in base units; `unit` is the one that people see."""

    measured: Fraction
    interval: Interval
    unit: Unit


@attrs.frozen
class DaysCompared:
    """The last day of the actual value against the last day of the target."""

    reached: date
    last: date


Compared = NumbersCompared | DaysCompared | None


@attrs.define
class Finding:
    """The result of comparing one region with one actual value.

    Not frozen, as `Case` is not: they live as long as one evaluation, and frozen ones take three times as long to make.
    """

    verdict: Verdict
    diagnostics: tuple[Diagnostic, ...] = ()
    compared: Compared = None


@attrs.define
class Case:
    """What is compared: the target, the actual value, and what else the comparison may need."""

    target: Target
    actual: Actual
    baseline: Actual | None
    references: Mapping[str, Quantity]

    def unknown(self, code: Code, **arguments: object) -> Finding:
        """Leave the case undecided, and say what is missing."""
        return Finding(Verdict.UNKNOWN, (self.diagnostic(code, **arguments),))

    def diagnostic(self, code: Code, **arguments: object) -> Diagnostic:
        """Make a diagnostic; the texts of target and actual value are at hand for its wording."""
        named = {"target": self.target.text, "actual": self.actual.text, **arguments}
        return Diagnostic.of(code, **named)


def decided(*, met: bool) -> Verdict:
    """Give the verdict of a comparison that could be made."""
    return Verdict.MET if met else Verdict.UNMET
