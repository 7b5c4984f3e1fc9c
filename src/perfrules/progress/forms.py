"""Progress as 项目支出绩效目标执行监控表 (财预〔2019〕136号), by the names that templates use."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from perfrules.filling import Cell, Form, Forms, Listing
from perfrules.filling.amounts import money, percentage
from perfrules.monitoring import LineProgress
from perfrules.monitoring.stand import day_text
from perfrules.progress.progress import Progress, TableProgress
from perfrules.progress.wording import completion_stand, execution_stand, light_text, reached_text
from perfrules.tables import Cause, Likelihood

NAME = "运行监控表"
"""The template of this form in `filling/templates/`."""

_TICK = "√"
_CAUSES = tuple(Cause)
_LIKELIHOODS = tuple(Likelihood)
_COLUMNS = (
    *("一级指标", "二级指标", "三级指标", "年度指标值", "执行情况", "全年预计完成情况"),
    *(cause.value for cause in _CAUSES),
    "原因说明",
    *(likelihood.value for likelihood in _LIKELIHOODS),
    *("灯号", "备注"),
)


def progress_forms(progress: Progress) -> Forms:
    """Give a form for each goal table.

    >>> progress_forms(Progress(date(2023, 7, 31)))
    {'项目': []}
    """
    return {"项目": [_form(table) for table in progress.tables]}


def _form(progress: TableProgress) -> Form:
    table, execution = progress.table, progress.execution
    forecast = execution.forecast if execution else None
    values: dict[str, Cell] = {
        "项目名称": table.name,
        "年度": str(table.year or ""),
        "主管部门": table.department,
        "实施单位": "",
        "截至": day_text(progress.as_of),
        "期间": period_text(progress.as_of),
        "年初预算数": money(table.budget.total),
        "全年预算数": money(execution.budget if execution else None),
        "已执行数": money(execution.spent if execution else None),
        "执行率": percentage(execution.rate if execution else None, "ROUND({已执行数}/{全年预算数},4)"),
        "全年预计执行数": forecast.actual.text if forecast and forecast.is_given else "",
        "预算执行情况": "；".join([*([light_text(execution.light)] if execution else []), *execution_stand(progress)]),
        "预期目标": "\n".join(table.goals),
        "说明": "\n".join(
            [f"目标完成：{light_text(progress.completion)}", *completion_stand(progress), *progress.remarks]
        ),
    }
    return Form(table.name, values, {"指标": Listing(_COLUMNS, tuple(_line(line) for line in progress.lines))})


def period_text(as_of: date) -> str:
    """Name the months up to a day, as headers of the form do.

    >>> period_text(date(2023, 7, 31)), period_text(date(2023, 7, 15)), period_text(date(2023, 1, 31))
    ('1-7月', '1月1日至7月15日', '1月')
    """
    if as_of.day < monthrange(as_of.year, as_of.month)[1]:
        return f"1月1日至{as_of.month}月{as_of.day}日"
    return "1月" if as_of.month == 1 else f"1-{as_of.month}月"


def _line(line: LineProgress) -> tuple[Cell, ...]:
    standing, reported = line.standing, line.standing.reported
    indicator = standing.indicator
    forecast = reported.forecast if reported else None
    causes = reported.causes if reported else ()
    likelihood = reported.likelihood if reported else None
    return (
        indicator.category or indicator.sub_goal,
        indicator.subcategory,
        indicator.name.strip(),
        indicator.stated_target,
        reached_text(standing),
        forecast.text if forecast else "",
        *(_TICK if cause in causes else "" for cause in _CAUSES),
        reported.reason if reported else "",
        *(_TICK if each is likelihood else "" for each in _LIKELIHOODS),
        light_text(line.light),
        "\n".join(_remarks(line)),
    )


def _remarks(line: LineProgress) -> Iterator[str]:
    """Say what the office still has to look at: the light, the reasons that are asked for, a forecast by the pace."""
    yield light_text(line.light)
    forecast = line.standing.forecast
    if forecast is not None and not forecast.is_given:
        yield f"按进度推算全年{forecast.actual.text}"
    if line.missing:
        yield f"要说明原因，还缺{'、'.join(line.missing)}"
