"""A row of the chapter on monitoring: what it gives, followed to its day."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from perfrules.actuals import read_actual
from perfrules.monitoring import ExecutionProgress, LineProgress, Method, follow_execution, judge, stand
from perfrules.rules import shipped_method
from perfrules.tables import Budget, Cause, GoalTable, Indicator, Likelihood, ReportedActual, ReportedSpending
from perfrules.targets import Target, parse_quantity
from specification.markdown import ChapterError

Row = Mapping[str, str]


def followed(given: Row, target: Target) -> LineProgress:
    """Follow the indicator of a row."""
    name, category, subcategory = (given.get(key, "") for key in ("指标名称", "一级指标", "二级指标"))
    indicator = Indicator(
        name, target, category, subcategory, cumulative={"是": True, "否": False}.get(given.get("累计", ""))
    )
    return judge(stand(indicator, _reported(given, name), _day(given), _method(given), {}), _method(given))


def followed_money(given: Row) -> ExecutionProgress:
    """Follow the budget of a row."""
    plan = tuple(Decimal(part.removesuffix("%")) / 100 for part in given.get("支出计划", "").split("、") if part)
    table = GoalTable("例", year=_day(given).year, budget=Budget(parse_quantity(given["全年预算数"])), plan=plan)
    forecast = given.get("全年预计")
    spending = ReportedSpending(
        "例",
        spent=parse_quantity(given.get("已执行数", "")),
        forecast=None if forecast is None else parse_quantity(forecast),
    )
    return follow_execution(table, spending, _day(given), _method(given))


def _reported(given: Row, name: str) -> ReportedActual | None:
    if "实际值" not in given:
        return None
    return ReportedActual(
        name,
        read_actual(given["实际值"]),
        baseline=given.get("上年值", ""),
        reason=given.get("原因说明", ""),
        forecast=read_actual(given["全年预计"]) if "全年预计" in given else None,
        causes=tuple(Cause(text) for text in given.get("原因类别", "").split("、") if text),
        likelihood=Likelihood(given["可能性"]) if "可能性" in given else None,
    )


def _day(given: Row) -> date:
    return date.fromisoformat(given["截至"])


def _method(given: Row) -> Method:
    found = shipped_method(given["监控办法"])
    if found is None:
        raise ChapterError(f"没有监控办法“{given['监控办法']}”。请改成 rulesets 里有的。")
    return found
