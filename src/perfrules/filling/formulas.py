"""Formulas that a template has itself, moved to where its rows went."""

import re
from collections.abc import Mapping

_REFERENCE = re.compile(r"(\$?[A-Z]{1,3}\$?)(\d{1,7})(?::(\$?[A-Z]{1,3}\$?)(\d{1,7}))?")

Extents = Mapping[int, tuple[int, int]]
"""The first and last row of a filled form that each row of its template became."""


def moved(formula: str, extents: Extents, row: int | None = None, source: int | None = None) -> str:
    """Let a formula mean the same cells: a reference to a row that repeats becomes one to all of its rows.

    In a row that repeats itself, `row` of the form from `source` of the template, its own row is meant.

    >>> moved("=SUM(H5)-H6", {5: (5, 9), 6: (10, 10)})
    '=SUM(H5:H9)-H10'
    >>> moved("=G5/F5", {5: (5, 9)}, row=7, source=5)
    '=G7/F7'
    """
    from openpyxl.formula import Tokenizer  # noqa: PLC0415 - only needed once a form is written
    from openpyxl.formula.tokenizer import Token  # noqa: PLC0415 - as above

    def put(found: re.Match[str]) -> str:
        column, first, last_column, last = found.groups()
        top, bottom = int(first), int(last or first)
        if row is not None and top == bottom == source:
            return found[0].replace(first, str(row))
        start, end = extents.get(top, (top, top))[0], extents.get(bottom, (bottom, bottom))[1]
        single = last is None and start == end
        return f"{column}{start}" if single else f"{column}{start}:{last_column or column}{end}"

    tokens = Tokenizer(formula).items
    parts = [
        _REFERENCE.sub(put, token.value) if token.subtype == Token.RANGE and "!" not in token.value else token.value
        for token in tokens
    ]
    return "=" + "".join(parts)
