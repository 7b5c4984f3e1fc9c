"""A report as a page for a browser."""

from collections.abc import Iterator
from fractions import Fraction

from perfrules.diagnostics.as_page import remarks
from perfrules.evaluation import Verdict
from perfrules.page import Bar, Cell, Column, Fact, Group, Page, Project, Row, Table, Tick
from perfrules.report.page_tables import bands, lines_table, plan_chart, points_bar
from perfrules.report.report import Department, Report, TableReport
from perfrules.report.total import Total
from perfrules.report.wording import (
    NOTHING,
    decimal_text,
    department_text,
    grades_text,
    mean_text,
    percent_text,
    range_text,
    total_text,
)
from perfrules.review import Review
from perfrules.review.as_page import findings
from perfrules.scoring import Scheme, validity_text
from perfrules.tables import Level

_OVERVIEW = (
    Column("项目"),
    Column("预算", is_number=True),
    Column("占比", is_number=True),
    Column("执行率", is_number=True),
    Column("得分", is_number=True),
    Column("等次"),
    Column("未达成", is_number=True),
    Column("待定", is_number=True),
)
_LEGEND = "条形里实心的部分是确定的得分，斜纹的部分是还没有定下来的得分。点“由来”看每一分是怎么得来的。"


def as_page(report: Report, review: Review | None = None) -> Page:
    """Lay out a report, with the findings of a review where there is one."""
    tables = report.tables
    found = [*remarks("需要处理的问题", report.diagnostics), *([] if review is None else findings(review))]
    total, whole = report.total, report.whole
    return Page(
        "绩效自评",
        _subject(report),
        "得分",
        "" if total is None else f"{range_text(total.low, total.high)}分",
        "" if total is None else grades_text(report.grades),
        "" if total is None else _detail(total),
        bar=None if total is None or whole is None else _scale(total, whole.scheme),
        overview=_overview(report) if len(tables) > 1 else None,
        derivation=tuple(_means(report)),
        projects=tuple(
            _project(table, key, len(tables) == 1) for table, key in zip(tables, _keys(tables), strict=True)
        ),
        remarks=tuple(found),
        sources=tuple(_sources(report)),
        evidence=() if report.evidence is None else tuple(report.evidence.lines()),
        legend=_LEGEND,
    )


def _subject(report: Report) -> str:
    years = "、".join(f"{year}年" for year in dict.fromkeys(table.table.year for table in report.tables) if year)
    match report.whole:
        case TableReport() as table:
            name = table.table.name
        case Department() as department:
            name = department.name
        case None:
            name = ""
    count = f"{len(report.projects)}个项目" if len(report.tables) != 1 else ""
    return "　".join(filter(None, (name, years, count)))


def _detail(total: Total) -> str:
    return f"满分{decimal_text(total.weight)}分，{'全部确定' if total.points is not None else total_text(total)}"


def _scale(total: Total, scheme: Scheme) -> Bar | None:
    """Draw a total on the scale of its grades, which may reach beyond what can be got."""
    ends = [(grade.name, grade.scores.low, grade.scores.high) for grade in scheme.grades]
    grades = [(name, low, high) for name, low, high in ends if low is not None and high is not None]
    whole = max(total.weight, *(high for _, _, high in grades), Fraction(0))
    if not whole:
        return None
    ticks = tuple(Tick(low / whole, (low + high) / 2 / whole, name) for name, low, high in grades)
    return Bar(total.low / whole, total.high / whole, ticks)


def _keys(tables: tuple[TableReport, ...]) -> Iterator[str]:
    return (f"p{number}" for number in range(1, len(tables) + 1))


def _overview(report: Report) -> Table:
    parts = _parts(report)
    rows = tuple(
        _overview_row(table, key, parts.get(position))
        for position, (table, key) in enumerate(zip(report.tables, _keys(report.tables), strict=True))
    )
    return Table("项目一览", _OVERVIEW, (Group(rows),), sought="项目")


def _parts(report: Report) -> dict[int, Fraction]:
    """Give what each project counts in its department, by its position among the projects."""
    parts: dict[int, Fraction] = {}
    for department in report.departments:
        own = [at for at, project in enumerate(report.projects) if project.table.department == department.name]
        if department.weight:
            parts |= {at: share.weight / department.weight for at, share in zip(own, department.shares, strict=False)}
    return parts


def _overview_row(table: TableReport, key: str, part: Fraction | None) -> Row:
    budget, total = table.execution.budget, table.total
    unmet = sum(line.outcome.verdict is Verdict.UNMET for line in table.lines)
    undecided = sum(line.score.points is None for line in table.lines)
    return Row(
        (
            Cell(table.table.name, link=key, note="部门自己的目标表" if table.table.level is Level.DEPARTMENT else ""),
            Cell(NOTHING if budget is None else str(budget), key=None if budget is None else budget.canonical),
            Cell(percent_text(part), key=part),
            Cell(percent_text(table.execution.rate), key=table.execution.rate),
            Cell(range_text(total.low, total.high), bar=points_bar(total), key=total.low),
            Cell(grades_text(table.grades)),
            Cell(str(unmet), key=Fraction(unmet)),
            Cell(str(undecided), key=Fraction(undecided)),
        )
    )


def _means(report: Report) -> Iterator[str]:
    for department in report.departments:
        yield department_text(department)
        if department.shares:
            yield mean_text(department)


def _project(table: TableReport, key: str, alone: bool) -> Project:
    """Give the chapter of a table; the score of the only one stands above it already."""
    goal, total = table.table, table.total
    year = f"（{goal.year}年）" if goal.year else ""
    return Project(
        key,
        f"{goal.name}{year}",
        goal.name,
        f"{range_text(total.low, total.high)}分　{grades_text(table.grades)}",
        facts=tuple(_facts(table)),
        bar=None if alone else _scale(total, table.scheme),
        bands=tuple(bands(table)),
        chart=plan_chart(table),
        table=lines_table(table),
    )


def _facts(table: TableReport) -> Iterator[Fact]:
    execution = table.execution
    if table.table.level is Level.DEPARTMENT:
        yield Fact("类型", "部门自己的目标表")
    elif table.table.department:
        yield Fact("部门", table.table.department)
    if execution.budget is not None:
        yield Fact("预算", str(execution.budget))
    if execution.spent is not None:
        yield Fact("执行", str(execution.spent))
    if execution.rate is not None:
        yield Fact("执行率", percent_text(execution.rate))
    if table.total.points is None:
        yield Fact("得分", total_text(table.total))
    yield Fact("评分办法", table.scheme.title or table.scheme.name)


def _sources(report: Report) -> Iterator[Fact]:
    schemes = {table.scheme.name: table.scheme for table in report.tables}
    for name, scheme in schemes.items():
        yield Fact(f"评分办法 {name}", "，".join(filter(None, (scheme.title, scheme.authority, validity_text(scheme)))))
