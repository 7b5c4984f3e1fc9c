"""How one indicator stands on a day: what is due, what was reached, its light, its forecast, its explanation."""

from datetime import date
from fractions import Fraction

import attrs

from perfrules.diagnostics import Diagnostic
from perfrules.evaluation import NumbersCompared, Outcome, Verdict
from perfrules.monitoring.accumulation import is_counted
from perfrules.monitoring.forecast import Forecast
from perfrules.monitoring.light import Light
from perfrules.monitoring.standard import pace
from perfrules.tables import Indicator, ReportedActual
from perfrules.targets import Amounts, Days, Target


@attrs.frozen
class Standing:
    """What is known about an indicator before a method says what that means.

    `outcome` compares what was reached so far with the target of the year, `so_far` with what is due by the day
    (`standard`). `accumulates` is None where nobody can tell. `forecast_verdict` says whether the forecast meets the
    target.
    """

    indicator: Indicator
    as_of: date
    due: date
    time_share: Fraction
    accumulates: bool | None
    outcome: Outcome
    standard: Target
    so_far: Outcome
    forecast: Forecast | None = None
    forecast_verdict: Verdict | None = None
    reported: ReportedActual | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def is_due(self) -> bool:
        """Whether the day has come by whose end the target has to be reached."""
        return self.as_of >= self.due

    @property
    def has_deadline(self) -> bool:
        """Whether the target itself is a day."""
        return isinstance(self.indicator.target.region, Days)

    @property
    def measured(self) -> Fraction | None:
        """The exact number that was reached, in base units; None where there is none."""
        compared = self.outcome.compared
        return compared.measured if isinstance(compared, NumbersCompared) else None

    @property
    def pace(self) -> Fraction | None:
        """How much of what is due was reached (进度完成率); None where nothing is divided by time."""
        compared = self.so_far.compared
        if not self.accumulates or not isinstance(compared, NumbersCompared):
            return None
        return pace(compared.measured, compared.interval)

    @property
    def is_less_than_one(self) -> bool:
        """Whether less than one whole thing is due: of one exhibition in the year, 7/12 by July is none."""
        region = self.standard.region
        if not self.accumulates or not isinstance(region, Amounts) or not is_counted(region.unit):
            return False
        return region.interval.low is not None and region.interval.low < 1

    @property
    def deviation(self) -> Fraction | None:
        """How far it is from what is due, as a share of that: the pace, else the attainment, less one."""
        rate = self.pace if self.accumulates else self.outcome.attainment
        return None if rate is None or self.accumulates is None else rate - 1


@attrs.frozen
class LineProgress:
    """An indicator with its light and the rule that gave it, and why it has to be explained, empty where it has not."""

    standing: Standing
    light: Light
    basis: str = ""
    explanation: str = ""
    missing: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Whether nobody has to look at the line."""
        return not (self.light.is_alarm or self.explanation or self.diagnostics)
