"""Takes running text apart: sentences, and clauses in them, only where one surely ends."""

import re
from collections.abc import Iterator

from perfrules.source import Span

_STOP = re.compile(r"[。｡；;﹔！!？?\n\r\x0b\x0c\x85\u2028\u2029…|]+")
"""What ends a sentence."""

_PAUSE = re.compile(r"[，、﹐،\t“”\"]|,(?!\d{3}(?!\d))|[:：∶](?!\d)|(?<!\d)[:：∶]|[.．](?!\d)|(?<!\d)[.．]")
"""What ends a clause. A comma, colon or point between digits belongs to the number; a ， never."""


def sentences(text: str) -> Iterator[Span]:
    """Give every sentence, without what ends it.

    >>> list(sentences("新增25家以上；满意度大于90%。"))
    [Span(start=0, end=7), Span(start=8, end=16)]
    """
    return _between(_STOP, text, Span(0, len(text)))


def clauses(text: str, sentence: Span) -> Iterator[Span]:
    """Give every clause of a sentence, without what ends it.

    >>> list(clauses("1.共1,280家，师生比1:18", Span(0, 18)))
    [Span(start=0, end=1), Span(start=2, end=9), Span(start=10, end=18)]
    """
    return _between(_PAUSE, text, sentence)


def _between(mark: re.Pattern[str], text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for found in mark.finditer(text, span.start, span.end):
        if found.start() > start:
            yield Span(start, found.start())
        start = found.end()
    if span.end > start:
        yield Span(start, span.end)
