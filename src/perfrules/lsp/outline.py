"""The tree that an editor shows beside a document, and what it can fold."""

from collections.abc import Iterable, Iterator

from lsprotocol import types

from perfrules.lsp.document import Document
from perfrules.lsp.inside import Inside, enter
from perfrules.lsp.protocol import range_of
from perfrules.rules.text.lines import Line
from perfrules.rules.text.outline import Entry

_KINDS = {
    Inside.TOP: types.SymbolKind.Class,
    Inside.CATEGORY: types.SymbolKind.Namespace,
    Inside.INDICATORS: types.SymbolKind.Variable,
    Inside.PARAMETERS: types.SymbolKind.Constant,
    Inside.RULES: types.SymbolKind.Function,
    Inside.EXECUTION: types.SymbolKind.Function,
    Inside.AUDITED: types.SymbolKind.Function,
    Inside.LIGHTS: types.SymbolKind.Function,
    Inside.REMARKS: types.SymbolKind.Function,
    Inside.SCHEME_TRIAL: types.SymbolKind.Event,
    Inside.METHOD_TRIAL: types.SymbolKind.Event,
    Inside.TRIAL: types.SymbolKind.Event,
}
_DEEPEST = 4


def symbols(document: Document) -> list[types.DocumentSymbol]:
    """Give the lines of a document as a tree, also those that make no sense yet."""
    return list(_symbols(document, document.blocks, Inside.TOP, 0))


def _symbols(
    document: Document, entries: Iterable[Entry], inside: Inside, level: int
) -> Iterator[types.DocumentSymbol]:
    for entry in entries:
        line, own = entry.line, document.line_number(entry.place.source)
        if own is None:
            continue
        last = _last(document, entry)
        whole = types.Range(
            types.Position(own, 0), range_of(document.within(last, 0, len(document.lines[last].text))).end
        )
        under = enter(inside, line)
        children = list(_symbols(document, entry.children, under, level + 1)) if level < _DEEPEST else []
        kind = _KINDS.get(inside, types.SymbolKind.Field)
        if inside is Inside.CATEGORY and line.value is not None:
            kind = types.SymbolKind.Variable
        named = range_of(document.within(own, *(line.whole if inside is Inside.TOP else line.label).place.span))
        yield types.DocumentSymbol(_name(line, inside), kind, whole, named, detail=_detail(line), children=children)


def _name(line: Line, inside: Inside) -> str:
    """Give what a line is called in the tree, which may not be empty."""
    text = line.whole.text if inside is Inside.TOP else line.label.text
    return text or line.whole.text or "（空）"


def _detail(line: Line) -> str | None:
    return line.value.text if line.value is not None and line.value.text else None


def _last(document: Document, entry: Entry) -> int:
    """Give the number of the last line under an entry, or its own."""
    while entry.children:
        entry = entry.children[-1]
    return document.line_number(entry.place.source) or 0


def folds(document: Document) -> list[types.FoldingRange]:
    """Give what can be folded: lines with others under them, and comments of several lines."""
    return [*_folds(document, document.blocks), *_comments(document)]


def _folds(document: Document, entries: Iterable[Entry]) -> Iterator[types.FoldingRange]:
    for entry in entries:
        first, last = document.line_number(entry.place.source), _last(document, entry)
        if first is not None and last > first:
            yield types.FoldingRange(first, last)
        yield from _folds(document, entry.children)


def _comments(document: Document) -> Iterator[types.FoldingRange]:
    first: int | None = None
    for number, line in enumerate((*(line.text for line in document.lines), "")):
        is_comment = line.lstrip().startswith("#")
        if is_comment and first is None:
            first = number
        elif not is_comment and first is not None:
            if number - first > 1:
                yield types.FoldingRange(first, number - 1, kind=types.FoldingRangeKind.Comment)
            first = None
