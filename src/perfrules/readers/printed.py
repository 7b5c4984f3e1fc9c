"""A cell that should hold a number, as the number that is printed there."""

import re
from decimal import Decimal

from perfrules.names import comparable
from perfrules.readers.workbook import UNCALCULATED
from perfrules.source import CellPlace
from perfrules.tables import Printed

_NUMBER = re.compile(r"(-?\d{1,12}(?:\.\d{1,15})?)(%|分)?")


def read_printed(text: str, place: CellPlace | None = None) -> Printed:
    """Read a printed number; a text that is none keeps its text and has no number.

    >>> read_printed("８.62 分").number, read_printed("86.19%").is_percent, read_printed("约9分").number
    (Decimal('8.62'), True, None)
    """
    if text == UNCALCULATED:
        return Printed("没有计算结果的公式", place=place)
    found = _NUMBER.fullmatch(comparable(text).replace(",", ""))
    if found is None:
        return Printed(text, place=place)
    return Printed(text, Decimal(found[1]), found[2] == "%", place)
