"""Fills one sheet of a template into a new sheet: rows of lists repeat, merged cells follow, numbers stay numbers."""

import re
from copy import copy
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from perfrules.filling.cell_checks import copy_checks
from perfrules.filling.cell_heights import fitting_height
from perfrules.filling.form import Cell, Form, Number, shown
from perfrules.filling.formulas import moved
from perfrules.filling.placeholders import Placeholder, placeholders, repeats, replaced, value_of
from perfrules.filling.rows import Row, Rows, runs
from perfrules.scoring import Rounding
from perfrules.scoring.rounding import rounded
from perfrules.units import exact_text

if TYPE_CHECKING:
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

_NAME = re.compile(r"\{([^{}]+)\}")
_READ_AS_FORMULA = ("=", "+", "-", "@")
_LONGEST = 32_767
_STORED = Rounding(10)
"""What a spreadsheet gets of a number without end, such as 29/3."""


def fill_sheet(source: "Worksheet", target: "Worksheet", form: Form, file: str) -> dict[str, str]:
    """Fill a sheet, and give the results of its formulas by cell.

    Raises:
        PerfRulesError: A placeholder is unknown, or a row has those of two lists.
    """
    return _Filling(source, target, form, file).run()


def put_text(cell: "SheetCell", text: str) -> None:
    """Put a text into a cell: whatever it begins with, it is no formula."""
    if text:
        cell.value = text[:_LONGEST]
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(_READ_AS_FORMULA)


