"""Diagnostics as messages on a page."""

from perfrules.diagnostics import Diagnostic, Severity
from perfrules.page.view import Mark, Remark, Tone

TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.NEAR, Severity.INFO: Tone.IDLE}
"""How a message is shown, by how bad it is."""


def remark_on(diagnostic: Diagnostic) -> Remark:
    """Give a message its mark and its places.

    >>> from perfrules.diagnostics import Code
    >>> remark_on(Diagnostic.of(Code.NUMBER_MISSING, text="≥%")).text
    '“≥%”里没有数字，没有设定目标。请补上数字。'
    """
    severity = diagnostic.severity
    places = tuple(str(label) for label in diagnostic.labels)
    return Remark(Mark(TONES[severity], severity.label), diagnostic.code.id, diagnostic.message, places)
