"""Tables of a Markdown chapter: where they are, what their cells say, and how to change a cell in place."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

EMPTY = "（空）"
"""What a cell holds to mean the empty text; a cell with nothing in it means: not given, or not checked."""

_SEPARATOR = re.compile(r"\|(\s*:?-+:?\s*\|)+")
_PIPE = re.compile(r"(?<!\\)\|")


class ChapterError(Exception):
    """A chapter that cannot be read as a specification; the text says where and what to do."""


@attrs.frozen
class Row:
    """A row of a table. A value is None where its cell is empty."""

    line: int
    values: tuple[str | None, ...]


@attrs.frozen
class Table:
    """A table: the headings above it, its column names, its rows, and the line numbers that it takes."""

    headings: tuple[str, ...]
    line: int
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_tables(text: str) -> tuple[Table, ...]:
    r"""Find the tables of a chapter, with line numbers counted from 1. Fenced code is no table.

    >>> (table,) = read_tables("# 题\n\n| 指标值 | 结论 |\n|---|---|\n| `a \\| b` | |\n")
    >>> table.headings, table.columns, table.rows
    (('题',), ('指标值', '结论'), (Row(line=5, values=('a | b', None)),))
    """
    return tuple(_table(headings, block) for headings, block in _blocks(text.split("\n")))


def _blocks(lines: Sequence[str]) -> Iterator[tuple[tuple[str, ...], list[tuple[int, str]]]]:
    """Give each run of table lines, numbered, with the headings that it stands under."""
    headings: list[str] = []
    block: list[tuple[int, str]] = []
    fenced = False
    for number, line in enumerate([*lines, ""], start=1):
        fenced ^= line.lstrip().startswith("```")
        if line.startswith("|") and not fenced:
            block.append((number, line))
            continue
        if block:
            yield tuple(headings), block
            block = []
        if not fenced and (heading := re.fullmatch(r"(#+)\s+(.*?)\s*", line)):
            del headings[len(heading[1]) - 1 :]
            headings.append(heading[2])


def _table(headings: tuple[str, ...], block: Sequence[tuple[int, str]]) -> Table:
    (line, header), *rest = block
    if not rest or not _SEPARATOR.fullmatch(rest[0][1].strip()):
        raise ChapterError(f"第{line}行：表头下面缺少 |---| 分隔行。请补上。")
    columns = tuple(cell.strip() for cell in split_cells(header))
    rows = []
    for number, text in rest[1:]:
        cells = split_cells(text)
        if len(cells) != len(columns):
            raise ChapterError(
                f"第{number}行：表头有{len(columns)}列，这一行有{len(cells)}格。请补齐；单元格里的竖线写作 \\|。"
            )
        rows.append(Row(number, tuple(map(cell_value, cells))))
    return Table(headings, line, columns, tuple(rows))


def split_cells(line: str) -> list[str]:
    r"""Cut a table line at its pipes; a pipe behind a backslash belongs to the cell.

    >>> split_cells("| a | b\\|c |")
    [' a ', ' b\\|c ']
    """
    return _PIPE.split(line.strip())[1:-1]


def cell_value(cell: str) -> str | None:
    """Give what a cell says: None for nothing, the inside of a code span exactly as it stands.

    >>> cell_value("  "), cell_value(" （空） "), cell_value(" `  ≥90% ` "), cell_value(" ≥90% ")
    (None, '', '  ≥90% ', '≥90%')
    """
    text = cell.strip().replace(r"\|", "|")
    if text == EMPTY:
        return ""
    if len(text) > 2 and text.startswith("`") and text.endswith("`"):
        return text[1:-1]
    return text or None


def replace_cells(text: str, edits: Mapping[tuple[int, str], str]) -> str:
    """Write new texts into cells, found by line and column name; a table that was aligned stays aligned.

    >>> print(replace_cells("| 值 | 结论 |\\n|----|------|\\n| 1  | 达成 |", {(3, "结论"): "未达成"}))
    | 值 | 结论   |
    |----|--------|
    | 1  | 未达成 |
    """
    lines = text.split("\n")
    for table in read_tables(text):
        mine = {place: new for place, new in edits.items() if table.line < place[0] <= table.line + 1 + len(table.rows)}
        if mine:
            span = slice(table.line - 1, table.line + 1 + len(table.rows))
            lines[span] = _with_cells(lines[span], table, mine)
    return "\n".join(lines)


def _with_cells(lines: Sequence[str], table: Table, edits: Mapping[tuple[int, str], str]) -> list[str]:
    grid = [split_cells(line) for line in lines]
    aligned = all(_widths(one) == _widths(other) for one, other in pairwise(grid))
    for (line, column), new in edits.items():
        written = new.replace("|", r"\|")
        grid[line - table.line][table.columns.index(column)] = f" {written} "
    if aligned:
        grid = _align(grid)
    return [f"|{'|'.join(cells)}|" for cells in grid]


def _align(grid: list[list[str]]) -> list[list[str]]:
    content = [[cell.strip() for cell in cells] for cells in grid]
    widths = [max(map(_width, column)) for column in zip(content[0], *content[2:], strict=True)]
    ruler = ["-" * (width + 2) for width in widths]
    padded = [
        [f" {cell}{' ' * (width - _width(cell))} " for cell, width in zip(cells, widths, strict=True)]
        for cells in content
    ]
    return [padded[0], ruler, *padded[2:]]


def _widths(cells: Sequence[str]) -> list[int]:
    return list(map(_width, cells))


def _width(text: str) -> int:
    """How many columns of a terminal a text takes: 汉字 and full-width punctuation take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
