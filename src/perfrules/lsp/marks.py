"""What is wrong in a document, at its places: the messages of reading it, those about its cells, those of review."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import attrs

from perfrules.diagnostics import Code, Diagnostic
from perfrules.lsp.document import Document, entries_under
from perfrules.lsp.lines import DocumentLine
from perfrules.lsp.reading import Reading
from perfrules.rules.tables.indicators import target_and_columns
from perfrules.rules.text.lines import Piece
from perfrules.source import FilePlace, Place, Source, Span, TextPlace
from perfrules.tables import Indicator

_HIDING = {
    Code.BLOCK_UNKNOWN,
    Code.NAME_MISSING,
    Code.FIELD_UNKNOWN,
    Code.FIELD_TWICE,
    Code.LINE_UNREADABLE,
    Code.COLON_MISSING,
}
"""What, where it is wrong with a heading, keeps the lines under it from being read."""


@attrs.frozen
class Mark:
    """A message about a line, with the characters that it is about."""

    line: DocumentLine = attrs.field(eq=False)
    span: Span
    diagnostic: Diagnostic


Marks = Mapping[DocumentLine, tuple[Mark, ...]]
"""The messages by line, for every line of a document."""


def marks_of(reading: Reading, document: Document, former: Marks | None = None) -> Marks:
    """Give the messages about a document of a reading.

    Where a heading makes no sense any more, what `former` said about the lines under it stays: they have not changed,
    and nobody can tell any more whether they are right.
    """
    found: dict[DocumentLine, list[Mark]] = defaultdict(list)
    for mark in (*_about_lines(reading, document), *_about_cells(reading, document)):
        found[mark.line].append(mark)
    for line, marks in found.items():
        if any(mark.diagnostic.code is Code.LINE_UNREADABLE for mark in marks):
            # What is left of a line that breaks off would only be misread.
            found[line] = [mark for mark in marks if mark.diagnostic.code is Code.LINE_UNREADABLE]
    for line in list(_hidden(document, found)):
        if former and line in former:
            found[line] = list(former[line])
    return {line: tuple(dict.fromkeys(found.get(line, ()))) for line in document.lines}


def cell_of(document: Document, indicator: Indicator) -> tuple[DocumentLine, Piece] | None:
    """Give the line of an indicator in a document, and its target there; None where it stands elsewhere."""
    number = document.line_number(indicator.place.source) if isinstance(indicator.place, TextPlace) else None
    if number is None:
        return None
    line = document.lines[number]
    read, _ = line.read
    return None if read is None else (line, target_and_columns(read)[0])


def _about_lines(reading: Reading, document: Document) -> Iterator[Mark]:
    for diagnostic in reading.content.diagnostics:
        places = [label.place for label in diagnostic.labels]
        if places and (mark := mark_at(document, places[0], diagnostic)) is not None:
            yield mark


def mark_at(document: Document, place: Place, diagnostic: Diagnostic) -> Mark | None:
    """Put a message at a place; None where that is in another document."""
    if place == FilePlace(document.name):
        return Mark(document.lines[0], Span(0, len(document.lines[0].text)), diagnostic)
    number = document.line_number(place.source) if isinstance(place, TextPlace) else None
    if number is None or not isinstance(place, TextPlace):
        return None
    return Mark(document.lines[number], place.span, diagnostic)


def _about_cells(reading: Reading, document: Document) -> Iterator[Mark]:
    for table in reading.content.goal_tables:
        for indicator in table.indicators:
            if indicator.target.diagnostics and (found := cell_of(document, indicator)) is not None:
                line, cell = found
                for each in indicator.target.diagnostics:
                    yield Mark(line, _span_in_cell(cell, each) or line_span(line), each)


def _span_in_cell(cell: Piece, diagnostic: Diagnostic) -> Span | None:
    """Give what a message points at inside a cell, which is a source of its own; else the cell; None if it is empty."""
    start, end = cell.place.span
    if start == end:
        return None
    place = diagnostic.labels[0].place if diagnostic.labels else None
    if isinstance(place, TextPlace) and place.source.text == cell.text and end - start == len(cell.text):
        return Span(start + place.span.start, min(end, start + place.span.end))
    return cell.place.span


def line_span(line: DocumentLine) -> Span:
    """Give what a line says, without the blanks and the comment."""
    read, _ = line.read
    return Span(0, len(line.text)) if read is None else read.whole.place.span


def _hidden(document: Document, found: Mapping[DocumentLine, Iterable[Mark]]) -> Iterator[DocumentLine]:
    """Give the lines under headings that cannot be read."""
    lines: dict[Source, DocumentLine] = {line.source: line for line in document.lines} if found else {}
    for block in document.blocks if found else ():
        for entry in entries_under(block):
            heading = lines[entry.place.source]
            if entry.children and any(mark.diagnostic.code in _HIDING for mark in found.get(heading, ())):
                yield from (lines[each.place.source] for each in entries_under(entry) if each is not entry)
