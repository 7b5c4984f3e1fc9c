"""Diagnostics as messages on a page."""

from collections.abc import Iterable

from perfrules.diagnostics.catalogue import Severity
from perfrules.diagnostics.diagnostic import Diagnostic
from perfrules.page import Mark, Page, Remark, Remarks, Tone

TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.NEAR, Severity.INFO: Tone.IDLE}
"""How a message is shown, by how bad it is."""


def as_page(diagnostic: Diagnostic) -> Page:
    """Lay out one message on a page of its own."""
    return Page("", "", remarks=remarks("要留意的", [diagnostic]))


def remarks(title: str, diagnostics: Iterable[Diagnostic]) -> tuple[Remarks, ...]:
    """Put messages under a title; nothing where there are none."""
    items = tuple(map(remark_on, diagnostics))
    return (Remarks(title, items),) if items else ()


def remark_on(diagnostic: Diagnostic) -> Remark:
    """Give a message its mark and its places.

    >>> from perfrules.diagnostics import Code
    >>> remark_on(Diagnostic.of(Code.NUMBER_MISSING, text="≥%")).text
    '“≥%”里没有数字，没有设定目标。请补上数字。'
    """
    severity = diagnostic.severity
    places = tuple(str(label) for label in diagnostic.labels)
    return Remark(Mark(TONES[severity], severity.label), diagnostic.code.id, diagnostic.message, places)
