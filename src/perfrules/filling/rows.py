"""Which rows a filled form has: those of its template, with the rows of lists as often as needed."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs


@attrs.frozen
class Row:
    """A row of a filled form: the row of the template that it looks like, and which of its list it is, if any."""

    source: int
    item: int | None = None


@attrs.frozen
class Rows:
    """All rows of a filled form; all are counted from 1, as spreadsheets do."""

    rows: tuple[Row, ...]

    @classmethod
    def of(cls, counts: Sequence[int | None]) -> "Rows":
        """Plan them from how often each row of the template repeats; None for one that does not.

        >>> Rows.of([None, 3, None]).extent(2), Rows.of([None, 3, None]).extent(3)
        ((2, 4), (5, 5))
        """
        return cls(tuple(row for source, count in enumerate(counts, 1) for row in _copies(source, count)))

    def extent(self, source: int) -> tuple[int, int]:
        """Give the first and last row that a row of the template became."""
        found = [index for index, row in enumerate(self.rows, 1) if row.source == source]
        return (found[0], found[-1]) if found else (source, source)

    def repeats(self, source: int) -> bool:
        """Whether a row of the template is that of a list."""
        return any(row.source == source and row.item is not None for row in self.rows)


def _copies(source: int, count: int | None) -> Iterator[Row]:
    if count is None:
        yield Row(source)
    else:
        yield from (Row(source, item) for item in range(count))


def runs(columns: Sequence[Sequence[str]]) -> list[list[tuple[int, int]]]:
    """Find in each column where equal texts follow one another; a run ends where one of a column before ends.

    Blanks are no run. Rows are counted from 0, both ends inside.

    >>> runs([["甲", "甲", "乙"], ["子", "丑", "丑"]])
    [[(0, 1)], []]
    """
    result: list[list[tuple[int, int]]] = []
    breaks: set[int] = set()
    for texts in columns:
        breaks |= {index for index in range(1, len(texts)) if texts[index] != texts[index - 1] or not texts[index]}
        starts = [0, *sorted(breaks), len(texts)]
        pairs = pairwise(starts)
        result.append([(start, end - 1) for start, end in pairs if end - start > 1])
    return result
