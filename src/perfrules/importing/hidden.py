"""What a file hides is not read, and told: a person who looks at the form does not see it either."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import attrs

from perfrules.diagnostics import Code, Diagnostic
from perfrules.importing.cells import Cell, cells_in
from perfrules.readers.sheet import Sheet

_LONGEST = 40


@attrs.frozen
class ShownPart:
    """A sheet without its hidden columns, which are blank, and what its hidden rows and columns say."""

    sheet: Sheet
    left_out: tuple[Diagnostic, ...] = ()


def shown_part(sheet: Sheet) -> ShownPart:
    """Blank the hidden columns. Hidden rows stay, since a merged cell of a class may begin in one.

    >>> shown_part(Sheet("a.xlsx", "", (("甲", "乙"),), hidden_columns=frozenset({1}))).sheet.rows
    (('甲', ''),)
    """
    if not sheet.hidden_rows and not sheet.hidden_columns:
        return ShownPart(sheet)
    every = list(cells_in(attrs.evolve(sheet, hidden_rows=frozenset()), range(len(sheet.rows))))
    hidden = [cell for cell in every if _is_in_hidden_columns(cell)]
    rows = [list(texts) for texts in sheet.rows]
    for cell in hidden:
        rows[cell.at[0]][cell.at[1]] = ""
    left_out = (*_rows(cell for cell in every if cell.at[0] in sheet.hidden_rows), *_columns(hidden))
    return ShownPart(attrs.evolve(sheet, rows=tuple(map(tuple, rows))), left_out)


def _is_in_hidden_columns(cell: Cell) -> bool:
    """Whether all of a cell is hidden; one merged with a column that is shown is seen there."""
    columns = range(cell.span.column, cell.span.column + cell.span.columns)
    return cell.sheet.hidden_columns.issuperset(columns)


def _rows(cells: Iterable[Cell]) -> Iterator[Diagnostic]:
    for row, group in groupby(cells, key=lambda cell: cell.at[0]):
        yield _told(list(group), f"第{row + 1}行")


def _columns(cells: list[Cell]) -> Iterator[Diagnostic]:
    for column, group in groupby(sorted(cells, key=_column), key=_column):
        yield _told(list(group), f"第{column + 1}列")


def _column(cell: Cell) -> int:
    return cell.at[1]


def _told(cells: list[Cell], what: str) -> Diagnostic:
    text = " ".join(cell.one_line for cell in cells)
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return Diagnostic.of(Code.HIDDEN_UNREAD, cells[0].label, what=what, text=text)
