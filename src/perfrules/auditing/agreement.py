"""Whether a printed number is the one that was worked out, at the precision at which it is printed."""

from collections.abc import Callable
from fractions import Fraction

from perfrules.scoring import Rounding
from perfrules.scoring.rounding import rounded
from perfrules.tables import Printed

_SHOWN = 2
"""Decimals that are kept to show a number, and not to make it a rounder one."""


def is_score(printed: Printed, points: Fraction, exact: Callable[[], Fraction | None], rounding: Rounding) -> bool:
    """Whether a printed score is `points`, which a scheme rounded from `exact`.

    Where a scheme only keeps decimals to show, two or more, a print with more of them may show the number before it was
    rounded. A scheme that rounds to whole points or to tenths means it.

    >>> from decimal import Decimal
    >>> two, shown = Rounding(2), Printed("9.6667", Decimal("9.6667"))
    >>> is_score(shown, Fraction("9.67"), lambda: Fraction(29, 3), two)
    True
    >>> is_score(Printed("9.7", Decimal("9.7")), Fraction("9.67"), lambda: Fraction(29, 3), two)
    False
    >>> is_score(Printed("9.7", Decimal("9.7")), Fraction(10), lambda: Fraction(29, 3), Rounding(0))
    False
    """
    if printed.number is None:
        return False
    number, kept = Fraction(printed.number), rounding.places
    is_finer = printed.places >= _SHOWN if kept is None else printed.places > kept >= _SHOWN
    if number == points or not is_finer:
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
    number, shown = Fraction(printed.number), Rounding(printed.places)
    if number == rounded(share * 100, shown):
        return True
    return not printed.is_percent and (
        number == share or (printed.places >= _SHOWN and number == rounded(share, shown))
    )
