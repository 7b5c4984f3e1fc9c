"""Progress in words: the cells of its tables and its sentences, in Chinese, with rounded numbers.

The terminal, Markdown and CSV use the same words, so that nobody has to compare them.
"""

from collections.abc import Iterator
from fractions import Fraction

from perfrules.diagnostics import Code
from perfrules.evaluation import Verdict
from perfrules.monitoring import ExecutionProgress, Light, LineProgress, Standing
from perfrules.monitoring.figures import amount, decimal, percent, signed_percent
from perfrules.monitoring.stand import day_text
from perfrules.progress.progress import TableProgress
from perfrules.tables import Level
from perfrules.targets import Amounts
from perfrules.units import Quantity

COLUMNS: "Row" = ("一级指标", "三级指标", "指标值", "目前完成", "应达到", "完成率", "全年预计", "灯号")
NOTHING = "—"
EXECUTION = "预算执行"
SOON = "临期天数"
"""The parameter that says how many days ahead deadlines are listed."""

_USUAL_SOON = Fraction(30)
_LEVELS = {Level.PROJECT: "项目", Level.DEPARTMENT: "部门自己的目标表"}
_FORECASTS = {Verdict.MET: "能达成", Verdict.UNMET: "达不成", Verdict.UNKNOWN: "能否达成不能确定"}

Row = tuple[str, str, str, str, str, str, str, str]


def title_text(table: TableProgress) -> str:
    """Name a table, the day, how much of the year has passed, and the method."""
    name = f"{_LEVELS[table.table.level]}：{table.table.name}（{table.table.year}年）"
    return f"{name}　截至{day_text(table.as_of)}，时间进度{percent(table.time_share)}　监控办法 {table.method.name}"


def headline(table: TableProgress) -> str:
    """Say how the two tracks stand."""
    completion = f"目标完成 {light_text(table.completion)}"
    return f"{completion}　预算执行 {light_text(table.execution.light)}" if table.execution else completion


def light_text(light: Light) -> str:
    """Name a light as people do.

    >>> light_text(Light.RED), light_text(Light.NOT_DUE)
    ('红灯', '未到期')
    """
    return light.value if light in {Light.NOT_DUE, Light.UNKNOWN} else f"{light.value}灯"


def rows(table: TableProgress) -> list[Row]:
    """Give the rows of a table, repeated classes blank, the budget first."""
    result = [] if table.execution is None else [_execution_row(table.execution)]
    above = None
    for line in table.lines:
        indicator = line.standing.indicator
        category = indicator.category or indicator.sub_goal
        result.append(("" if category == above else category, *_cells(line)))
        above = category
    return result


def _execution_row(execution: ExecutionProgress) -> Row:
    wanted = execution.time_share if execution.planned is None else execution.planned
    forecast = NOTHING if execution.forecast is None else execution.forecast.actual.text
    return (
        EXECUTION,
        "",
        _money(execution.budget),
        _money(execution.spent),
        percent(wanted if execution.required is None else execution.required),
        percent(execution.rate),
        forecast,
        execution.light.value,
    )


def _cells(line: LineProgress) -> tuple[str, str, str, str, str, str, str]:
    standing = line.standing
    outcome, forecast = standing.outcome, standing.forecast
    return (
        standing.indicator.name.strip(),
        outcome.target.text or NOTHING,
        reached_text(standing) or NOTHING,
        due_text(standing),
        percent(outcome.attainment),
        NOTHING if forecast is None else forecast.actual.text,
        line.light.value,
    )


def reached_text(standing: Standing) -> str:
    """Give what was reported, also where it was not used."""
    return standing.reported.actual.text if standing.reported else ""


def due_text(standing: Standing) -> str:
    """Say what should have been reached: a number, a day, or the target as it stands."""
    region = standing.standard.region
    if standing.has_deadline:
        return f"{standing.due.month}月{standing.due.day}日前"
    if standing.accumulates is None:
        return "不能确定"
    if not standing.accumulates or not isinstance(region, Amounts):
        return "同指标值"
    low, high = region.interval.low, region.interval.high
    if standing.is_less_than_one:
        return f"不足1{region.unit.text}"
    if low is None:
        return NOTHING if high is None else f"至多{amount(high, region.unit)}"
    return amount(low, region.unit)


def execution_steps(table: TableProgress) -> Iterator[str]:
    """Explain the light of the budget."""
    yield from execution_stand(table)
    if table.execution is not None:
        yield f"灯号：{table.execution.basis}"


