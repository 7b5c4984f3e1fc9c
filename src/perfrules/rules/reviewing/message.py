"""The message of a review rule: a text with formulas in braces, whose values are put in."""

import re
from collections.abc import Iterator

from perfrules.diagnostics import Code
from perfrules.formulas import Formula
from perfrules.rules.schemes.values import read_formula
from perfrules.rules.text.lines import Piece, piece
from perfrules.rules.text.outline import Problems
from perfrules.syntax import STANDARD, Language, fold

_BLANKS = re.compile(r"[ \t\u3000]{2,}")
_PART = re.compile(r"\{(?P<formula>[^{}]*)\}|(?P<text>[^{}]+)|(?P<wrong>[{}])")


def read_message(text: Piece, problems: Problems, language: Language = STANDARD) -> tuple[str | Formula, ...] | None:
    """Read the texts and formulas of a message; None where something is wrong with it."""
    found = list(_parts(text, problems, language))
    return None if None in found else tuple(part for part in found if part is not None)


def _parts(text: Piece, problems: Problems, language: Language) -> Iterator[str | Formula | None]:
    for match in _PART.finditer(fold(text.text)):
        if match["text"] is not None:
            yield _BLANKS.sub(" ", text.text[match.start() : match.end()])
        elif match["wrong"] is not None:
            problems.add(Code.MESSAGE_WRONG, _inside(text, match.start(), match.end()))
            yield None
        else:
            yield read_formula(_inside(text, match.start("formula"), match.end("formula")), problems, language)


def _inside(text: Piece, start: int, end: int) -> Piece:
    span = text.place.span
    return piece(text.place.source, min(span.start + start, span.end), min(span.start + end, span.end))
