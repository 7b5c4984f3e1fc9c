"""Where a shipped word stands, so that a message can point at it."""

import re
from functools import cache

from perfrules.data import read_text
from perfrules.source import FilePlace, Place, Source, Span, TextPlace

_FILES = ("units.txt", "scales.txt", "words.txt", "headers.txt", "names.txt")
_LETTER = r"[一-鿿\w]"


@cache
def _sources() -> tuple[Source, ...]:
    return tuple(Source(f"grammar/{name}", read_text(f"grammar/{name}")) for name in _FILES)


def shipped_place(word: str) -> Place:
    """Give the place of a word in the shipped lexicons, or the first of them where it is put together of others.

    >>> print(shipped_place("没有这个词"))
    grammar/units.txt
    >>> shipped_place("亩").excerpt()
    '【亩】 = [面积] | 市亩'
    """
    pattern = re.compile(rf"^(?!#)(?:.*(?<!{_LETTER}))?({re.escape(word)})(?!{_LETTER})", re.MULTILINE)
    for source in _sources():
        if (found := pattern.search(source.text)) is not None:
            return TextPlace(source, Span(*found.span(1)))
    return FilePlace(_sources()[0].name)
