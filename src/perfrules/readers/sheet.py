"""A sheet of any file, or a table of a document: cells as text, each with its place."""

from collections.abc import Mapping, Sequence
from functools import cached_property

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.evidence import FileRecord
from perfrules.source import CellPlace, FilePlace, TextPlace

MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_SHEETS = 200
MAX_TABLES = 2_000
MAX_BYTES = 64 * 2**20
MAX_COVERED = 400_000
"""Cells that merged ones may cover in a sheet; a form has some hundreds."""


@attrs.frozen
class Merge:
    """Cells merged into one: the first, counted from 0, and how many rows and columns they take."""

    row: int
    column: int
    rows: int
    columns: int


@attrs.frozen
class Sheet:
    """The cells of one sheet as text, row by row; `name` is empty where the file has only one.

    Rows may differ in length. What is beyond :data:`MAX_ROWS` or :data:`MAX_COLUMNS` is not here. Of merged cells the
    first has the text, the others are blank. `table` counts the tables of a document from 1. Rows and columns that the
    file hides are there all the same, and are counted from 0 in `hidden_rows` and `hidden_columns`.
    """

    file: str
    name: str
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = ()
    table: int = 0
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_hidden: bool = False

    def text(self, row: int, column: int) -> str:
        """Give the text of a cell, both counted from 0, trimmed; empty outside the sheet."""
        cells = self.rows[row]
        return cells[column].strip() if column < len(cells) else ""

    def place(self, row: int, column: int) -> CellPlace:
        """Give the place of a cell, both counted from 0."""
        return CellPlace(self.file, self.name, row + 1, column + 1, self.text(row, column), self.table)

    def merge(self, row: int, column: int) -> Merge:
        """Give the cells that a cell is merged with, or itself alone."""
        return self._covering.get((row, column)) or Merge(row, column, 1, 1)

    @cached_property
    def _covering(self) -> Mapping[tuple[int, int], Merge]:
        return {position: merge for merge in self.merges for position in _positions(merge)}


def _positions(merge: Merge) -> list[tuple[int, int]]:
    rows = range(merge.row, merge.row + merge.rows)
    return [(row, column) for row in rows for column in range(merge.column, merge.column + merge.columns)]


@attrs.frozen
class Paragraph:
    """A paragraph of a document outside its tables; `tables_before` counts the tables above it."""

    text: str
    place: TextPlace
    tables_before: int


@attrs.frozen
class Contents:
    """The sheets of a file, what kept some of it from being read, and the file itself where all of it was read.

    `paragraphs` are those between the tables of a document.
    """

    sheets: tuple[Sheet, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    record: FileRecord | None = None
    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def records(self) -> tuple[FileRecord, ...]:
        """The file as evidence; nothing where there is none."""
        return () if self.record is None else (self.record,)


def with_merges(sheet: Sheet, merges: Sequence[Merge]) -> Sheet:
    """Give a sheet its merged cells, as far as it reaches; the cells that they cover are blank.

    Beyond :data:`MAX_COVERED` cells no more are taken.

    >>> sheet = with_merges(Sheet("a.xlsx", "", (("甲", "乙"), ("丙", "丁"))), [Merge(0, 0, 2, 1)])
    >>> sheet.rows, sheet.merge(1, 0)
    ((('甲', '乙'), ('', '丁')), Merge(row=0, column=0, rows=2, columns=1))
    """
    height, width = len(sheet.rows), max(map(len, sheet.rows), default=0)
    rows = [list(row) for row in sheet.rows]
    kept: list[Merge] = []
    left = MAX_COVERED
    taken: set[tuple[int, int]] = set()
    for given in merges:
        merge = attrs.evolve(
            given, rows=min(given.rows, height - given.row), columns=min(given.columns, width - given.column)
        )
        size = merge.rows * merge.columns
        if merge.rows < 1 or merge.columns < 1 or not 1 < size <= left:
            continue
        positions = _positions(merge)
        if not taken.isdisjoint(positions):  # a damaged file: cells cannot be in two
            continue
        taken.update(positions)
        left -= size
        kept.append(merge)
        for row, column in positions[1:]:
            if column < len(rows[row]):
                rows[row][column] = ""
    return attrs.evolve(sheet, rows=tuple(map(tuple, rows)), merges=tuple(kept))


def sheets_cut(file: str, count: int) -> list[Diagnostic]:
    """Say that a file has more sheets than are read, where it does."""
    place = Label(FilePlace(file))
    return [Diagnostic.of(Code.SHEETS_CUT, place, count=count, limit=MAX_SHEETS)] if count > MAX_SHEETS else []
