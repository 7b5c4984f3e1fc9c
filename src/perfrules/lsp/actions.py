"""What an editor offers to do about a line: the replacements that messages suggest, and plainer spellings."""

from collections.abc import Iterator

from lsprotocol import types

from perfrules.diagnostics import Suggestion
from perfrules.lsp.desk import uri_of
from perfrules.lsp.diagnostics import diagnostic_of
from perfrules.lsp.document import Document
from perfrules.lsp.marks import Mark, Marks, cell_of
from perfrules.lsp.protocol import range_of
from perfrules.lsp.reading import Reading
from perfrules.source import TextPlace
from perfrules.tables import Indicator
from perfrules.targets import parse


def actions(reading: Reading, document: Document, marks: Marks, first: int, last: int) -> list[types.CodeAction]:
    """Give what can be done between two lines."""
    lines = document.lines[first : last + 1]
    fixes = (fix for line in lines for mark in marks.get(line, ()) for fix in _fixes(reading, document, mark))
    found = (reading.indicators.get(line.source) for line in lines)
    plainer = (each for one in found if one is not None for each in _plainer(reading, document, one[1]))
    return [*fixes, *plainer]


def _fixes(reading: Reading, document: Document, mark: Mark) -> Iterator[types.CodeAction]:
    suggestion = mark.diagnostic.suggestion
    where = None if suggestion is None else _where(document, mark, suggestion)
    if suggestion is not None and where is not None:
        yield types.CodeAction(
            f"改成“{suggestion.text}”",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic_of(reading, document, mark)],
            is_preferred=True,
            edit=_edit(document, where, suggestion.text),
        )


def _where(document: Document, mark: Mark, suggestion: Suggestion) -> types.Range | None:
    """Give what a suggestion replaces; one about a cell replaces what the message points at."""
    stretch = document.stretch(suggestion.place)
    if stretch is not None:
        return range_of(stretch)
    place, number = suggestion.place, document.line_number(mark.line.source)
    if number is None or not isinstance(place, TextPlace):
        return None
    wrong = place.source.text[slice(*place.span)]
    is_there = mark.line.text[slice(*mark.span)] == wrong
    return range_of(document.within(number, *mark.span)) if is_there else None


def _plainer(reading: Reading, document: Document, indicator: Indicator) -> Iterator[types.CodeAction]:
    """Offer the spelling of a target that says all that it leaves out, where it is read as the same."""
    found, target = cell_of(document, indicator), indicator.target
    canonical = target.canonical
    if found is None or not canonical or canonical == target.text or indicator.sign or indicator.unit:
        return
    if parse(canonical, year=target.year, language=target.language).region != target.region:
        return
    stretch = document.stretch(found[1].place)
    if stretch is not None:
        yield types.CodeAction(
            f"写成“{canonical}”",
            kind=types.CodeActionKind.RefactorRewrite,
            edit=_edit(document, range_of(stretch), canonical),
        )


def _edit(document: Document, where: types.Range, text: str) -> types.WorkspaceEdit:
    return types.WorkspaceEdit(changes={uri_of(document.name): [types.TextEdit(where, text)]})
