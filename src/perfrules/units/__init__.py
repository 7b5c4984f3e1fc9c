"""Units of measure: exact amounts, and what compares with what."""

from perfrules.units.unit import PLAIN, Dimension, Quantity, Unit, exact_text

__all__ = ["PLAIN", "Dimension", "Quantity", "Unit", "exact_text"]