def execution_stand(table: TableProgress) -> Iterator[str]:
    """Say how the budget stands, as forms that are filed do."""
    execution = table.execution
    if execution is None:
        return
    if execution.rate is None:
        yield f"预算{_money(execution.budget)}，已支出{_money(execution.spent)}，算不出执行率"
    else:
        yield f"执行率 {_money(execution.spent)} ÷ {_money(execution.budget)} = {percent(execution.rate)}"
    yield f"时间进度{percent(execution.time_share)}，支出计划到上个季度末{_share(execution.planned, '没有写')}"
    if execution.required is not None:
        yield f"进度要求{percent(execution.required)}"
    if execution.forecast is not None:
        rate = "" if execution.forecast_rate is None else f"，是预算的{percent(execution.forecast_rate)}左右"
        yield f"全年预计支出{execution.forecast.actual.text}{rate}（{execution.forecast.assumption}）"


def completion_steps(table: TableProgress) -> Iterator[str]:
    """Explain the light of the targets."""
    yield from completion_stand(table)
    yield f"灯号：{table.completion_basis}"


def completion_stand(table: TableProgress) -> Iterator[str]:
    """Say how the targets stand, as forms that are filed do."""
    counts = [(light, sum(line.light is light for line in table.lines)) for light in Light]
    yield f"{len(table.lines)}个指标：" + "，".join(f"{light_text(light)}{count}个" for light, count in counts if count)
    if table.completed is not None:
        yield f"累计的指标平均完成了全年的{percent(table.completed)}，时间进度{percent(table.time_share)}"


def heading(line: LineProgress) -> str:
    """Name a line with its values and its light."""
    standing = line.standing
    values = f"指标值{standing.outcome.target.text or '未设定'}，目前{reached_text(standing) or '未填'}"
    return f"{standing.indicator.name.strip()}（{values}）：{light_text(line.light)}"


def steps(line: LineProgress) -> Iterator[str]:
    """Explain the light of a line, and say what has to be explained and what was filled in."""
    standing = line.standing
    yield from _pace_steps(standing)
    yield f"灯号：{line.basis}"
    if standing.forecast is not None:
        verdict = "" if standing.forecast_verdict is None else f"，{_FORECASTS[standing.forecast_verdict]}"
        yield f"全年预计{standing.forecast.actual.text}（{standing.forecast.assumption}）{verdict}"
    if line.explanation:
        yield f"要说明原因：{line.explanation}"
    filled = answers(line)
    if filled:
        yield f"填报的说明：{filled}"
    if line.missing:
        yield f"还缺：{'、'.join(line.missing)}"
    yield from (each.message for each in line.diagnostics if each.code is not Code.EXPLANATION_MISSING)


def answers(line: LineProgress) -> str:
    """Give what was filled in about a deviation: causes, reason, likelihood; empty where nothing was."""
    reported = line.standing.reported
    if reported is None:
        return ""
    causes = "、".join(cause.value for cause in reported.causes)
    likelihood = reported.likelihood.value if reported.likelihood else ""
    return "；".join(filter(None, (causes, reported.reason, likelihood)))


def _pace_steps(standing: Standing) -> Iterator[str]:
    region = standing.standard.region
    pace, deviation = standing.pace, standing.deviation
    if (
        pace is None
        or deviation is None
        or standing.is_less_than_one
        or not isinstance(region, Amounts)
        or standing.measured is None
    ):
        return
    reached = amount(standing.measured, region.unit)
    due = f"全年的{percent(standing.time_share)}，即{due_text(standing)}"
    yield f"应达到{due}；目前{reached}，是应达到的{percent(pace)}，偏差{signed_percent(deviation)}"


def deadlines(table: TableProgress) -> Iterator[str]:
    """Say which deadlines have passed, and which are near."""
    for line in table.overdue():
        standing = line.standing
        days = (table.as_of - standing.due).days
        late = f"过了{days}天" if days else "就是今天"
        reached = reached_text(standing)
        said = f"报的是“{reached}”" if reached else "没有报完成情况"
        yield f"期限已到：{standing.indicator.name.strip()}，{day_text(standing.due)}（{late}），{said}"
    within = int(table.method.parameter(SOON, _USUAL_SOON))
    for line in table.due_within(within):
        standing = line.standing
        left = (standing.due - table.as_of).days
        yield f"{within}天内到期：{standing.indicator.name.strip()}，{day_text(standing.due)}（还有{left}天）"


def _share(share: Fraction | None, otherwise: str) -> str:
    return otherwise if share is None else f"是{percent(share)}"


def _money(quantity: Quantity | None) -> str:
    return NOTHING if quantity is None else f"{decimal(quantity.number)}{quantity.unit.text}"
