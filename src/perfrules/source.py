"""Text that somebody wrote, and places in it that a message can point at."""

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

import attrs


class Span(NamedTuple):
    """A half-open range of characters in a text: `text[start:end]`."""

    start: int
    end: int


@attrs.frozen
class Source:
    r"""A text with the name under which its reader knows it: a file's path, or what a cell is called.

    >>> Source("x.rules", "甲\n乙丙").line_column(3)
    (2, 2)
    """

    name: str
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(i + 1 for i, char in enumerate(self.text) if char == "\n")]

    def line_column(self, offset: int) -> tuple[int, int]:
        """Give line and column of a character, both counted from 1, the column in characters."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """Give the text of a line counted from 1, without its line end."""
        start = self._line_starts[line - 1]
        end = self._line_starts[line] - 1 if line < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r")


@attrs.frozen
class TextPlace:
    """A stretch of a source text."""

    source: Source
    span: Span

    def __str__(self) -> str:
        r"""Name the place as people read it: file, line, column; in a single line, the character.

        >>> print(TextPlace(Source("x.rules", "甲\n乙丙"), Span(3, 4)))
        x.rules 第2行第2列
        """
        line, column = self.source.line_column(self.span.start)
        if "\n" not in self.source.text:
            return f"{self.source.name} 第{column}个字"
        return f"{self.source.name} 第{line}行第{column}列"

    def excerpt(self) -> str:
        """Give the line with the stretch marked inside it, since 汉字 are two columns wide and carets would slip.

        >>> TextPlace(Source("cell", "≥300家"), Span(4, 5)).excerpt()
        '≥300【家】'
        """
        line, column = self.source.line_column(self.span.start)
        text = self.source.line_text(line)
        start = column - 1
        end = min(len(text), start + max(0, self.span.end - self.span.start))
        return f"{text[:start].lstrip()}【{text[start:end]}】{text[end:].rstrip()}"


@attrs.frozen
class CellPlace:
    """A cell of a sheet or table in a file. `sheet` is empty where a file has only one, as CSV has.

    `table` counts the tables of a document from 1; it is 0 in a sheet.

    >>> print(CellPlace("a.xlsx", "指标", 3, 2, "58家"))
    a.xlsx 工作表“指标” 第3行第2列
    """

    file: str
    sheet: str
    row: int
    column: int
    text: str = ""
    table: int = 0

    def __str__(self) -> str:
        sheet = f" 工作表“{self.sheet}”" if self.sheet else ""
        table = f" 第{self.table}个表格" if self.table else ""
        return f"{self.file}{sheet}{table} 第{self.row}行第{self.column}列"

    def excerpt(self) -> str:
        """Give the cell's text, marked."""
        return f"【{self.text}】"


@attrs.frozen
class FilePlace:
    """A file as a whole, when nothing inside it can be pointed at."""

    file: str

    def __str__(self) -> str:
        return self.file

    def excerpt(self) -> str:
        """Give nothing: the file itself is the place."""
        return ""


Place = TextPlace | CellPlace | FilePlace
