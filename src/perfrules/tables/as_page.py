"""Goal tables on a page."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from perfrules.page import Cell, Column, Fact, Group, Page, PlanChart, Project, Row, Table
from perfrules.tables.goal_table import GoalTable, Indicator

_COLUMNS = (
    Column("三级指标"),
    Column("指标值"),
    Column("要求"),
    Column("分值", is_number=True),
)
_OVERVIEW = (
    Column("目标表"),
    Column("年度"),
    Column("部门"),
    Column("预算", is_number=True),
    Column("指标", is_number=True),
)


def as_page(table: GoalTable) -> Page:
    """Lay out one goal table."""
    return Page("绩效目标表", "", projects=(chapter(table, "p1"),))


def overview(tables: Sequence[GoalTable]) -> Table:
    """Give goal tables a line each."""
    return Table("目标表", _OVERVIEW, (Group(tuple(map(_line, tables))),))


def _line(table: GoalTable) -> Row:
    year, budget = "" if table.year is None else str(table.year), table.budget.total
    amount = Cell("" if budget is None else str(budget))
    return Row((Cell(table.name), Cell(year), Cell(table.department), amount, Cell(str(len(table.indicators)))))


def chapter(table: GoalTable, key: str) -> Project:
    """Give a goal table as a chapter of a page."""
    year = f"（{table.year}年）" if table.year else ""
    return Project(
        key,
        f"{table.name}{year}",
        table.name,
        f"{len(table.indicators)}个指标",
        facts=tuple(_facts(table)),
        chart=PlanChart(tuple(map(Fraction, table.plan))) if table.plan else None,
        table=Table("指标", _COLUMNS, tuple(_groups(table))),
        notes=table.goals,
    )


def _facts(table: GoalTable) -> Iterator[Fact]:
    if table.department:
        yield Fact("部门", table.department)
    if table.budget.total is not None:
        yield Fact("预算", str(table.budget.total))
    if table.scheme:
        yield Fact("评分办法", table.scheme)


def _groups(table: GoalTable) -> Iterator[Group]:
    for title, lines in groupby(table.indicators, lambda each: each.category or each.sub_goal):
        yield Group(tuple(map(_row, lines)), title)


def _row(indicator: Indicator) -> Row:
    weight = "" if indicator.weight is None else f"{indicator.weight:f}"
    target = indicator.target
    return Row(
        (
            Cell(indicator.name.strip(), note=indicator.subcategory),
            Cell(target.text or "—"),
            Cell(target.sentence),
            Cell(weight),
        ),
    )
