"""A report as 项目支出绩效自评表 and 部门整体支出绩效自评表, by the names that templates use."""

from collections.abc import Iterator, Sequence

from perfrules.actuals import NotReported
from perfrules.filling import Cell, Form, Forms, Listing
from perfrules.filling.amounts import added, money, percentage, points
from perfrules.report.lines import Line
from perfrules.report.report import Department, Report, TableReport
from perfrules.report.wording import decimal_text, grades_text, has_execution, range_text
from perfrules.scoring import Averaging, Score
from perfrules.units import Quantity, exact_text

NAME = "自评表"
"""The template of these forms in `filling/templates/`."""

_NO_POINTS = "—"
_LINES = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因")
_PROJECTS = ("名称", "年初预算数", "全年预算数", "全年执行数", "执行率", "占比", "得分")
_SCORED = ("执行率分值", "执行率得分", "总分值", "总得分", "评分办法")
_RATE = "ROUND({%s}/{%s},4)"
_MEANS = {
    Averaging.BY_BUDGET: "SUMPRODUCT({项目.全年预算数},{项目.得分})/SUM({项目.全年预算数})",
    Averaging.BY_SHARE: "SUMPRODUCT({项目.占比},{项目.得分})/SUM({项目.占比})",
    Averaging.EQUAL: "AVERAGE({项目.得分})",
}


def report_forms(report: Report) -> Forms:
    """Give a form for each project, and one for each department and each goal table of its own.

    >>> report_forms(Report())
    {'项目': [], '部门': []}
    """
    return {
        "项目": [_project(table) for table in report.projects],
        "部门": [form for department in report.departments for form in _department(department, report)],
    }


def _project(report: TableReport) -> Form:
    table, execution = report.table, report.execution
    sources = tuple((source.name, money(source.amount)) for source in table.budget.sources)
    values: dict[str, Cell] = {
        "项目名称": table.name,
        "主管部门": table.department,
        "实施单位": "",
        "年初预算数": money(_initial(report)),
        "全年预算数": money(execution.budget),
        "全年执行数": money(execution.spent),
        "执行率": percentage(execution.rate, _RATE % ("全年执行数", "全年预算数")),
        "预期目标": "\n".join(table.goals),
        "实际完成情况": "",
        **_scored(report),
        "说明": "\n".join(_remarks(report)),
    }
    return Form(table.name, values, {"指标": _lines(report), "资金来源": Listing(("名称", "年初预算数"), sources)})


def _initial(report: TableReport) -> Quantity | None:
    """The budget at the beginning of the year: as reported, else that of the goal table."""
    reported = report.execution.reported
    return (reported.initial if reported else None) or report.table.budget.total


def _scored(report: TableReport) -> dict[str, Cell]:
    """Give what a table comes to, and what both kinds of form say about it."""
    total, table = report.total, report.table
    whole, part = report.sum.weight + report.waived, report.sum.weight
    factor = "" if total == report.sum else f"*{exact_text(whole)}/{exact_text(part)}"
    names = (["执行率"] if has_execution(report) else []) + ["指标."]
    weights, scores = ([f"{{{name}{column}}}" for name in names] for column in ("分值", "得分"))
    blanks = "+".join(f"COUNTBLANK({each})" for each in scores)
    rate = report.execution.score if has_execution(report) else None
    return {
        "年度": str(table.year or ""),
        "执行率分值": points(rate.weight) if rate else _NO_POINTS,
        "执行率得分": points(rate.points) if rate else _NO_POINTS,
        "总分值": points(total.weight, f"SUM({','.join(weights)}){factor}"),
        "总得分": points(total.points, f'IF({blanks}>0,"",SUM({",".join(scores)}){factor})'),
        "等次": report.grade or "",
        "评分办法": _scheme_text(report),
    }


def _lines(report: TableReport) -> Listing:
    return Listing(_LINES, tuple(_line(line) for line in report.lines))


def _line(line: Line) -> tuple[Cell, ...]:
    indicator, score = line.indicator, line.score
    return (
        indicator.category or indicator.sub_goal,
        indicator.subcategory,
        indicator.name.strip(),
        indicator.stated_target,
        line.outcome.actual.text,
        _NO_POINTS if score.waived else points(score.weight),
        _NO_POINTS if score.waived else points(score.points),
        line.reason,
    )


