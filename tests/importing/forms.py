"""The form of a goal table, drawn with real merges in the formats that offices use."""

import html
import io
from collections.abc import Sequence
from itertools import groupby

import attrs
from docx import Document
from openpyxl import Workbook

from perfrules.readers.sheet import Merge
from perfrules.tables import GoalTable
from perfrules.units import Quantity, exact_text

WIDTH = 7
HEADERS = ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据", "分值")


@attrs.frozen
class Drawn:
    """Texts by position, and which positions are merged."""

    cells: dict[tuple[int, int], str]
    merges: tuple[Merge, ...]
    height: int
    width: int = WIDTH


def draw(table: GoalTable) -> Drawn:
    """Draw a table as the form of 河北 has it, one cell for lines of one class."""
    rows: list[Sequence[str]] = [
        [table.title, *[""] * 6],
        ["项目编码", table.code, "", "项目名称", table.name, "", ""],
        ["主管部门", table.department, "", "年度", "" if table.year is None else str(table.year), "", ""],
        ["预算规模及资金用途", "预算数", _money(table.budget.total), *_sources(table)],
        ["", table.budget.purpose, *[""] * 5],
        ["资金支出计划（累进进度%）", "第一季度", "第二季度", "第三季度", "第四季度", "", ""],
        ["", *([f"{share * 100:f}%" for share in table.plan] or [""] * 4), "", ""],
        ["绩效目标", "\n".join(table.goals), *[""] * 5],
        HEADERS,
    ]
    merges = [Merge(0, 0, 1, 7), Merge(1, 4, 1, 3), Merge(3, 0, 2, 1), Merge(4, 1, 1, 6), Merge(5, 0, 2, 1)]
    merges += [Merge(7, 1, 1, 6), Merge(1, 1, 1, 2), Merge(2, 1, 1, 2)]
    for category, of_category in groupby(table.indicators, key=lambda each: each.category):
        first = len(rows)
        for subcategory, lines in groupby(of_category, key=lambda each: each.subcategory):
            start = len(rows)
            rows += (
                (
                    *(category if len(rows) == first else "", subcategory if len(rows) == start else ""),
                    *(line.name, line.description, line.target.text, line.basis),
                    "" if line.weight is None else f"{line.weight:f}",
                )
                for line in lines
            )
            merges += [Merge(start, 1, len(rows) - start, 1)] if len(rows) - start > 1 else []
        merges += [Merge(first, 0, len(rows) - first, 1)] if len(rows) - first > 1 else []
    cells = {(at, column): text for at, row in enumerate(rows) for column, text in enumerate(row) if text}
    return Drawn(cells, tuple(merges), len(rows))


def _money(amount: Quantity | None) -> str:
    return "" if amount is None else f"{exact_text(amount.number)}{amount.unit.text}"


def _sources(table: GoalTable) -> list[str]:
    sources = table.budget.sources
    named = [(f"其中：{each.name}" if each is sources[0] else each.name, _money(each.amount)) for each in sources]
    cells = [text for pair in named for text in pair]
    return [*cells, *[""] * (4 - len(cells))]


def as_workbook(*forms: Drawn, hidden_rows: Sequence[int] = ()) -> io.BytesIO:
    """Write forms as the sheets of an XLSX file."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for form in forms:
        sheet = workbook.create_sheet()
        for (row, column), text in form.cells.items():
            cell = sheet.cell(row + 1, column + 1, text)
            cell.data_type = "s"  # `=100%` is a target, not a formula
        for each in form.merges:
            sheet.merge_cells(None, each.row + 1, each.column + 1, each.row + each.rows, each.column + each.columns)
        for row in hidden_rows:
            sheet.row_dimensions[row + 1].hidden = True
    stream = io.BytesIO()
    workbook.save(stream)
    stream.seek(0)
    return stream


def as_document(*forms: Drawn) -> io.BytesIO:
    """Write forms as the tables of a DOCX file."""
    document = Document()
    for form in forms:
        table = document.add_table(form.height, form.width)
        cells = [list(row.cells) for row in table.rows]
        for each in form.merges:
            cells[each.row][each.column].merge(cells[each.row + each.rows - 1][each.column + each.columns - 1])
        for (row, column), text in form.cells.items():
            cells[row][column].text = text
        document.add_paragraph("")
    stream = io.BytesIO()
    document.save(stream)
    stream.seek(0)
    return stream


def as_web_page(*forms: Drawn) -> io.BytesIO:
    """Write forms as the tables of an HTML file."""
    return io.BytesIO(f"<html><body>{''.join(map(_html, forms))}</body></html>".encode())


def _html(form: Drawn) -> str:
    covered = {
        (row, column)
        for each in form.merges
        for row in range(each.row, each.row + each.rows)
        for column in range(each.column, each.column + each.columns)
    } - {(each.row, each.column) for each in form.merges}
    spans = {(each.row, each.column): f' rowspan="{each.rows}" colspan="{each.columns}"' for each in form.merges}
    rows = (
        "".join(
            f"<td{spans.get((row, column), '')}>{_text(form.cells.get((row, column), ''))}</td>"
            for column in range(form.width)
            if (row, column) not in covered
        )
        for row in range(form.height)
    )
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _text(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
