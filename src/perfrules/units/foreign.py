"""Takes amounts that a caller made with pint."""

from fractions import Fraction

from perfrules.units.registry import Units
from perfrules.units.unit import Quantity


def from_pint(value: object, units: Units) -> Quantity | None:
    """Give a `pint.Quantity` of any registry as an exact quantity, None where it is none, or its unit is not known.

    Pint is not imported for this: what has a magnitude and named units is taken for a quantity.
    """
    items = getattr(value, "unit_items", None)
    if items is None:
        return None
    registry = value._REGISTRY  # type: ignore[attr-defined]
    factors = []
    for name, exponent in items():
        word = next((word for word in (name, registry.get_symbol(name)) if units.is_known(word)), None)
        if word is None:
            return None
        factors.append((word, int(exponent)))
    magnitude = value.magnitude  # type: ignore[attr-defined]
    number = Fraction(repr(magnitude)) if isinstance(magnitude, float) else Fraction(magnitude)
    return Quantity(number, units.unit_of(tuple(sorted(factors, key=lambda factor: -factor[1]))))