class _Filling:
    """One sheet being filled."""

    def __init__(self, source: "Worksheet", target: "Worksheet", form: Form, file: str) -> None:
        self.source, self.target, self.form, self.file = source, target, form, file
        self.rows = Rows.of([self.count(row) for row in range(1, source.max_row + 1)])
        self.extents = {row: self.rows.extent(row) for row in range(1, source.max_row + 1)}
        self.cells: dict[str, list[SheetCell]] = {}
        self.computed: list[tuple[SheetCell, Number]] = []

    def run(self) -> dict[str, str]:
        self.copy_page()
        copy_checks(self.source, self.target, self.extents)
        for index, row in enumerate(self.rows.rows, 1):
            self.fill_row(index, row)
        results = dict(filter(None, (self.compute(cell, number) for cell, number in self.computed)))
        self.merge()
        for index, row in enumerate(self.rows.rows, 1):
            self.set_height(index, row)
        return results

    def count(self, row: int) -> int | None:
        """How often a row of the template repeats; None where it does not."""
        return repeats(self.texts(row), self.form, self.file)

    def texts(self, row: int) -> list[str]:
        return [cell.value for cell in self.source[row] if isinstance(cell.value, str)]

    # ---- cells

    def fill_row(self, index: int, row: Row) -> None:
        for cell in self.source[row.source]:
            new = self.target.cell(index, cell.column)
            new._style = copy(cell._style)
            if isinstance(cell.value, str) and cell.data_type == "f":
                new.value = moved(cell.value, self.extents, index if row.item is not None else None, row.source)
            elif isinstance(cell.value, str):
                self.put(new, self.value(cell.value, row, new))
            else:
                new.value = cell.value

    def value(self, text: str, row: Row, new: "SheetCell") -> Cell:
        def lookup(placeholder: Placeholder) -> Cell:
            found = value_of(self.form, placeholder, row.item, self.file)
            self.cells.setdefault(placeholder.key, []).append(new)
            return found

        return replaced(text, lookup)

    def put(self, cell: "SheetCell", value: Cell) -> None:
        if isinstance(value, Number):
            if value.formula:
                self.computed.append((cell, value))
            elif value.value is not None:
                cell.value = _stored(value.value)
                return
        put_text(cell, shown(value))

    # ---- formulas

    def compute(self, cell: "SheetCell", number: Number) -> tuple[str, str] | None:
        """Put the formula of a number; where the template lacks a cell that it needs, its value."""
        names = _NAME.findall(number.formula)
        ranges = {name: self.range_of(name, cell) for name in names}
        if all(ranges.values()):
            cell.value = "=" + _NAME.sub(lambda found: ranges[found[1]], number.formula)
            return cell.coordinate, "" if number.value is None else exact_text(_finite(number.value))
        cell.value = None if number.value is None else _stored(number.value)
        return None

    def range_of(self, name: str, cell: "SheetCell") -> str:
        """Give the cells of a name as formulas write them; `.name` is the one in the same row."""
        if name.startswith("."):
            beside = (each for key, cells in self.cells.items() if key.endswith(name) for each in cells)
            return next((each.coordinate for each in beside if each.row == cell.row), "")
        found = self.cells.get(name, [])
        if not found:
            return ""
        first, last = found[0].coordinate, found[-1].coordinate
        return first if first == last else f"{first}:{last}"

    # ---- merged cells, page

    def merge(self) -> None:
        """Merge as the template does; what spans the row of a list grows with it, equal classes become one cell."""
        grown = self.merge_equal()
        for area in self.source.merged_cells.ranges:
            left, top, right, bottom = area.bounds
            if top == bottom and self.rows.repeats(top):
                first, last = self.extents[top]
                for index in (each for each in range(first, last + 1) if (each, left) not in grown):
                    self.target.merge_cells(None, index, left, index, right)
            else:
                self.target.merge_cells(None, self.extents[top][0], left, self.extents[bottom][1], right)

    def merge_equal(self) -> set[tuple[int, int]]:
        """Merge equal cells below one another where the template says so; give the rows and columns that it took."""
        grown: set[tuple[int, int]] = set()
        for row in filter(self.rows.repeats, self.extents):
            first, last = self.extents[row]
            columns = [cell.column for cell in self.source[row] if _is_merged(cell.value)]
            texts = [
                [str(self.target.cell(at, column).value or "") for at in range(first, last + 1)] for column in columns
            ]
            for column, found in zip(columns, runs(texts), strict=True):
                for start, end in found:
                    self.target.merge_cells(None, first + start, column, first + end, self.right_of(row, column))
                    grown |= {(first + at, column) for at in range(start, end + 1)}
        return grown

    def right_of(self, row: int, column: int) -> int:
        """Give the last column of the merged cell of the template that begins here."""
        areas = (area.bounds for area in self.source.merged_cells.ranges)
        return next((right for left, top, right, _ in areas if (left, top) == (column, row)), column)

    def set_height(self, index: int, row: Row) -> None:
        """Make a row as high as its texts need, and not lower than in the template."""
        height = self.source.row_dimensions[row.source].height
        texts = [text for text in self.texts(row.source) if placeholders(text)]
        if texts or height is not None:
            least = int(height or 15)
            self.target.row_dimensions[index].height = (
                max(least, fitting_height(self.target, index)) if texts else height
            )

    def copy_page(self) -> None:
        source, target = self.source, self.target
        for key, dimension in source.column_dimensions.items():
            target.column_dimensions[key] = copy(dimension)
            target.column_dimensions[key].worksheet = target
        for name in ("sheet_format", "sheet_properties", "page_margins", "page_setup", "print_options", "HeaderFooter"):
            setattr(target, name, copy(getattr(source, name)))
        target.sheet_view.showGridLines = source.sheet_view.showGridLines
        target.page_setup._parent = target
        if titles := source.print_title_rows:
            first, last = (int(part.strip("$")) for part in titles.split(":"))
            target.print_title_rows = f"{self.extents[first][0]}:{self.extents[last][1]}"


def _is_merged(value: object) -> bool:
    return isinstance(value, str) and any(each.merged for each in placeholders(value))


def _finite(number: Fraction) -> Fraction:
    """Give a number that has an end as it is, another one rounded."""
    return number if "/" not in exact_text(number) else rounded(abs(number), _STORED) * (1 if number > 0 else -1)


def _stored(number: Fraction) -> Decimal:
    return Decimal(exact_text(_finite(number)))
