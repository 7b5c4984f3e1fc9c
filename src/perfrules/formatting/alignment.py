"""Rows to text: indented by their level, their columns under one another.

Columns are aligned among the lines of one level in one block, whatever headings stand between: so the indicators of a
table make one column, and the weights of a scheme another. A line with an uncommonly long part does not push the
columns of all others away; it runs over on its own.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from perfrules.formatting.rows import Row
from perfrules.formatting.spelling import GAP

INDENT = 2
LONGEST = 72
"""The widest part, in columns of a terminal, that others are aligned to."""


def aligned(rows: Iterable[Row]) -> Iterator[str]:
    """Give the lines of a file, without line ends."""
    rows = list(rows)
    groups = defaultdict(list)
    for row in rows:
        groups[row.block, row.level].append(row.cells)
    starts = {key: _starts(group) for key, group in groups.items()}
    for row in rows:
        if row.blank_before:
            yield ""
        yield " " * (INDENT * row.level) + _placed(row.cells, starts[row.block, row.level])


def width(text: str) -> int:
    """Give the columns that a text takes: two for a 汉字 and full-width punctuation, none for a combining mark.

    >>> width("≥60家"), width("（%）")
    (5, 5)
    """
    return sum(_WIDTHS.get(unicodedata.east_asian_width(each), 1) for each in text if not unicodedata.combining(each))


_WIDTHS = {"W": 2, "F": 2}


def _starts(group: Iterable[Sequence[str]]) -> list[int]:
    """Give where each column starts, counted from the indentation; the first is at 0."""
    starts = [0]
    ordinary = [list(map(width, cells)) for cells in group]
    while ordinary:
        at = len(starts)
        ordinary = [widths for widths in ordinary if len(widths) > at and widths[at - 1] <= LONGEST]
        starts.append(max((starts[-1] + widths[at - 1] + GAP for widths in ordinary), default=0))
    return starts


def _placed(cells: Sequence[str], starts: Sequence[int]) -> str:
    parts, taken = [cells[0]], width(cells[0])
    for at, cell in enumerate(cells[1:], start=1):
        blanks = max(GAP, (starts[at] if at < len(starts) else 0) - taken)
        parts.append(" " * blanks + cell)
        taken += blanks + width(cell)
    return "".join(parts)
