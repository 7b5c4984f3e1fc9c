"""The parts of a formula as an editor marks them, also of one that breaks off in the middle."""

import re
from collections.abc import Iterator
from enum import Enum

from perfrules.formulas import Function
from perfrules.rules.text.lines import Piece
from perfrules.source import Span


class Part(Enum):
    """What a stretch of a formula is."""

    NAME = "name"
    FUNCTION = "function"
    KEYWORD = "keyword"
    NUMBER = "number"
    TEXT = "text"
    OPERATOR = "operator"


KEYWORDS = ("且", "或", "非", "如果", "则", "否则", "属于", "含", "开头是", "结尾是", "本")
_FUNCTIONS = {function.value for function in Function}
_PARTS = re.compile(
    r"(?P<text>\"[^\"]*\"?|“[^”]*”?|「[^」]*」?)"
    r"|(?P<number>\d[^\s+\-×÷*()（）,，、≥≤<>=≠且或]*)"
    r"|(?P<keyword>[且或])"
    r"|(?P<name>(?:(?![且或])[^\W\d])(?:(?![且或])\w)*)"
    r"|(?P<operator>[≥≤<>=≠+\-×÷*/＋－＝＞＜！!]+)"
)


def formula_parts(text: Piece) -> Iterator[tuple[Part, str, Span]]:
    """Give the parts of a formula with their text and their characters in the line.

    >>> from perfrules.rules.text.lines import piece
    >>> from perfrules.source import Source
    >>> source = Source("x.rules", "完成率 ≥ 及格线 且 名称 含 “率”：")
    >>> [(part.value, text) for part, text, _ in formula_parts(piece(source, 0, 21))][:4]
    [('name', '完成率'), ('operator', '≥'), ('name', '及格线'), ('keyword', '且')]
    """
    start, end = text.place.span
    for found in _PARTS.finditer(text.place.source.text, start, end):
        word, part = found.group(), Part(found.lastgroup)
        if part is Part.NAME and word in KEYWORDS:
            part = Part.KEYWORD
        elif (
            part is Part.NAME
            and word in _FUNCTIONS
            and text.place.source.text[found.end() :].lstrip()[:1] in ("(", "（")
        ):
            part = Part.FUNCTION
        yield part, word, Span(*found.span())
