"""The lines of a document: each is read once, and stays the same object however much is typed above it.

Every line is a source of its own, so that the places in what was read of it hold wherever the line moves to.
"""

import re
from functools import cached_property

import attrs

from perfrules.diagnostics import Diagnostic
from perfrules.rules.text.lines import Line, Piece, parse_line, piece
from perfrules.rules.text.outline import Problems, indentation, read_line, span_said
from perfrules.source import Source

_LINE_ENDS = re.compile("\r\n|\n|\r")
_MOST_TRIES = 3


@attrs.frozen(eq=False)
class LineSource(Source):
    """The text of one line. Two lines with the same text are not the same."""

    __eq__ = object.__eq__
    __hash__ = object.__hash__


@attrs.frozen(eq=False)
class DocumentLine:
    """A line of a document, without its line end."""

    source: LineSource

    @property
    def text(self) -> str:
        """The line."""
        return self.source.text

    @cached_property
    def said(self) -> Piece | None:
        """What stands between the blanks; None in an empty line and in a comment."""
        span = span_said(self.text)
        return None if span is None else piece(self.source, span.start, span.end)

    @cached_property
    def indent(self) -> int:
        """The columns before the text."""
        return indentation(self.text)

    @cached_property
    def read(self) -> tuple[Line | None, tuple[Diagnostic, ...]]:
        """The line as far as it makes sense, so that what stands under it keeps its heading; what is wrong in it."""
        if self.said is None:
            return None, ()
        problems = Problems()
        line = read_line(self.said, problems)
        return line or _as_far_as_it_goes(self.said), tuple(problems.found)


def lines_of(name: str, text: str) -> tuple[DocumentLine, ...]:
    r"""Split a text at the ends of lines that LSP knows: `\n`, `\r\n` and `\r`.

    >>> [line.text for line in lines_of("x.rules", "目标表 甲\r\n\n")]
    ['目标表 甲', '', '']
    """
    return tuple(DocumentLine(LineSource(name, each)) for each in _LINE_ENDS.split(text))


def _as_far_as_it_goes(said: Piece) -> Line:
    """Read the beginning of a line whose end makes no sense; where nothing does, all of it is the label."""
    source, (start, end) = said.place.source, said.place.span
    for _ in range(_MOST_TRIES):
        found = parse_line(source, start, end)
        if isinstance(found, Line):
            return found
        end = start + len(source.text[start:found].rstrip())
        if end <= start:
            break
    return Line(said, None, (), said)
