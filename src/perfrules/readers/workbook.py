"""XLSX workbooks: bytes to sheets."""

import io
import re
import warnings
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.readers.archive import TooLargeError, opened
from perfrules.readers.number_format import shown_text
from perfrules.readers.sheet import (
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_SHEETS,
    Contents,
    Merge,
    Sheet,
    sheets_cut,
    with_merges,
)
from perfrules.readers.workbook_bounds import SHEETS, check_parts, is_part
from perfrules.source import CellPlace, FilePlace

if TYPE_CHECKING:
    from datetime import datetime

    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

UNCALCULATED = "#未计算"
"""What stands in a cell whose formula no program has worked out yet."""

# Number formats that every Chinese Excel and WPS has built in, with the ids that openpyxl does not know (ECMA-376
# part 1, 18.8.30, locale zh-cn). Those that show a time of day are left out.
CHINESE_FORMATS = (
    dict.fromkeys((27, 36, 50, 52, 57), "yyyy年m月")
    | dict.fromkeys((28, 29, 51, 53, 54, 58), "m月d日")
    | {30: "m-d-yy", 31: "yyyy年m月d日"}
)

_CONSTANT = re.compile(r"=[\d.,]+%?")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^<>]{0,200}?ref=[\"']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})[\"']")
_ROW = re.compile(rb"<(?:\w+:)?row\s[^<>]{1,500}>")
_HIDDEN = re.compile(rb"\shidden=[\"'](?:1|true)[\"']")
_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^>]{1,500}>")
_COLUMN_NUMBERS = re.compile(rb"\s(?:min|max)=[\"'](\d{1,5})[\"']")
_ROW_NUMBER = re.compile(rb"\sr=[\"'](\d{1,7})[\"']")
_NUMBERED_CELL = re.compile(rb"<(?:\w+:)?c\s[^<>]{0,200}?\br=[\"'][A-Z]")
_FILLED_CELL = re.compile(rb"<(?:\w+:)?c\s[^<>]{0,200}?\br=[\"'][A-Z]{1,3}(\d{5,7})[\"'][^<>]{0,200}(?<!/)>")
_MOST_MERGES = 100_000


def read_workbook(file: str, data: bytes) -> Contents:
    """Read the worksheets of an XLSX file: what the cells show, not their formulas.

    What a file may unpack to, and how many rows of a sheet are read, is bounded; beyond that a diagnostic says so.

    Raises:
        ModuleNotFoundError: openpyxl, of the extra `xlsx`, is not installed.
    """
    import openpyxl  # noqa: F401, PLC0415 - where it is not installed, that must not look like a broken file

    place = Label(FilePlace(file))
    try:
        with opened(data, is_part) as archive:
            parts = {name: archive.read(name) for name in archive.namelist() if is_part(name)}
        check_parts(parts)
        return _read_sheets(file, data, {name: part for name, part in parts.items() if name.startswith(SHEETS)})
    except TooLargeError as error:
        return Contents((), (Diagnostic.of(error.code, place, limit=error.limit),))
    # openpyxl has no exception of its own for a broken file: it lets through whatever its parts raise.
    except Exception:
        return Contents((), (Diagnostic.of(Code.WORKBOOK_BROKEN, place),))


def _read_sheets(file: str, data: bytes, parts: Mapping[str, bytes]) -> Contents:
    from openpyxl import load_workbook  # noqa: PLC0415 - only needed once a workbook is met

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of parts that it leaves out, none of which are cells
        shown = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        has_formulas = any(map(_FORMULA.search, parts.values()))
        written = load_workbook(io.BytesIO(data), read_only=True) if has_formulas else shown
        sheets: list[Sheet] = []
        diagnostics: list[Diagnostic] = []
        for values, formulas in islice(zip(shown.worksheets, written.worksheets, strict=True), MAX_SHEETS):
            part = parts.get(values._worksheet_path.lstrip("/"), b"")
            rows = tuple(islice(_rows(values, formulas), MAX_ROWS + 1))
            if len(rows) > MAX_ROWS and _goes_on(part):
                place = CellPlace(file, values.title, MAX_ROWS + 1, 1)
                diagnostics.append(Diagnostic.of(Code.ROWS_CUT, Label(place), limit=MAX_ROWS))
            sheet = Sheet(
                file,
                values.title,
                rows[:MAX_ROWS],
                hidden_rows=_hidden_rows(part),
                hidden_columns=_hidden_columns(part),
                is_hidden=values.sheet_state != "visible",
            )
            sheets.append(with_merges(sheet, _merges(part)))
    diagnostics += sheets_cut(file, len(shown.worksheets))
    return Contents(tuple(sheets), tuple(diagnostics))


