"""The first line of a block: its keyword and its name."""

from collections.abc import Iterable

import attrs

from perfrules.rules.text.lines import Piece, piece, without_quotes
from perfrules.rules.text.outline import Entry


def header_of(entry: Entry, keywords: Iterable[str]) -> tuple[str, Piece]:
    """Split `目标表 名称` and `目标表：名称` into the keyword and the name, which may hold colons."""
    whole = entry.line.whole
    keyword = next((word for word in keywords if begins_with(whole.text, word)), entry.label)
    return keyword, _behind(whole, keyword)


def name_in(whole: Piece, keywords: Iterable[str]) -> Piece:
    """Give the name behind the keyword that a text begins with; all of it where it begins with none."""
    keyword = next((word for word in keywords if begins_with(whole.text, word)), "")
    return _behind(whole, keyword)


def begins_with(text: str, word: str) -> bool:
    """Whether a text begins with a word of its own.

    >>> begins_with("目标表 甲", "目标表"), begins_with("目标表甲", "目标表")
    (True, False)
    """
    return text.startswith(word) and text[len(word) : len(word) + 1] in ("", " ", "\t", "\u3000", ":", "：")


def _behind(whole: Piece, keyword: str) -> Piece:
    start, end = whole.place.span
    name = whole.text[len(keyword) :].lstrip(" \t\u3000:：")
    found = (
        piece(whole.place.source, max(start, end - len(name)), end) if name else piece(whole.place.source, start, end)
    )
    quoted = len(name) > 1 and name[0] + name[-1] in ('""', "「」")
    return attrs.evolve(found, text=without_quotes(name) if quoted else name)
