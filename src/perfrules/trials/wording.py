"""The one way in which a result is written, so that an expectation and what came out can be compared as texts."""

from collections.abc import Iterable
from fractions import Fraction

from perfrules.diagnostics import Diagnostic
from perfrules.units import exact_text

NOTHING = "—"
INAPPLICABLE = "不适用"


def points_text(low: Fraction, high: Fraction) -> str:
    """Write points, or the range of open ones.

    >>> points_text(Fraction(6), Fraction(8)), points_text(Fraction(15, 2), Fraction(15, 2))
    ('6 至 8', '7.5')
    """
    return exact_text(low) if low == high else f"{exact_text(low)} 至 {exact_text(high)}"


def list_text(numbers: Iterable[Fraction]) -> str:
    """Write several numbers.

    >>> list_text([Fraction(25, 2), Fraction(30)])
    '12.5、30'
    """
    return "、".join(map(exact_text, numbers)) or NOTHING


def codes_text(diagnostics: Iterable[Diagnostic]) -> str:
    """Write the codes of messages, each once, in their order.

    >>> codes_text([])
    '—'
    """
    return "、".join(sorted({diagnostic.code.id for diagnostic in diagnostics})) or NOTHING
