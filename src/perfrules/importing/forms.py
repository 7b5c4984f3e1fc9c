"""The forms in a sheet: where each begins, has its headers, and ends."""

from collections.abc import Iterator
from functools import lru_cache

import attrs

from perfrules.importing.cells import cells_in
from perfrules.importing.labels import Item, item_of
from perfrules.readers.headers import Field, read_header
from perfrules.readers.sheet import Sheet
from perfrules.readers.table import Table, find_table, is_title
from perfrules.syntax import Language

COLUMNS = (
    {Field.INDICATOR, Field.TARGET},
    {Field.INDICATOR, Field.ADJUSTED_TARGET},
    {Field.INDICATOR, Field.CATEGORY},
    {Field.INDICATOR, Field.SUBCATEGORY},
)
"""What the headers of indicators have at least. Without a column of targets, these may stand behind the names."""

_LONGEST_HEADER = 30
_BEGINS = {Item.PROJECT, Item.CODE, Item.DEPARTMENT, Item.YEAR, Item.BUDGET}


@attrs.frozen
class Form:
    """A form: the rows above its headers, its table of indicators, and the row that it ends before."""

    above: range
    table: Table
    end: int

    @property
    def sheet(self) -> Sheet:
        """The sheet that it is in."""
        return self.table.sheet

    @property
    def body(self) -> range:
        """The rows below its headers."""
        return range(self.table.header_row + 1, self.end)

    def is_header_again(self, row: int) -> bool:
        """Whether a row repeats the headers, as the next page does."""
        return self.sheet.rows[row] == self.sheet.rows[self.table.header_row]


def forms_in(sheet: Sheet, language: Language) -> Iterator[Form]:
    """Find the forms in a sheet, from top to bottom."""
    tables: list[Table] = []
    former = None
    for table in _tables(sheet, language):
        # What lies before the headers above was looked at when those came, so that many pages stay as cheap as one.
        if former is None or not _goes_on(sheet, former, table, language):
            tables.append(table)
        former = table
    start = 0
    for number, table in enumerate(tables):
        if number + 1 < len(tables):
            end = _begin(sheet, table.header_row + 1, _first_header(tables[number + 1]), language)
        else:
            end = len(sheet.rows)
        yield Form(range(start, _first_header(table)), table, end)
        start = end


def _first_header(table: Table) -> int:
    """Give the first row of the headers, which may take two."""
    row = table.header_row
    return row - 1 if row and _has_headers(table.sheet.rows[row - 1], table.language) else row


def _tables(sheet: Sheet, language: Language) -> Iterator[Table]:
    row = 0
    while row < len(sheet.rows):
        if row not in sheet.hidden_rows and _has_headers(sheet.rows[row], language):
            table = find_table(sheet, *COLUMNS, start=row, stop=row + 1, language=language)
            if table is not None:
                yield table
                row = table.header_row
        row += 1


def _has_headers(texts: tuple[str, ...], language: Language) -> bool:
    return any(len(text) <= _LONGEST_HEADER and _is_header(text, language) for text in texts if text)


@lru_cache(maxsize=4096)
def _is_header(text: str, language: Language) -> bool:
    header = read_header(text, language)
    return header is not None and header.field is Field.INDICATOR


def _goes_on(sheet: Sheet, former: Table, table: Table, language: Language) -> bool:
    """Whether a table goes on on the next page: the same headers, and no other form begins between them."""
    first = _first_header(table)
    if sheet.rows[former.header_row] != sheet.rows[table.header_row]:
        return False
    return _begin(sheet, former.header_row + 1, first, language) == first and not any(
        is_title(cell.text) for cell in cells_in(sheet, range(former.header_row + 1, first))
    )


def _begin(sheet: Sheet, start: int, stop: int, language: Language) -> int:
    """Find where the next form begins: at its title, or at the first of its labels."""
    for row in range(start, stop):
        cells = list(cells_in(sheet, range(row, row + 1)))
        if any(item_of(cell.text.partition("：")[0], language) in _BEGINS for cell in cells):
            return row
        if len(cells) == 1 and is_title(cells[0].text):
            return row
    return stop
