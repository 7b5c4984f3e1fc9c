"""Messages as an editor shows them: the same codes and wordings as everywhere else."""

from collections.abc import Iterable, Iterator

from lsprotocol import types

from perfrules.diagnostics import Diagnostic, Severity
from perfrules.lsp.desk import uri_of
from perfrules.lsp.document import Document
from perfrules.lsp.marks import Mark, Marks, mark_at
from perfrules.lsp.protocol import range_in, range_of
from perfrules.lsp.reading import Reading

SOURCE = "perfrules"
_LEVELS = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def diagnostics_of(reading: Reading, document: Document, marks: Marks) -> list[types.Diagnostic]:
    """Give the messages about a document, in the order of its lines."""
    found = [each for line in document.lines for each in marks.get(line, ())]
    return [diagnostic_of(reading, document, mark) for mark in found]


def about(reading: Reading, document: Document, told: Iterable[Diagnostic]) -> list[types.Diagnostic]:
    """Give those of some messages that point into a document."""
    marks = (mark_at(document, each.labels[0].place, each) for each in told if each.labels)
    return [diagnostic_of(reading, document, mark) for mark in marks if mark is not None]


def diagnostic_of(reading: Reading, document: Document, mark: Mark) -> types.Diagnostic:
    """Give one message."""
    others = list(_others(reading, mark.diagnostic))
    return types.Diagnostic(
        range_in(document, mark.line, mark.span),
        mark.diagnostic.message,
        severity=_LEVELS[mark.diagnostic.severity],
        code=mark.diagnostic.code.id,
        source=SOURCE,
        related_information=others or None,
    )


def _others(reading: Reading, diagnostic: Diagnostic) -> Iterator[types.DiagnosticRelatedInformation]:
    """Give the other places that a message points at, as far as they are in the ruleset."""
    for label in diagnostic.labels[1:]:
        for document in reading.documents:
            if (stretch := document.stretch(label.place)) is not None:
                where = types.Location(uri_of(document.name), range_of(stretch))
                yield types.DiagnosticRelatedInformation(where, label.note or label.place.excerpt())
