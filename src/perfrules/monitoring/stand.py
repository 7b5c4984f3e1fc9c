"""Measures how an indicator stands on a day: the comparison with the year, with what is due, and the forecast."""

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from perfrules.actuals import Actual, NotReported, read_actual
from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.evaluation import NumbersCompared, Outcome, Verdict, evaluate
from perfrules.monitoring.accumulation import accumulates
from perfrules.monitoring.calendar import time_share
from perfrules.monitoring.due import due_day, is_planned
from perfrules.monitoring.forecast import SPREAD, USUAL_SPREAD, Forecast, as_given, from_pace
from perfrules.monitoring.line import Standing
from perfrules.monitoring.method import Method
from perfrules.monitoring.standard import standard_of
from perfrules.tables import Indicator, ReportedActual
from perfrules.targets import Amounts, Target, Unset
from perfrules.units import PLAIN, Quantity


def stand(
    indicator: Indicator,
    reported: ReportedActual | None,
    as_of: date,
    method: Method,
    references: Mapping[str, Quantity],
) -> Standing:
    """Put together what is known about an indicator on a day of its budget year."""
    return _Case(indicator, reported, as_of, method, references).standing()


@attrs.frozen
class _Case:
    """What an indicator is measured by."""

    indicator: Indicator
    reported: ReportedActual | None
    as_of: date
    method: Method
    references: Mapping[str, Quantity]

    def standing(self) -> Standing:
        target, share, grows = self.indicator.target, time_share(self.as_of), self.grows
        outcome = self.compare(target, self.actual)
        standard = standard_of(target, share) if grows else target
        forecast = self.forecast(outcome)
        return Standing(
            self.indicator,
            self.as_of,
            due_day(target, self.as_of.year),
            share,
            grows,
            outcome,
            standard,
            self.compare(standard, self.actual) if grows else _as_far_as_known(outcome, grows),
            forecast,
            None if forecast is None else self.compare(_to_be_reached(target, grows), forecast.actual).verdict,
            self.reported,
            tuple(self.doubts(outcome)),
        )

    @property
    def grows(self) -> bool | None:
        """Whether the value accumulates; at the end of the year nothing is divided by time any more."""
        grows = accumulates(self.indicator)
        return bool(grows) if time_share(self.as_of) == 1 else grows

    @property
    def is_planned(self) -> bool:
        """Whether what was reported as reached is still to come."""
        return self.reported is not None and is_planned(self.reported.actual, self.as_of.year, self.as_of)

    @property
    def actual(self) -> Actual:
        """What was reached: nothing, where nothing was reported or only what is still to come."""
        return read_actual(None) if self.reported is None or self.is_planned else self.reported.actual

    def compare(self, target: Target, actual: Actual) -> Outcome:
        baseline = (self.reported.baseline if self.reported else "") or self.indicator.baseline
        before = read_actual(baseline, self.indicator.target.language) if baseline else None
        return evaluate(target, actual, baseline=before, references=self.references)

    def forecast(self, outcome: Outcome) -> Forecast | None:
        """Take the forecast of the office, which may stand where the value should; else continue a steady pace."""
        region = self.indicator.target.region
        unit = region.unit if isinstance(region, Amounts) else PLAIN
        if self.reported is not None and self.reported.forecast is not None:
            return as_given(self.reported.forecast, unit)
        if self.reported is not None and self.is_planned:
            return as_given(self.reported.actual)
        if not self.grows or not isinstance(outcome.compared, NumbersCompared):
            return None
        spread = self.method.parameter(SPREAD, USUAL_SPREAD)
        return from_pace(outcome.compared.measured, unit, time_share(self.as_of), spread, "时间进度")

    def doubts(self, outcome: Outcome) -> Iterator[Diagnostic]:
        name = self.indicator.name
        if self.reported is not None and self.is_planned:
            place = self.reported.place or self.indicator.place
            texts = {"actual": self.reported.actual.text, "as_of": day_text(self.as_of)}
            yield Diagnostic.of(Code.ACTUAL_IN_FUTURE, *([Label(place)] if place else []), name=name, **texts)
        is_open = outcome.verdict is Verdict.UNMET and not isinstance(outcome.actual.value, NotReported)
        if self.grows is None and is_open and not isinstance(outcome.target.region, Unset):
            place = self.indicator.place
            texts = {"target": outcome.target.text, "actual": outcome.actual.text}
            yield Diagnostic.of(Code.ACCUMULATION_UNKNOWN, *([Label(place)] if place else []), name=name, **texts)


def _as_far_as_known(outcome: Outcome, grows: bool | None) -> Outcome:
    """Where nobody can tell whether a value grows, not being at the target yet says nothing."""
    if grows is None and outcome.verdict is Verdict.UNMET:
        return attrs.evolve(outcome, verdict=Verdict.UNKNOWN)
    return outcome


def _to_be_reached(target: Target, grows: bool | None) -> Target:
    """Give what a forecast is compared with: who wants 60 and would get more at this pace can stop in time."""
    region = target.region
    if not grows or not isinstance(region, Amounts) or not region.interval.is_point:
        return target
    return attrs.evolve(target, region=attrs.evolve(region, interval=attrs.evolve(region.interval, high=None)))


def day_text(day: date) -> str:
    """Write a day for people.

    >>> day_text(date(2023, 7, 31))
    '2023年7月31日'
    """
    return f"{day.year}年{day.month}月{day.day}日"