def _merges(part: bytes) -> list[Merge]:
    """Find the merged cells of a worksheet; openpyxl gives them only where it holds all cells in memory."""
    from openpyxl.utils.cell import range_boundaries  # noqa: PLC0415 - only needed once a workbook is met

    found = (range_boundaries(match[1].decode("ascii")) for match in islice(_MERGE.finditer(part), _MOST_MERGES))
    return [
        Merge(top - 1, left - 1, bottom - top + 1, right - left + 1)
        for left, top, right, bottom in found
        if top <= bottom and left <= right
    ]


def _goes_on(part: bytes) -> bool:
    """Whether anything is written beyond the rows that are read; sheets often go on for long with empty ones."""
    return not _NUMBERED_CELL.search(part) or any(int(match[1]) > MAX_ROWS for match in _FILLED_CELL.finditer(part))


def _hidden_rows(part: bytes) -> frozenset[int]:
    """Find the rows that the worksheet does not show, counted from 0."""
    rows = (match[0] for match in _ROW.finditer(part) if _HIDDEN.search(match[0]))
    numbers = (_ROW_NUMBER.search(row) for row in rows)
    return frozenset(int(number[1]) - 1 for number in numbers if number)


def _hidden_columns(part: bytes) -> frozenset[int]:
    """Find the columns that the worksheet does not show, counted from 0."""
    found = (match[0] for match in _COLUMN.finditer(part) if _HIDDEN.search(match[0]))
    pairs = (sorted(map(int, _COLUMN_NUMBERS.findall(column))) for column in found)
    return frozenset(number - 1 for pair in pairs if pair for number in range(pair[0], min(pair[-1], MAX_COLUMNS) + 1))


def _rows(values: "ReadOnlyWorksheet", formulas: "ReadOnlyWorksheet") -> Iterator[tuple[str, ...]]:
    for sheet in (values, formulas):
        sheet.reset_dimensions()  # programs other than Excel often write a wrong extent
    if formulas is values:
        yield from (tuple(map(_text, row)) for row in values.iter_rows(max_col=MAX_COLUMNS))
        return
    pairs = zip(values.iter_rows(max_col=MAX_COLUMNS), formulas.iter_rows(max_col=MAX_COLUMNS), strict=True)
    for shown, written in pairs:
        yield tuple(
            _text(cell) if cell.value is not None or formula.value is None else _uncalculated(str(formula.value))
            for cell, formula in zip(shown, written, strict=True)
        )


def _uncalculated(formula: str) -> str:
    """Give a target such as `=100%`, which spreadsheets take for a formula, as it was typed."""
    return formula if _CONSTANT.fullmatch(formula) else UNCALCULATED


def _text(cell: "ReadOnlyCell | EmptyCell") -> str:
    value = cell.value
    if value is None or isinstance(value, str):
        return value or ""
    number_format = CHINESE_FORMATS.get(cell.style_array.numFmtId)
    if number_format is None:
        return shown_text(value, cell.number_format)
    return shown_text(_as_date(value, cell.parent.parent.epoch), number_format)


def _as_date(value: object, epoch: "datetime") -> object:
    from openpyxl.utils.datetime import from_excel  # noqa: PLC0415 - only needed once a workbook is met

    try:
        return from_excel(value, epoch)
    except (OverflowError, ValueError):
        return value
