"""Units of measure: exact amounts, and what compares with what."""

from perfrules.units.comparison import comparison_note
from perfrules.units.registry import SCALES, UNITS, OwnUnit, Units
from perfrules.units.unit import PLAIN, Dimension, Quantity, Unit, exact_text

__all__ = [
    "PLAIN",
    "SCALES",
    "UNITS",
    "Dimension",
    "OwnUnit",
    "Quantity",
    "Unit",
    "Units",
    "comparison_note",
    "exact_text",
]
