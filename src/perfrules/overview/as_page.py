"""An overview as a page for a browser: a line for each table, with what the report says of it below."""

from collections.abc import Iterator
from fractions import Fraction

import attrs

from perfrules.overview.overview import Overview, TableOverview
from perfrules.overview.texts import columns, rows
from perfrules.page import Cell, Column, Group, Mark, Page, Row, Table
from perfrules.progress.as_page import LIGHTS
from perfrules.report.as_page import as_page as report_page
from perfrules.report.page_tables import points_bar

_SHOWN = ("项目", "预算数", "执行率", "得分", "等次", "未达成", "无法判断", "目标灯", "预算灯")
"""The columns that there is room for; the classes are drawn in the chapters of the tables."""

_TEXTS = {"项目", "等次", "目标灯", "预算灯"}
_TONES = {light.value: tone for light, tone in LIGHTS.items()}


def as_page(overview: Overview) -> Page:
    """Lay out an overview; the chapters of the tables are those of the report."""
    page = report_page(overview.report)
    names = columns(overview)
    shown = tuple(Column(name, is_number=name not in _TEXTS) for name in names if name in _SHOWN)
    table = Table("各项目一览", shown, (Group(tuple(_rows(overview, names))),), sought="项目")
    day = "" if overview.as_of is None else f"截至{overview.as_of}"
    return attrs.evolve(
        page,
        title="年度一览",
        subject="　".join(filter(None, (page.subject, day))),
        overview=table if overview.tables else None,
    )


def _rows(overview: Overview, names: tuple[str, ...]) -> Iterator[Row]:
    for number, (each, texts) in enumerate(zip(overview.tables, rows(overview), strict=True), 1):
        pairs = zip(names, texts, strict=True)
        yield Row(tuple(_cell(each, f"p{number}", name, text) for name, text in pairs if name in _SHOWN))


def _cell(each: TableOverview, key: str, name: str, text: str) -> Cell:
    """Give a cell with the number that its column is sorted by; open points count as what is certain of them."""
    execution, total = each.report.execution, each.report.total
    counts = {verdict.label: count for verdict, count in each.verdicts.items()}
    match name:
        case "项目":
            return Cell(text, link=key)
        case "预算数":
            return Cell(text, key=None if execution.budget is None else execution.budget.canonical)
        case "执行率":
            return Cell(text, key=execution.rate)
        case "得分":
            return Cell(text, bar=points_bar(total), key=total.low)
        case "未达成" | "无法判断":
            return Cell(text, key=Fraction(counts[name]))
        case _ if text in _TONES and name != "等次":
            return Cell(mark=Mark(_TONES[text], text))
        case _:
            return Cell(text)
