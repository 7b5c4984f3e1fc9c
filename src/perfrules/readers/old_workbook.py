"""Workbooks in the old format (XLS): bytes to sheets."""

from typing import TYPE_CHECKING

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.readers.number_format import shown_text
from perfrules.readers.sheet import MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, Contents, Merge, Sheet, sheets_cut, with_merges
from perfrules.readers.workbook import CHINESE_FORMATS
from perfrules.source import CellPlace, FilePlace

if TYPE_CHECKING:
    from xlrd import Book
    from xlrd.sheet import Cell
    from xlrd.sheet import Sheet as OldSheet


def read_old_workbook(file: str, data: bytes) -> Contents:
    """Read the worksheets of an XLS file: what the cells show. A Word file of that age, or a password, is told.

    Raises:
        ModuleNotFoundError: xlrd, of the extra `xls`, is not installed.
    """
    import io  # noqa: PLC0415 - only needed once such a workbook is met

    import xlrd  # noqa: PLC0415

    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO())
        sheets: list[Sheet] = []
        diagnostics: list[Diagnostic] = []
        for old in book.sheets()[:MAX_SHEETS]:
            if old.nrows > MAX_ROWS:
                place = CellPlace(file, old.name, MAX_ROWS + 1, 1)
                diagnostics.append(Diagnostic.of(Code.ROWS_CUT, Label(place), limit=MAX_ROWS))
            sheets.append(_sheet(file, book, old))
        diagnostics += sheets_cut(file, book.nsheets)
        return Contents(tuple(sheets), tuple(diagnostics))
    # xlrd lets through whatever a damaged file makes its parts raise.
    except Exception:
        return Contents((), (Diagnostic.of(Code.WORKBOOK_OLD, Label(FilePlace(file))),))


def _sheet(file: str, book: "Book", old: "OldSheet") -> Sheet:
    rows = tuple(
        tuple(_text(book, cell) for cell in old.row(row)[:MAX_COLUMNS]) for row in range(min(old.nrows, MAX_ROWS))
    )
    hidden = frozenset(row for row, info in old.rowinfo_map.items() if info.hidden)
    columns = frozenset(column for column, info in old.colinfo_map.items() if info.hidden)
    merges = [Merge(top, left, bottom - top, right - left) for top, bottom, left, right in old.merged_cells]
    sheet = Sheet(file, old.name, rows, hidden_rows=hidden, hidden_columns=columns, is_hidden=bool(old.visibility))
    return with_merges(sheet, merges)


def _text(book: "Book", cell: "Cell") -> str:
    import xlrd  # noqa: PLC0415

    if cell.ctype == xlrd.XL_CELL_TEXT:
        return str(cell.value)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return shown_text(bool(cell.value), "")
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#N/A"))
    if cell.ctype not in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        return ""
    key = book.xf_list[cell.xf_index].format_key
    number_format = CHINESE_FORMATS.get(key) or book.format_map[key].format_str
    if cell.ctype == xlrd.XL_CELL_NUMBER and key not in CHINESE_FORMATS:
        return shown_text(cell.value, number_format)
    try:
        return shown_text(xlrd.xldate_as_datetime(cell.value, book.datemode), number_format)
    except (OverflowError, ValueError):
        return shown_text(cell.value, "")
