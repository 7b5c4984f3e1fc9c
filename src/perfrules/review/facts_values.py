"""Numbers and texts as facts give them."""

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from perfrules.formulas import Value
from perfrules.review.views import IndicatorView
from perfrules.syntax.folding import fold
from perfrules.targets import parse_quantity
from perfrules.units import Quantity

_MONEY = re.compile(r"\d[\d,]*(?:\.\d+)?[万亿]?元(?:/[\u4e00-\u9fff·]{1,6})?")
_PER_CENT = re.compile(r"\d+(?:\.\d+)?(?=%)")


def number(value: Quantity | Decimal | int | None) -> Value:
    """Give a number as formulas have it: exact, and without a unit that measures nothing.

    >>> number(Decimal("12.5")), number(None)
    (Fraction(25, 2), None)
    """
    match value:
        case None:
            return None
        case Quantity():
            return value if value.unit.dimension else value.canonical
        case _:
            return Fraction(value)


def per_cent_of_text(text: str) -> Value:
    """Give the only percentage in a text.

    >>> per_cent_of_text("计划标准：95%")
    Fraction(19, 20)
    """
    found = _PER_CENT.findall(fold(text))
    return Fraction(found[0]) / 100 if len(found) == 1 else None


def money_in_text(text: str) -> Value:
    """Give the only amount of money in a text.

    >>> print(money_in_text("预算支出标准550元/人"), money_in_text("550元、600元两档"))
    550元/人 None
    """
    found = _MONEY.findall(fold(text))
    return number(parse_quantity(found[0])) if len(found) == 1 else None


def points_sum(views: Iterable[IndicatorView]) -> Value:
    """Give the sum of the points of indicators; no value where one has none, or where there is no indicator."""
    weights = [each.indicator.weight for each in views]
    known = [Fraction(weight) for weight in weights if weight is not None]
    return sum(known, Fraction(0)) if known and len(known) == len(weights) else None