def _remarks(report: TableReport) -> Iterator[str]:
    """Say by which scheme the table is scored, and what is still open."""
    yield f"评分办法：{_scheme_text(report)}"
    if has_execution(report) and report.execution.score.points is None:
        yield f"预算执行率{_open_text(report.execution.score)}"
    for line in report.lines:
        if line.score.waived:
            yield f"“{line.indicator.name.strip()}”不适用，不评分"
        elif line.score.points is None:
            blank = "没有填报实际完成值，" if isinstance(line.outcome.actual.value, NotReported) else ""
            yield f"“{line.indicator.name.strip()}”{blank}{_open_text(line.score)}"
    total = report.total
    if total != report.sum:
        whole, part = report.sum.weight + report.waived, report.sum.weight
        rescaled = f"总得分按其余{decimal_text(part)}分折算成{decimal_text(whole)}分"
        yield f"不适用的共{decimal_text(report.waived)}分，{rescaled}"
    if total.points is None:
        yield f"总得分待定，在{range_text(total.low, total.high)}分之间，{_grades_still_open(report.grades)}"


def _grades_still_open(grades: tuple[str, ...]) -> str:
    return f"等次都是{grades[0]}" if len(grades) == 1 else f"等次可能是{grades_text(grades)}"


def _open_text(score: Score) -> str:
    return f"得分待定，在{range_text(score.low, score.high)}分之间"


def _scheme_text(report: TableReport) -> str:
    scheme = report.scheme
    return f"{scheme.title}（{scheme.authority or scheme.name}）" if scheme.title else scheme.name


# ---- departments


def _department(department: Department, report: Report) -> Iterator[Form]:
    """Give the form of a department: one for each goal table of its own, or one without indicators."""
    projects = [table for table in report.projects if table.table.department == department.name]
    for own in department.tables or (None,):
        name = department.name or (own.table.name if own else "部门")
        values = {
            "部门名称": name,
            "年度": next((str(table.table.year) for table in projects if table.table.year), ""),
            "预期目标": "\n".join(own.table.goals) if own else "",
            "执行率": percentage(own.execution.rate) if own else "",
            **(_scored(own) if own else dict.fromkeys(_SCORED, "")),
            **_mean(department, projects),
            "说明": "\n".join([*_mean_remarks(department), *(_remarks(own) if own and own.lines else ())]),
        }
        lists = {"指标": _lines(own) if own else Listing(_LINES), "项目": _projects(department, projects)}
        yield Form(f"{name}整体", values, lists)


def _mean(department: Department, projects: Sequence[TableReport]) -> dict[str, Cell]:
    """Give the sums of a department's projects and the mean of their scores."""
    budget = added([project.execution.budget for project in projects])
    initial = added([_initial(project) for project in projects])
    spent = added([project.execution.spent for project in projects])
    rate = spent.canonical / budget.canonical if budget and budget.number and spent else None
    mean = f'IF(COUNTBLANK({{项目.得分}})>0,"",{_MEANS[department.scheme.averaging]})'
    return {
        "部门年初预算数": money(initial, "SUM({项目.年初预算数})"),
        "部门预算数": money(budget, "SUM({项目.全年预算数})"),
        "部门执行数": money(spent, "SUM({项目.全年执行数})"),
        "部门执行率": percentage(rate, _RATE % ("部门执行数", "部门预算数")),
        "部门得分": points(department.total.points, mean) if department.total else "",
        "等次": department.grades[0] if len(department.grades) == 1 else "",
    }


def _projects(department: Department, projects: Sequence[TableReport]) -> Listing:
    weights = {share.project: share.weight for share in department.shares}
    rows = (
        (
            project.table.name,
            money(_initial(project)),
            money(project.execution.budget),
            money(project.execution.spent),
            percentage(project.execution.rate, _RATE % (".全年执行数", ".全年预算数")),
            percentage(weights[project.table.name] / department.weight if project.table.name in weights else None),
            points(project.score),
        )
        for project in projects
    )
    return Listing(_PROJECTS, tuple(rows))


def _mean_remarks(department: Department) -> Iterator[str]:
    yield f"部门得分由各项目的得分{department.scheme.averaging.value}"
    total = department.total
    if total is None:
        yield "有项目缺少权重或预算数，部门得分待定"
    elif total.points is None:
        low_to_high = range_text(total.low, total.high)
        yield f"部门得分待定，在{low_to_high}分之间，{_grades_still_open(department.grades)}"
