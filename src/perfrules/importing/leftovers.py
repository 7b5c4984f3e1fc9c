"""What of the rows of a form is no indicator: columns, cells and rows that are listed, so that nothing is dropped."""

import re
from collections.abc import Iterator

from perfrules.diagnostics import Code, Diagnostic
from perfrules.filling.evidence import EVIDENCE_HEADERS
from perfrules.importing.cells import Cell, by_row, cells_in
from perfrules.importing.forms import Form, forms_in
from perfrules.importing.labels import Item, is_called, item_of
from perfrules.names import comparable
from perfrules.readers.actual_rows import ACTUAL_COLUMNS
from perfrules.readers.headers import QUARTERS, Field, lexicon, read_header
from perfrules.readers.printed import read_printed
from perfrules.readers.sheet import Sheet
from perfrules.readers.spending_rows import SPENDING_COLUMNS
from perfrules.readers.table import Record, find_table
from perfrules.syntax import Language

_POINTS = re.compile(r"\(\d{1,3}分?\)$")
_SUMMED = {
    *(Field.WEIGHT, Field.JUDGEMENT, Field.INITIAL, Field.ADJUSTED, Field.SPENT, Field.RATE, Field.FORECAST_SPENT),
    *QUARTERS,
}


def unknown_columns(form: Form) -> Iterator[Diagnostic]:
    """List the columns whose headers are not known; what is known but no target is read as actual values."""
    row = form.table.header_row
    used = {column.index for column in form.table.columns.values()} | {each.at[1] for each in tiers(form)}
    for cell in cells_in(form.sheet, range(row, row + 1)):
        header = read_header(cell.text, form.table.language)
        if cell.at[1] in used or (header is not None and header.field is not Field.INDICATOR):
            continue
        # 绩效指标 beside all the rows is a label; a column of goals has something under it
        columns = range(cell.span.column, cell.span.column + cell.span.columns)
        below = {form.sheet.text(each, column) for each in form.body for column in columns} - {""}
        is_filled = any(_without_points(text) not in lexicon(form.table.language).grand_totals for text in below)
        if is_filled or (header is None and item_of(cell.text, form.table.language) is None):
            yield Diagnostic.of(Code.COLUMN_UNUSED, cell.label, text=cell.one_line)


def tiers(form: Form) -> list[Cell]:
    """Give the headers of columns that grade a value: 优, 良, 中, 差; none where there is but one of them."""
    row = form.table.header_row
    found = [cell for cell in cells_in(form.sheet, range(row, row + 1)) if is_called(Item.TIER, cell.text)]
    return found if len(found) > 1 else []


def unused_sheet(sheet: Sheet, language: Language) -> Diagnostic | None:
    """List a sheet that has no form, such as one of notes; what evaluate reads from it is no matter."""
    cells = list(cells_in(sheet, range(len(sheet.rows))))
    is_evidence = tuple(cell.text for cell in cells[: len(EVIDENCE_HEADERS)]) == EVIDENCE_HEADERS  # written by us
    if not cells or sheet.is_hidden or is_evidence or next(forms_in(sheet, language), None) is not None:
        return None
    if find_table(sheet, ACTUAL_COLUMNS, *SPENDING_COLUMNS, language=language) is not None:
        return None
    what = f"第{sheet.table}个表格" if sheet.table else f"工作表“{sheet.name}”" if sheet.name else "这个文件"
    return Diagnostic.of(Code.SHEET_UNUSED, cells[0].label, what=what, count=len(cells), text=cells[0].one_line)


def sums_up(record: Record) -> bool:
    """Whether a row sums up others: its first cell says 合计 or 总分."""
    first = next(cells_in(record.table.sheet, range(record.row, record.row + 1)), None)
    words = lexicon(record.table.language)
    return record.is_total or (first is not None and _without_points(first.text) in words.grand_totals)


def beside_sums(record: Record) -> Iterator[Diagnostic]:
    """List what a row of sums says besides its label and the numbers where they belong."""
    words = lexicon(record.table.language)
    summed = {column.index for field, column in record.table.columns.items() if field in _SUMMED}
    left = (
        cell
        for cell in cells_in(record.table.sheet, range(record.row, record.row + 1))
        if _without_points(cell.text) not in words.total_rows | words.grand_totals
        and not (cell.span.column in summed and read_printed(cell.text).number is not None)
    )
    return (Diagnostic.of(Code.CELL_UNUSED, cell.label, text=text) for cell, text in by_row(left))


def whole_row(form: Form, row: int) -> Iterator[Diagnostic]:
    """List all that is written in a row."""
    return _unused(form, row, set())


def beyond_columns(form: Form, row: int) -> Iterator[Diagnostic]:
    """List what is written in a row under no header."""
    return _unused(form, row, _headed(form))


def _unused(form: Form, row: int, headed: set[int]) -> Iterator[Diagnostic]:
    left = (
        cell
        for cell in cells_in(form.sheet, range(row, row + 1))
        if headed.isdisjoint(range(cell.span.column, cell.span.column + cell.span.columns))
        and read_header(cell.text, form.table.language) is None  # such as 绩效指标 beside all the rows
    )
    return (Diagnostic.of(Code.CELL_UNUSED, cell.label, text=text) for cell, text in by_row(left))


def _headed(form: Form) -> set[int]:
    row = form.table.header_row
    used = {column.index for column in form.table.columns.values()}
    headers = list(cells_in(form.sheet, range(row, row + 1)))
    over = {column for cell in headers for column in range(cell.span.column, cell.span.column + cell.span.columns)}
    # What stands in a headed column but not at its first position, as irregular merges put it, is listed.
    inside = {cell.span.column + each for cell in headers for each in range(1, cell.span.columns)}
    return (over - inside) | used


def _without_points(text: str) -> str:
    """Give the label of a row of sums without the points behind it: 总分（100分）."""
    return _POINTS.sub("", comparable(text))
