"""Numbers of monitoring as people read them: rounded half up to two decimals, without zeros at the end."""

from fractions import Fraction

from perfrules.scoring import Rounding
from perfrules.scoring.rounding import rounded
from perfrules.units import Unit, exact_text

_TWO_PLACES = Rounding(2)


def decimal(number: Fraction) -> str:
    """Write a number.

    >>> decimal(Fraction(116, 15)), decimal(Fraction(-8))
    ('7.73', '-8')
    """
    return f"{'-' if number < 0 else ''}{exact_text(rounded(abs(number), _TWO_PLACES))}"


def percent(share: Fraction | None) -> str:
    """Write a share as a percentage; `—` for none.

    >>> percent(Fraction(7, 12)), percent(None)
    ('58.33%', '—')
    """
    return "—" if share is None else f"{decimal(share * 100)}%"


def signed_percent(share: Fraction) -> str:
    """Write a deviation with its sign.

    >>> signed_percent(Fraction(1, 8)), signed_percent(Fraction(-1, 8))
    ('+12.5%', '-12.5%')
    """
    return f"{'+' if share > 0 else ''}{percent(share)}"


def amount(number: Fraction, unit: Unit) -> str:
    """Write a number of base units in a unit.

    >>> amount(Fraction(7, 12), Unit("%", Fraction(1, 100)))
    '58.33%'
    """
    return f"{decimal(number / unit.factor)}{unit.text}"
