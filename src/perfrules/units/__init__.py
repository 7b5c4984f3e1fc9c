"""Units of measure: exact amounts, and what compares with what."""

from perfrules.units.comparison import comparison_note
from perfrules.units.registry import SCALES, definitions, is_known, unit_of
from perfrules.units.unit import PLAIN, Dimension, Quantity, Unit, exact_text

__all__ = [
    "PLAIN",
    "SCALES",
    "Dimension",
    "Quantity",
    "Unit",
    "comparison_note",
    "definitions",
    "exact_text",
    "is_known",
    "unit_of",
]
