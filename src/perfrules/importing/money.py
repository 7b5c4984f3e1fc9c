"""Amounts on a form, which often have their unit in the label or above the table."""

import re
from functools import cache

from perfrules.diagnostics import Code, Diagnostic
from perfrules.importing.cells import Cell
from perfrules.syntax import Language, fold
from perfrules.targets import parse_quantity
from perfrules.units import Dimension, Quantity

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_NOTHING = {"", "/", "-", "—", "无"}


def read_money(cell: Cell, unit: str, language: Language, flaws: list[Diagnostic]) -> Quantity | None:
    """Read an amount of money; a bare number is in `unit`. None where nothing is written, or what is no money."""
    text = fold(cell.one_line).strip()
    if text in _NOTHING:
        return None
    amount = parse_quantity(f"{text}{unit}" if _NUMBER.fullmatch(text) else text, language)
    if amount is None or amount.unit.dimension != _dimension():
        flaws.append(Diagnostic.of(Code.AMOUNT_WRONG, cell.label, text=cell.text))
        return None
    return amount


@cache
def _dimension() -> Dimension:
    yuan = parse_quantity("1元")
    return () if yuan is None else yuan.unit.dimension
