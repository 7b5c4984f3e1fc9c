"""The outline of a ruleset file: which line belongs under which, by indentation.

Everything is bounded here: the size of a file, its lines, how deep they nest and how many messages it may cause, so
that a hostile file ends in a message and not in a long wait.
"""

import re
from collections.abc import Callable, Iterable, Iterator

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label, Suggestion
from perfrules.rules.text.hints import Hint
from perfrules.rules.text.lines import Line, Piece, parse_line, piece
from perfrules.source import FilePlace, Source, Span, TextPlace

MOST_CHARACTERS = 2_000_000
MOST_LINES = 20_000
MOST_COLUMNS = 60_000
DEEPEST = 8
MOST_PROBLEMS = 100

_SHORT = 30
_COLUMN = re.compile(r"(?:[ \u3000]{2}|\t)(?=[^\s\u3000])")


@attrs.frozen
class Entry:
    """A line with the lines under it."""

    line: Line
    children: tuple["Entry", ...] = ()

    @property
    def label(self) -> str:
        """What stands before the colon, or the whole line where there is none."""
        return self.line.label.text

    @property
    def place(self) -> TextPlace:
        """The line, without its indentation."""
        return self.line.whole.place


@attrs.define
class Problems:
    """Messages about one file, in the order they were found; when there are too many the rest is not kept."""

    found: list[Diagnostic] = attrs.field(factory=list)
    most: int = MOST_PROBLEMS

    @property
    def is_full(self) -> bool:
        """Whether no more messages are kept, so that making one is not worth its cost."""
        return len(self.found) >= self.most

    def add(self, code: Code, *where: Piece | TextPlace | Label, **arguments: object) -> None:
        """Add a message that points at places."""
        if not self.is_full:
            labels = [
                each if isinstance(each, Label) else Label(each.place if isinstance(each, Piece) else each)
                for each in where
            ]
            found = Diagnostic.of(code, *labels, **arguments)
            self.found.append(attrs.evolve(found, suggestion=_suggestion(labels, arguments.get("hint"))))


def _suggestion(labels: list[Label], hint: object) -> Suggestion | None:
    """Give the replacement that a hint makes, where the message points at just the word that nobody knows."""
    place = labels[0].place if labels else None
    if not (isinstance(hint, Hint) and hint and isinstance(place, TextPlace)):
        return None
    start, end = place.span
    return Suggestion(place, hint.word) if place.source.text[start:end] == hint.asked else None


def read_outline(source: Source, problems: Problems) -> tuple[Entry, ...]:
    """Read the lines of a file into a tree. Lines that do not parse are left out, with what stands under them."""
    characters, lines = len(source.text), source.text.count("\n") + 1
    is_too_large = characters > MOST_CHARACTERS or lines > MOST_LINES
    # What a line costs grows with its columns; texts that are too long are not searched for them.
    columns: object = "很多" if is_too_large else sum(1 for _ in _COLUMN.finditer(source.text))
    if is_too_large or (isinstance(columns, int) and columns > MOST_COLUMNS):
        problems.found.append(too_large(Label(FilePlace(source.name)), characters, lines, columns))
        return ()

    def read(where: Piece) -> Line | None:
        return read_line(where, problems)

    return outline_of(_content(source), read, problems)


def too_large(whole: Label, characters: object, lines: object, columns: object) -> Diagnostic:
    """Say that a file is too large to be read."""
    sizes = {"characters": characters, "lines": lines, "columns": columns}
    bounds = {"most": MOST_CHARACTERS, "most_lines": MOST_LINES, "most_columns": MOST_COLUMNS}
    return Diagnostic.of(Code.RULESET_TOO_LARGE, whole, **sizes, **bounds)


@attrs.define
class _Open:
    """A line that may still get lines under it; `line` is None where it did not parse, and at the top of the file."""

    indent: int
    line: Line | None
    children: list[Entry] = attrs.field(factory=list)


def outline_of(
    contents: Iterable[tuple[Piece, int]], read: Callable[[Piece], Line | None], problems: Problems
) -> tuple[Entry, ...]:
    """Put lines into a tree by their indentation; those for which `read` gives nothing are left out."""
    stack = [_Open(-1, None)]
    for where, indent in contents:
        if _close(stack, indent) > indent:
            problems.add(Code.INDENTATION, where, text=_short(where.text))
        if len(stack) > DEEPEST:
            problems.add(Code.NESTING_TOO_DEEP, where, most=DEEPEST)
        else:
            stack.append(_Open(indent, read(where)))
    _close(stack, 0)
    return tuple(stack[0].children)


def read_line(where: Piece, problems: Problems) -> Line | None:
    """Parse a line without the blanks around it; None where it does not parse, which is said in `problems`."""
    source, (start, end) = where.place.source, where.place.span
    line = parse_line(source, start, end)
    if isinstance(line, Line):
        return line
    problems.add(Code.LINE_UNREADABLE, piece(source, line, end), text=_short(where.text))
    return None


def _close(stack: list[_Open], indent: int) -> int:
    """Close every line that one with `indent` ends, and give the indentation of the last that was closed."""
    closed = indent
    while stack[-1].indent >= indent:
        last = stack.pop()
        closed = last.indent
        if last.line is not None:
            stack[-1].children.append(Entry(last.line, tuple(last.children)))
    return closed


def _content(source: Source) -> Iterator[tuple[Piece, int]]:
    """Give each line that says something, not empty and not a comment, with its indentation."""
    offset = 0
    for text in source.text.split("\n"):
        if (said := span_said(text)) is not None:
            yield piece(source, offset + said.start, offset + said.end), indentation(text)
        offset += len(text) + 1


def span_said(text: str) -> Span | None:
    """Give where a line says something, without the blanks around; None where it is empty or a comment.

    >>> span_said("  年度：2023 "), span_said("  # 年度")
    (Span(start=2, end=9), None)
    """
    content = text.strip()
    if not content or content.startswith("#"):
        return None
    start = text.index(content)
    return Span(start, start + len(content))


def indentation(text: str) -> int:
    r"""Give the columns before a line's text: a tab goes to the next multiple of four, a full-width space takes two.

    >>> indentation("\u3000年度：2023"), indentation(" \t年度：2023")
    (2, 4)
    """
    blanks = text[: len(text) - len(text.lstrip())]
    return len(blanks.replace("\u3000", "  ").expandtabs(4))


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"
