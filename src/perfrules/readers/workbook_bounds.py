"""What a workbook may hold before openpyxl, which has no bounds of its own, is let at it."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import ParseError

from perfrules.diagnostics import Code
from perfrules.readers.archive import TooLargeError

MAX_CELLS = 1_000_000
"""Of all sheets together, empty ones that are only formatted among them: 20,000 rows of 50."""

_MOST_ENTRIES = 200_000
"""Tags of styles, names and relations; files that were copied together for years have some ten thousand."""

_MOST_IN_STRINGS = 1_500_000
"""Tags of texts, three or four for each."""

_MOST_SHEETS = 2_000
_LONGEST_TOKEN = 2**20

SHEETS = "xl/worksheets/"
_STRINGS = "xl/sharedStrings.xml"
_CELL = re.compile(rb"<(?:\w{1,20}:)?c[\s>/]")
_SHEET = re.compile(rb"<(?:\w{1,20}:)?sheet\s")
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


def is_part(name: str) -> bool:
    """Whether a member of the archive is one that is read to know the cells."""
    return name.endswith((".xml", ".rels"))


def check_parts(parts: Mapping[str, bytes]) -> None:
    """Refuse a workbook that would take minutes, or that declares entities.

    Raises:
        TooLargeError: There is too much in it.
        ParseError: A part is as no office program writes it.
    """
    if any(mark in part for part in parts.values() for mark in _DOCTYPES):
        raise ParseError("a document type is declared")
    cells = 0
    for name, part in parts.items():
        _check_tokens(part)
        if name.startswith(SHEETS):
            cells += _count(_CELL, part, MAX_CELLS)
        else:
            limit = _MOST_IN_STRINGS if name == _STRINGS else _MOST_ENTRIES
            _check(part.count(b"<"), limit)
            _check(_count(_SHEET, part, _MOST_SHEETS), _MOST_SHEETS)
    _check(cells, MAX_CELLS)


def _check(count: int, limit: int) -> None:
    if count > limit:
        raise TooLargeError(Code.FILE_OVERFULL, limit)


def _count(pattern: re.Pattern[bytes], part: bytes, limit: int) -> int:
    count = 0
    for _ in pattern.finditer(part):
        count += 1
        if count > limit:
            break
    return count


def _check_tokens(part: bytes) -> None:
    """Refuse tags and comments without end: Expat, which gets them in pieces, begins anew with each piece."""
    if len(part) < _LONGEST_TOKEN:
        return
    pieces = range(0, len(part) - _LONGEST_TOKEN, _LONGEST_TOKEN)
    if b"<!--" in part or part.count(b"<?") > 1 or not all(part.count(b"<", at, at + _LONGEST_TOKEN) for at in pieces):
        raise ParseError("a tag or a comment without end")
