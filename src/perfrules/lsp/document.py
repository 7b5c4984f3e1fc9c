"""A document as it stands in an editor: its lines, and the blocks that they make. An edit keeps all other lines."""

from collections.abc import Iterator, Mapping
from functools import cached_property

import attrs

from perfrules.diagnostics import Diagnostic, Label
from perfrules.lsp.lines import DocumentLine, lines_of
from perfrules.lsp.positions import Encoding, from_client, to_client
from perfrules.rules.text.lines import Line, Piece
from perfrules.rules.text.outline import MOST_CHARACTERS, MOST_LINES, Entry, Problems, outline_of, too_large
from perfrules.source import FilePlace, Place, Source, TextPlace

MOST_MESSAGES = 2000
"""Messages about one document. Files read at once keep fewer, but an editor must not hide one line's by another's."""

Spot = tuple[int, int]
"""A line, and a column in what the client counts, both from 0."""


@attrs.frozen
class Stretch:
    """A stretch of a document: where it starts and ends, as the client counts."""

    start: Spot
    end: Spot


@attrs.frozen(eq=False)
class Document:
    """The text of a file under the name that its places bear, in the columns of one client."""

    name: str
    lines: tuple[DocumentLine, ...]
    encoding: Encoding = Encoding.UTF_16

    @classmethod
    def of(cls, name: str, text: str, encoding: Encoding = Encoding.UTF_16) -> "Document":
        """Read a text."""
        return cls(name, lines_of(name, text), encoding)

    def edited(self, start: Spot, end: Spot, text: str) -> "Document":
        r"""Put `text` in the place of what stands between two spots.

        >>> document = Document.of("x.rules", "目标表 甲\n  年度：2023")
        >>> document.edited((1, 5), (1, 9), "2024").text
        '目标表 甲\n  年度：2024'
        """
        (first, before), (last, after) = (self._within(spot) for spot in (start, end))
        changed = self.lines[first].text[:before] + text + self.lines[last].text[after:]
        lines = (*self.lines[:first], *lines_of(self.name, changed), *self.lines[last + 1 :])
        return attrs.evolve(self, lines=lines)

    def _within(self, spot: Spot) -> Spot:
        """Give the line and character of a spot; one beyond the end is the end."""
        line, column = spot
        if line >= len(self.lines):
            return len(self.lines) - 1, len(self.lines[-1].text)
        return line, from_client(self.lines[line].text, column, self.encoding)

    @property
    def text(self) -> str:
        """The whole text."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def _numbers(self) -> Mapping[Source, int]:
        return {line.source: number for number, line in enumerate(self.lines)}

    @cached_property
    def outline(self) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
        """The blocks, and what is wrong with the lines as such."""
        characters = sum(len(line.text) + 1 for line in self.lines)
        if characters > MOST_CHARACTERS or len(self.lines) > MOST_LINES:
            whole = Label(FilePlace(self.name))
            return (), (too_large(whole, characters, len(self.lines), "很多"),)
        problems = Problems(most=MOST_MESSAGES)
        read: dict[Source, DocumentLine] = {line.source: line for line in self.lines}

        def line_at(where: Piece) -> Line | None:
            line, found = read[where.place.source].read
            problems.found.extend(found)
            return line

        entries = outline_of(((line.said, line.indent) for line in self.lines if line.said), line_at, problems)
        return entries, tuple(problems.found)

    @property
    def blocks(self) -> tuple[Entry, ...]:
        """The blocks."""
        return self.outline[0]

    def line_number(self, source: Source) -> int | None:
        """Give the number of a line, counted from 0; None where it is not of this document."""
        return self._numbers.get(source)

    def stretch(self, place: Place) -> Stretch | None:
        """Give where a place is; None where it is not in this document."""
        number = self.line_number(place.source) if isinstance(place, TextPlace) else None
        return None if number is None or not isinstance(place, TextPlace) else self.within(number, *place.span)

    def within(self, number: int, start: int, end: int) -> Stretch:
        """Give a stretch of characters of a line."""
        text = self.lines[number].text
        return Stretch(*((number, to_client(text, each, self.encoding)) for each in (start, end)))

    def characters(self, spot: Spot) -> Spot:
        """Give the line and the character at a spot."""
        return self._within(spot)


def entries_under(entry: Entry) -> Iterator[Entry]:
    """Give an entry and all under it, in the order of their lines."""
    yield entry
    for child in entry.children:
        yield from entries_under(child)
