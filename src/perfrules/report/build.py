"""Goal tables, what was reported, and schemes become a report."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from perfrules.actuals import read_actual
from perfrules.diagnostics import Code, Diagnostic
from perfrules.evaluation import evaluate
from perfrules.report.doubts import doubts_about
from perfrules.report.lines import ExecutionLine, Line
from perfrules.report.matching import Matched, labels, match
from perfrules.report.report import Department, Report, Share, TableReport
from perfrules.scoring import Averaging, Scheme, divide_weights, score, score_execution
from perfrules.tables import Actuals, GoalTable, Indicator, Level, ReportedActual, ReportedSpending
from perfrules.units import Quantity

BUDGET = "预算"
"""The name under which a target refers to the budget of its project: 不超预算."""


def build_report(tables: Sequence[GoalTable], actuals: Actuals, scheme_of: Callable[[GoalTable], Scheme]) -> Report:
    """Score every table against what was reported; `scheme_of` says by which scheme.

    A line without a reported value stays open. The projects of a department are summed up when it has more than one or
    a goal table of its own. No file is touched.
    """
    matched = match(tables, actuals)
    reports = [_table_report(table, index, matched, scheme_of(table)) for index, table in enumerate(tables)]
    departments, unweighted = _departments(reports)
    doubts = [
        doubt for index, report in enumerate(reports) for doubt in doubts_about(report, matched.spending.get(index))
    ]
    return Report(
        tuple(report for report in reports if report.table.level is Level.PROJECT),
        departments,
        (*actuals.diagnostics, *matched.diagnostics, *doubts, *unweighted),
    )


def _table_report(table: GoalTable, index: int, matched: Matched, scheme: Scheme) -> TableReport:
    execution = _execution(table, matched.spending.get(index), scheme)
    references = {} if execution.budget is None else {BUDGET: execution.budget}
    weights = divide_weights(table, scheme)
    lines = tuple(
        _line(indicator, matched.rows.get((index, position)), weight, scheme, references)
        for position, (indicator, weight) in enumerate(zip(table.indicators, weights, strict=True))
    )
    return TableReport(table, scheme, lines, execution)


def _line(
    indicator: Indicator,
    reported: ReportedActual | None,
    weight: Fraction,
    scheme: Scheme,
    references: Mapping[str, Quantity],
) -> Line:
    actual = reported.actual if reported else read_actual(None)
    baseline = (reported.baseline if reported else "") or indicator.baseline
    outcome = evaluate(
        indicator.target,
        actual,
        baseline=read_actual(baseline, indicator.target.language) if baseline else None,
        references=references,
    )
    points = score(outcome, weight, scheme, indicator, reported.judgement if reported else None)
    return Line(indicator, outcome, points, reported)


def _execution(table: GoalTable, reported: ReportedSpending | None, scheme: Scheme) -> ExecutionLine:
    budget = (reported.adjusted if reported else None) or table.budget.total
    spent = reported.spent if reported else None
    return ExecutionLine(budget, spent, score_execution(spent, budget, scheme), reported)


def _departments(reports: Sequence[TableReport]) -> tuple[tuple[Department, ...], list[Diagnostic]]:
    departments: list[Department] = []
    doubts: list[Diagnostic] = []
    for name in dict.fromkeys(_department_name(report.table) for report in reports):
        members = [report for report in reports if _department_name(report.table) == name]
        projects = [report for report in members if report.table.level is Level.PROJECT]
        own = tuple(report for report in members if report.table.level is Level.DEPARTMENT)
        if own or len(projects) > 1:
            scheme = (own or projects)[0].scheme
            shares, missing = _shares(projects, scheme.averaging)
            doubts += missing
            departments.append(Department(name, scheme, shares, own))
    return tuple(departments), doubts


def _department_name(table: GoalTable) -> str:
    return table.department or (table.name if table.level is Level.DEPARTMENT else "")


def _shares(projects: Sequence[TableReport], averaging: Averaging) -> tuple[tuple[Share, ...], list[Diagnostic]]:
    shares: list[Share] = []
    missing: list[Diagnostic] = []
    for project in projects:
        name, weight = project.table.name, _weight(project, averaging)
        if weight is None:
            what = "项目权重" if averaging is Averaging.BY_SHARE else "预算数"
            place = labels((project.table.place, ""))
            missing.append(
                Diagnostic.of(Code.PROJECT_WITHOUT_WEIGHT, *place, project=name, what=what, how=averaging.value)
            )
        else:
            shares.append(Share(name, project.total, weight, project.execution.budget))
    return (() if missing else tuple(shares)), missing


def _weight(project: TableReport, averaging: Averaging) -> Fraction | None:
    match averaging:
        case Averaging.BY_BUDGET:
            budget = project.execution.budget
            return None if budget is None else budget.canonical
        case Averaging.BY_SHARE:
            return None if project.table.share is None else Fraction(project.table.share)
        case Averaging.EQUAL:
            return Fraction(1)
