"""The first line of a block: its keyword and its name."""

from collections.abc import Iterable

import attrs

from perfrules.rules.text.lines import Piece, piece, without_quotes
from perfrules.rules.text.outline import Entry


def header_of(entry: Entry, keywords: Iterable[str]) -> tuple[str, Piece]:
    """Split `目标表 名称` and `目标表：名称` into the keyword and the name, which may hold colons."""
    whole = entry.line.whole
    start, end = whole.place.span
    keyword = next((word for word in keywords if _begins_with(whole.text, word)), entry.label)
    rest = whole.text[len(keyword) :]
    name = rest.lstrip(" \t\u3000:：")
    found = (
        piece(whole.place.source, max(start, end - len(name)), end) if name else piece(whole.place.source, start, end)
    )
    quoted = len(name) > 1 and name[0] + name[-1] in ('""', "「」")
    return keyword, attrs.evolve(found, text=without_quotes(name) if quoted else name)


def _begins_with(text: str, word: str) -> bool:
    return text.startswith(word) and text[len(word) : len(word) + 1] in ("", " ", "\t", "\u3000", ":", "：")
