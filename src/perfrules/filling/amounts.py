"""Amounts as forms have them: money in 万元, shares in percent, points; open ones blank."""

from collections.abc import Sequence
from fractions import Fraction

from perfrules.filling.form import Cell, Number
from perfrules.scoring import Rounding
from perfrules.scoring.rounding import rounded
from perfrules.units import UNITS, Quantity, exact_text

_TWO_PLACES = Rounding(2)
_MONEY = UNITS.unit_word("万元")


def money(amount: Quantity | None, formula: str = "") -> Cell:
    """Give an amount in 万元, which the forms of the ministry have; one of another kind as it is written.

    >>> from perfrules.targets import parse_quantity
    >>> money(parse_quantity("12800元"))
    Number(value=Fraction(32, 25), text='1.28', formula='')
    """
    if amount is None:
        return ""
    if amount.unit.dimension != _MONEY.dimension:
        return str(amount)
    number = amount.canonical / _MONEY.factor
    text = exact_text(number)
    return Number(number, decimal(number) if "/" in text else text, formula)


def added(amounts: Sequence[Quantity | None]) -> Quantity | None:
    """Add up money; None where there is none, or one is not known or of another kind.

    >>> from perfrules.targets import parse_quantity
    >>> print(added([parse_quantity("5000元"), parse_quantity("1万元")]), added([None]))
    1.5万元 None
    """
    known = [each for each in amounts if each is not None and each.unit.dimension == _MONEY.dimension]
    if not known or len(known) < len(amounts):
        return None
    return Quantity(sum((each.canonical for each in known), Fraction(0)) / _MONEY.factor, _MONEY)


def points(number: Fraction | None, formula: str = "") -> Cell:
    """Give points with two decimals for people; blank while they are open.

    >>> points(Fraction(29, 3)).text, points(None)
    ('9.67', '')
    """
    if number is None and not formula:
        return ""
    return Number(number, "" if number is None else decimal(number), formula)


def percentage(share: Fraction | None, formula: str = "") -> Cell:
    """Give a share as a percentage; a `formula` for it rounds to two decimals.

    >>> percentage(Fraction(59, 64)).text
    '92.19%'
    """
    if share is None:
        return ""
    return Number(rounded(share, Rounding(4)) if formula else share, f"{decimal(share * 100)}%", formula)


def decimal(number: Fraction) -> str:
    """Write a number with two decimals at most.

    >>> decimal(Fraction(58, 3))
    '19.33'
    """
    return exact_text(rounded(number, _TWO_PLACES))
