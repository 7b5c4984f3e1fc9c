"""The rows of a ruleset file: lines and comments in their order, each with its level and the blank line before it."""

from collections.abc import Iterable, Iterator

import attrs

from perfrules.formatting.spelling import cells
from perfrules.rules.text.lines import Line
from perfrules.rules.text.outline import Entry, indentation
from perfrules.source import Source


@attrs.frozen
class Row:
    """A line in its cells, or a comment that has a line of its own. `block` counts the blocks of a file."""

    level: int
    cells: tuple[str, ...]
    is_comment: bool
    block: int
    blank_before: bool


@attrs.frozen
class _Content:
    """A line of the outline."""

    level: int
    block: int
    line: Line


def rows(source: Source, entries: Iterable[Entry]) -> Iterator[Row]:
    """Give the rows of a file whose lines have all been read into `entries`."""
    contents = {source.line_column(each.line.whole.place.span.start)[0]: each for each in _contents(entries)}
    texts = source.text.split("\n")
    following = _following_levels(len(texts), contents)
    indents: list[int] = []
    blank, former, block = False, None, 0
    for number, text in enumerate(texts, start=1):
        content, indent = contents.get(number), indentation(text)
        if content is not None:
            indents[content.level :] = [indent]
            block = content.block
            row = Row(content.level, _cells(content.line, text), False, block, blank)
        elif text.strip():
            level = _level_of_comment(indent, indents, following[number])
            row = Row(level, (text.strip(),), True, block, blank)
        else:
            blank = True
            continue
        row = attrs.evolve(row, blank_before=_blank_before(row, former))
        yield row
        blank, former = False, row


def _contents(entries: Iterable[Entry], level: int = 0, block: int = 0) -> Iterator[_Content]:
    for at, entry in enumerate(entries):
        own = block if level else at
        yield _Content(level, own, entry.line)
        yield from _contents(entry.children, level + 1, own)


def _cells(line: Line, text: str) -> tuple[str, ...]:
    """Give the cells of a line; a comment behind it is the last."""
    source, end = line.whole.place.source, line.whole.place.span.end
    column = source.line_column(end)[1] - 1
    return cells(line, text[column:].strip())


def _following_levels(count: int, contents: dict[int, _Content]) -> list[int]:
    """Give, for each line counted from 1, the level of the next line that is no comment; 0 at the end."""
    levels = [0] * (count + 2)
    for number in range(count, -1, -1):
        after = contents.get(number + 1)
        levels[number] = levels[number + 1] if after is None else after.level
    return levels


def _level_of_comment(indent: int, indents: list[int], following: int) -> int:
    """Tell where a comment belongs: to what follows, or to the deeper lines before it where it stands under them."""
    if following == len(indents):
        return following
    return max(following, sum(each < indent for each in indents))


def _blank_before(row: Row, former: Row | None) -> bool:
    """Whether a blank line goes before a row: between blocks always, else where there is one, but not below a heading.

    A comment without indentation belongs to the block that follows.
    """
    if former is None:
        return False
    if row.level == 0 and not (former.level == 0 and former.is_comment):
        return True
    return row.blank_before and (former.is_comment or row.level <= former.level)
