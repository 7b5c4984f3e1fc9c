"""From places to the types of the protocol."""

from lsprotocol import types

from perfrules.lsp.document import Document, Spot, Stretch
from perfrules.lsp.lines import DocumentLine
from perfrules.source import Span


def position_of(spot: Spot) -> types.Position:
    """Give a spot as LSP has it."""
    return types.Position(*spot)


def range_of(stretch: Stretch) -> types.Range:
    """Give a stretch as LSP has it."""
    return types.Range(position_of(stretch.start), position_of(stretch.end))


def range_in(document: Document, line: DocumentLine, span: Span) -> types.Range:
    """Give characters of a line of a document as LSP has them."""
    number = document.line_number(line.source)
    return range_of(document.within(number or 0, *span))
