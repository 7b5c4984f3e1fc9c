"""A sheet of any file: cells as text, each with its place."""

import attrs

from perfrules.diagnostics import Diagnostic
from perfrules.evidence import FileRecord
from perfrules.source import CellPlace

MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_SHEETS = 50
MAX_BYTES = 64 * 2**20


@attrs.frozen
class Sheet:
    """The cells of one sheet as text, row by row; `name` is empty where the file has only one.

    Rows may differ in length. What is beyond :data:`MAX_ROWS` or :data:`MAX_COLUMNS` is not here.
    """

    file: str
    name: str
    rows: tuple[tuple[str, ...], ...]

    def text(self, row: int, column: int) -> str:
        """Give the text of a cell, both counted from 0, trimmed; empty outside the sheet."""
        cells = self.rows[row]
        return cells[column].strip() if column < len(cells) else ""

    def place(self, row: int, column: int) -> CellPlace:
        """Give the place of a cell, both counted from 0."""
        return CellPlace(self.file, self.name, row + 1, column + 1, self.text(row, column))


@attrs.frozen
class Contents:
    """The sheets of a file, what kept some of it from being read, and the file itself where all of it was read."""

    sheets: tuple[Sheet, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    record: FileRecord | None = None

    @property
    def records(self) -> tuple[FileRecord, ...]:
        """The file as evidence; nothing where there is none."""
        return () if self.record is None else (self.record,)
