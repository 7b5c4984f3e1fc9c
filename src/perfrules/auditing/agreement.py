"""Whether a printed number is the one that was worked out, at the precision at which it is printed."""

from collections.abc import Callable
from fractions import Fraction

from perfrules.scoring import Rounding
from perfrules.scoring.rounding import rounded
from perfrules.tables import Printed


def is_score(printed: Printed, points: Fraction, exact: Callable[[], Fraction | None], rounding: Rounding) -> bool:
    """Whether a printed score is `points`, which a scheme rounded from `exact`.

    A print with more decimals than the scheme keeps may show the number before it was rounded; one with fewer is
    another number, since a scheme that rounds to whole points is another scheme.

    >>> from decimal import Decimal
    >>> two, shown = Rounding(2), Printed("9.6667", Decimal("9.6667"))
    >>> is_score(shown, Fraction("9.67"), lambda: Fraction(29, 3), two)
    True
    >>> is_score(Printed("10", Decimal(10)), Fraction("9.67"), lambda: Fraction(29, 3), two)
    False
    """
    if printed.number is None:
        return False
    number = Fraction(printed.number)
    kept = 1 if rounding.places is None else rounding.places
    if number == points or printed.places <= kept:
        return number == points
    unrounded = exact()
    return unrounded is not None and number == rounded(unrounded, Rounding(printed.places))


def is_share(printed: Printed, share: Fraction) -> bool:
    """Whether a printed rate is a share, rounded half up to the decimals that are printed.

    Without a percent sign it may be the share itself or its percentage, as forms show both.

    >>> from decimal import Decimal
    >>> is_share(Printed("86.19%", Decimal("86.19"), is_percent=True), Fraction(8618, 10000))
    False
    >>> is_share(Printed("99%", Decimal(99), is_percent=True), Fraction(991, 1000))
    True
    >>> is_share(Printed("1", Decimal(1)), Fraction(1)), is_share(Printed("50", Decimal(50)), Fraction(1, 2))
    (True, True)
    """
    if printed.number is None:
        return False
    forms = (share * 100,) if printed.is_percent else (share * 100, share)
    return any(
        Fraction(printed.number) == rounded(form, Rounding(printed.places))
        for form in forms
        if form is not share or printed.places > 1 or share == Fraction(printed.number)
    )
