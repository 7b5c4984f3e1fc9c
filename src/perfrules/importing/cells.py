"""The cells of a form as a person sees them: each once, however many positions it takes."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import attrs

from perfrules.diagnostics import Label
from perfrules.readers.sheet import Merge, Sheet


@attrs.frozen
class Cell:
    """A cell that is written in, with the positions that it takes."""

    sheet: Sheet
    span: Merge
    text: str

    @property
    def at(self) -> tuple[int, int]:
        """Its first row and column, counted from 0."""
        return self.span.row, self.span.column

    @property
    def one_line(self) -> str:
        """Its text without line breaks."""
        return one_line(self.text)

    @property
    def label(self) -> Label:
        """Its place, for a message."""
        return Label(self.sheet.place(*self.at))

    def right(self) -> "Cell":
        """Give the cell beside it, which may be blank."""
        return cell_at(self.sheet, self.span.row, self.span.column + self.span.columns)

    def below(self) -> "Cell":
        """Give the cell under it, which may be blank."""
        return cell_at(self.sheet, self.span.row + self.span.rows, self.span.column)


def cell_at(sheet: Sheet, row: int, column: int) -> Cell:
    """Give the cell that is seen at a position; outside the sheet it is blank."""
    span = sheet.merge(row, column)
    return Cell(sheet, span, sheet.text(span.row, span.column) if span.row < len(sheet.rows) else "")


def cells_in(sheet: Sheet, rows: range) -> Iterator[Cell]:
    """Give the cells that are written in, by row and column, but those in hidden rows."""
    for row in rows:
        if row not in sheet.hidden_rows:
            for column in range(len(sheet.rows[row])):
                if text := sheet.text(row, column):
                    yield Cell(sheet, sheet.merge(row, column), text)


def by_row(cells: Iterable[Cell]) -> Iterator[tuple[Cell, str]]:
    """Give the first of the cells of each row, and what all of them say: what was not understood is told by row."""
    for _, group in groupby(cells, key=lambda cell: cell.span.row):
        own = list(group)
        yield own[0], " ".join(cell.one_line for cell in own)


def one_line(text: str) -> str:
    r"""Join the lines of a text, as a narrow cell breaks them.

    >>> one_line("服务对象\n满意度")
    '服务对象满意度'
    """
    return "".join(line.strip() for line in text.splitlines())
