"""The lines of a ruleset file: one line of text to its label, its value and its columns, each with its place.

This is the only module that sees Lark's tokens of a line. Lines are parsed one by one, so that a mistake in one of
them costs no other.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

import attrs

from perfrules.data import read_text
from perfrules.source import Source, Span, TextPlace

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

MOST_COLUMNS = 200
"""The gaps of a line beyond which it is not read: no form has as many columns."""

_COLON = "："
_GAPS = re.compile(r"[ \u3000]{2,}|\t")
_QUOTED = {"QUOTED", "QUOTED_LABEL"}


@attrs.frozen
class Piece:
    """A stretch of a line: what it says, without quotation marks, and where it stands."""

    text: str
    place: TextPlace = attrs.field(eq=False)


@attrs.frozen
class Column:
    """A column of a line: `依据 年度计划`. `whole` is the two together, as they read in any layout."""

    key: Piece
    text: Piece
    whole: Piece

    @property
    def has_colon(self) -> bool:
        """Whether it is written `依据：年度计划`, which running text keeps."""
        return self.whole.text[len(self.key.text) :].startswith(_COLON)


@attrs.frozen
class Line:
    """A line of a ruleset. A line without a colon has no `value`.

    `whole` is all of it but indentation and comment, for lines that are running text. It reads the same in any layout:
    the width of a colon, the blanks before a column and marks of quotation do not show in it, so that no formatting can
    change what a ruleset says.
    """

    label: Piece
    value: Piece | None
    columns: tuple[Column, ...]
    whole: Piece


def parse_line(source: Source, start: int, end: int) -> Line | int:
    """Parse a line that stands at `source.text[start:end]`, without blanks around it.

    Returns the offset of the character at which the line stops making sense, where it does not parse, or at which it
    has too many columns.

    >>> line = parse_line(Source("x.rules", "补助高企数量：≥60家    依据 年度计划"), 0, 22)
    >>> line.label.text, line.value.text, [(each.key.text, each.text.text) for each in line.columns]
    ('补助高企数量', '≥60家', [('依据', '年度计划')])
    """
    from lark.exceptions import UnexpectedInput  # noqa: PLC0415 - Lark is loaded when a ruleset is read

    beyond = next(islice(_GAPS.finditer(source.text, start, end), MOST_COLUMNS, None), None)
    if beyond is not None:
        return beyond.start()
    try:
        tree = _parser().parse(source.text[start:end])
    except UnexpectedInput as error:
        return start + min(error.pos_in_stream or 0, end - start - 1)
    return _Pieces(source, start).line(tree)


def piece(source: Source, start: int, end: int) -> Piece:
    """Take a stretch of a source as it stands."""
    return Piece(source.text[start:end], TextPlace(source, Span(start, end)))


def side_by_side(texts: Iterable[str]) -> str:
    """Join the parts of a line, as `whole` has them.

    >>> side_by_side(["", "工作经验", "依据 计划"])
    '工作经验  依据 计划'
    """
    return "  ".join(text for text in texts if text)


def without_quotes(text: str) -> str:
    """Give what stands inside quotation marks; a doubled closing mark is one that belongs to the text.

    >>> without_quotes('"一 ""二"" 三"'), without_quotes("「甲：乙」")
    ('一 "二" 三', '甲：乙')
    """
    return text[1:-1].replace(text[-1] * 2, text[-1])


@cache
def _parser() -> "Lark":
    from lark import Lark  # noqa: PLC0415 - as above

    return Lark(read_text("grammar/ruleset.lark"), parser="lalr", start="line", maybe_placeholders=False)


@attrs.frozen
class _Pieces:
    """Turns the tree of a line that starts at `offset` into pieces."""

    source: Source
    offset: int

    def line(self, tree: "Tree[Token]") -> Line:
        """Read a whole line; an absent label is an empty one at its beginning."""
        label, value, columns, end = self._between(0, 0), None, [], 0
        for child in tree.children:
            first, last = _ends(child)
            end = last.end_pos or end
            if not isinstance(child, str) and child.data == "label":
                label = self._text(first)
            elif not isinstance(child, str) and child.data == "column":
                columns.append(self._column(child))
            else:
                value = self._between(end, end) if last.type == "COLON" else self._text(last)
        head = label.text if value is None else f"{label.text}{_COLON}{value.text}"
        whole = attrs.evolve(self._between(0, end), text=side_by_side([head, *(each.whole.text for each in columns)]))
        return Line(label, value, tuple(columns), whole)

    def _column(self, tree: "Tree[Token]") -> Column:
        key, last = _ends(tree)
        end = last.end_pos or 0
        text = self._between(end, end) if last.type in {"KEY", "COLON"} else self._text(last)
        has_colon = any(token.type == "COLON" for token in tree.children if isinstance(token, str))
        between = _COLON if has_colon else " " if text.text else ""
        whole = attrs.evolve(self._between(key.start_pos or 0, end), text=f"{key}{between}{text.text}")
        return Column(self._text(key), text, whole)

    def _text(self, token: "Token") -> Piece:
        text = without_quotes(token) if token.type in _QUOTED else str(token)
        return attrs.evolve(self._between(token.start_pos or 0, token.end_pos or 0), text=text)

    def _between(self, start: int, end: int) -> Piece:
        return piece(self.source, self.offset + start, self.offset + end)


def _ends(node: "Tree[Token] | Token") -> "tuple[Token, Token]":
    """Give the first and the last token of a part of a line."""
    from lark import Tree  # noqa: PLC0415 - as above

    if not isinstance(node, Tree):
        return node, node
    return _ends(node.children[0])[0], _ends(node.children[-1])[1]
