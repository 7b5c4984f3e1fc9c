"""How the budget of a project stands on a day: spent ÷ budget, against time, the payment plan and what is required."""

from datetime import date
from fractions import Fraction

import attrs

from perfrules.actuals import Actual, Amount
from perfrules.formulas import Value
from perfrules.monitoring.calendar import quarters_passed, time_share
from perfrules.monitoring.facts import parameter_facts
from perfrules.monitoring.forecast import SPREAD, USUAL_SPREAD, Forecast, from_pace
from perfrules.monitoring.judge import reason_of
from perfrules.monitoring.light import Light
from perfrules.monitoring.method import Method, first_fitting
from perfrules.tables import GoalTable, ReportedSpending
from perfrules.targets import Interval
from perfrules.units import Quantity


@attrs.frozen
class ExecutionProgress:
    """The budget on a day. Shares are exact; `planned` is None without a payment plan, `required` without checkpoints.

    `budget` is the adjusted budget where one was reported, else that of the goal table.
    """

    budget: Quantity | None
    spent: Quantity | None
    time_share: Fraction
    planned: Fraction | None
    required: Fraction | None
    light: Light
    basis: str = ""
    forecast: Forecast | None = None
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def rate(self) -> Fraction | None:
        """Spent money as a share of the budget; None where either is unknown or the budget is 0."""
        return _share(self.spent, self.budget)

    @property
    def forecast_rate(self) -> Fraction | None:
        """The share of the budget that will be spent by the end of the year, in the middle of its range."""
        middle = None if self.forecast is None else self.forecast.middle
        return (
            None if middle is None or self.budget is None or not self.budget.number else middle / self.budget.canonical
        )


def follow_execution(
    table: GoalTable, reported: ReportedSpending | None, as_of: date, method: Method
) -> ExecutionProgress:
    """Compare what was spent by a day with what should be."""
    budget = (reported.adjusted if reported else None) or table.budget.total
    spent = spent_by(reported, as_of)
    passed = time_share(as_of)
    planned = planned_share(table, as_of)
    required = method.required_share(as_of)
    forecast = _forecast(spent, reported, passed, planned, method)
    draft = ExecutionProgress(budget, spent, passed, planned, required, Light.UNKNOWN, forecast=forecast)
    facts = execution_facts(draft, method)
    rule = first_fitting(method.execution, facts)
    light = Light.UNKNOWN if rule is None else rule.light
    return attrs.evolve(
        draft, light=light, basis=reason_of(rule, method.execution, facts, method), values=tuple(facts.items())
    )


def execution_facts(draft: ExecutionProgress, method: Method) -> dict[str, Value]:
    """Collect what is known about the budget; 应有进度 is the planned share, without a plan that of time."""
    return {
        **parameter_facts(method),
        "执行率": draft.rate,
        "时间进度": draft.time_share,
        "计划进度": draft.planned,
        "要求进度": draft.required,
        "应有进度": draft.time_share if draft.planned is None else draft.planned,
        "预计执行率": draft.forecast_rate,
    }


def planned_share(table: GoalTable, as_of: date) -> Fraction | None:
    """Give the share that the payment plan wants spent by the last quarter that is over; None without a plan.

    >>> from decimal import Decimal
    >>> table = GoalTable("例", plan=(Decimal("0.2"), Decimal("0.5"), Decimal("0.8"), Decimal(1)))
    >>> planned_share(table, date(2023, 7, 31)), planned_share(table, date(2023, 2, 1))
    (Fraction(1, 2), Fraction(0, 1))
    """
    passed = quarters_passed(as_of)
    if not table.plan:
        return None
    return Fraction(table.plan[passed - 1]) if passed else Fraction(0)


def spent_by(reported: ReportedSpending | None, as_of: date) -> Quantity | None:
    """Give what was spent by a day: the figure of a quarter that ends on it, else the only figure reported.

    A figure that reaches beyond the day is not used.
    """
    if reported is None:
        return None
    quarters = dict(zip(((3, 31), (6, 30), (9, 30), (12, 31)), reported.quarters, strict=False))
    if (exact := quarters.get((as_of.month, as_of.day))) is not None:
        return exact
    return reported.spent if (spent_through(reported) or 0) <= as_of.month else None


def spent_through(reported: ReportedSpending) -> int | None:
    """Give the month up to which spending was reported; next to a fourth quarter it is the whole year's."""
    whole_year = len(reported.quarters) == 4 and reported.quarters[3] is not None
    return 12 if reported.through_month is None and whole_year else reported.through_month


def _forecast(
    spent: Quantity | None,
    reported: ReportedSpending | None,
    passed: Fraction,
    planned: Fraction | None,
    method: Method,
) -> Forecast | None:
    if reported is not None and reported.forecast is not None:
        given = reported.forecast
        point = Interval(given.canonical, given.canonical)
        return Forecast(
            Actual(str(given), Amount(point, given.unit)), "单位填报的全年预计", True, given.canonical, point
        )
    if spent is None:
        return None
    share, basis = (passed, "时间进度") if planned is None else (planned, "支出计划的累计进度")
    return from_pace(spent.canonical, spent.unit, share, method.parameter(SPREAD, USUAL_SPREAD), basis)


def _share(spent: Quantity | None, budget: Quantity | None) -> Fraction | None:
    if spent is None or budget is None or not budget.number or spent.unit.dimension != budget.unit.dimension:
        return None
    return spent.canonical / budget.canonical
