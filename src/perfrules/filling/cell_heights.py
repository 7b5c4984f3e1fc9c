"""How high a row must be for its wrapped texts: spreadsheets do not work it out for merged cells."""

from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

_USUAL_WIDTH = 8
_USUAL_SIZE = 11
_HIGHEST = 409
"""Points; Excel has no higher rows."""


def text_width(text: str) -> int:
    """Count the columns that a text takes, 汉字 two.

    >>> text_width("≥60家")
    6
    """
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in text)


def fitting_height(sheet: "Worksheet", row: int) -> int:
    """Give the height in points that shows all texts of a row; a cell merged over several rows is left to them."""
    return max((_height(sheet, cell, width) for cell, width in _cells(sheet, row)), default=0)


def _cells(sheet: "Worksheet", row: int) -> Iterator[tuple["SheetCell", int]]:
    """Give the cells with text and the width that each has."""
    merged = {area.bounds[:2]: area.bounds for area in sheet.merged_cells.ranges if area.bounds[1] == row}
    for cell in sheet[row]:
        left, top, right, bottom = merged.get((cell.column, row), (cell.column, row, cell.column, row))
        if isinstance(cell.value, str) and cell.data_type == "s" and top == bottom:
            yield cell, sum(_width(sheet, column) for column in range(left, right + 1))


def _width(sheet: "Worksheet", column: int) -> int:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - only needed once a form is written

    letter = get_column_letter(column)
    for name, dimension in sheet.column_dimensions.items():
        if name == letter or (dimension.min or 0) <= column <= (dimension.max or 0):
            return int(dimension.width or _USUAL_WIDTH)
    return _USUAL_WIDTH


def _height(sheet: "Worksheet", cell: "SheetCell", width: int) -> int:
    size = int(cell.font.size or _USUAL_SIZE)
    room = max(2, (width - 1) * _USUAL_SIZE // size)
    lines = sum(max(1, ceil(text_width(line) / room)) for line in str(cell.value).split("\n"))
    return min(_HIGHEST, lines * (size + 4) + 6)
