"""Findings of review rules in an editor: asked for by a setting, looked for when a file is opened or saved.

To review a file takes longer than a keystroke may. A finding stays with its line until that is touched.
"""

from collections.abc import Iterable

import attrs
from lsprotocol import types

from perfrules.diagnostics import Severity
from perfrules.lsp.document import Document
from perfrules.lsp.lines import DocumentLine
from perfrules.lsp.protocol import range_in
from perfrules.lsp.reading import Reading
from perfrules.review import Finding
from perfrules.source import Span, TextPlace

SOURCE = "审核"
_LEVELS = {Severity.ERROR: types.DiagnosticSeverity.Warning}
"""What a finding is shown as: a rule that does not hold is no mistake in the text."""


@attrs.frozen
class Noted:
    """A finding at its line."""

    line: DocumentLine
    span: Span
    finding: Finding


def review_document(reading: Reading, document: Document) -> tuple[Noted, ...]:
    """Review the goal tables of a ruleset, and give what was found in a document; what is exempt is left out."""
    found = []
    for finding in reading.ruleset.review().findings:
        place = finding.labels[0].place if finding.labels else None
        number = document.line_number(place.source) if isinstance(place, TextPlace) else None
        if finding.waiver is None and number is not None and isinstance(place, TextPlace):
            found.append(Noted(document.lines[number], place.span, finding))
    return tuple(found)


def findings_of(document: Document, noted: Iterable[Noted]) -> list[types.Diagnostic]:
    """Give those findings whose lines are still in a document, as an editor shows them."""
    return [
        types.Diagnostic(
            range_in(document, each.line, each.span),
            each.finding.message,
            severity=_LEVELS.get(each.finding.severity, types.DiagnosticSeverity.Information),
            code=each.finding.rule.id,
            source=SOURCE,
        )
        for each in noted
        if document.line_number(each.line.source) is not None
    ]
