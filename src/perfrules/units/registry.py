"""The registry of units: the one module that knows pint.

Pint reads the definitions and says how large each named unit is and what it measures. Compounds are put together here
from exact fractions, since a quotient such as 次/季度 has no finite decimal and pint's Decimal would round it. Pint is
imported when the first unit is asked for: it costs more than the rest of the package, and user text never reaches it.
"""

from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from perfrules.units.definitions import UnitDefinitions, read_definitions
from perfrules.units.unit import PLAIN, Unit

if TYPE_CHECKING:
    import pint

SCALES = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
}
"""The words that scale any unit, or stand alone where the unit is missing."""

UNKNOWN = "?"
"""Marks the dimension of a unit that is not defined, so that it equals itself and nothing else."""


@cache
def definitions() -> UnitDefinitions:
    """The shipped unit definitions."""
    return read_definitions()


@cache
def _atoms() -> dict[str, Unit]:
    """Every defined unit by its name."""
    import pint  # noqa: PLC0415 - the most expensive import of all, only needed once a unit is met

    registry: pint.UnitRegistry[Decimal] = pint.UnitRegistry(None, non_int_type=Decimal)
    defined = definitions()
    for name, definition in defined.definitions.items():
        registry.define(f"{name} = {definition}")
    return {name: _atom(registry, name, defined.symbols.get(name, name)) for name in defined.definitions}


def _atom(registry: "pint.UnitRegistry[Decimal]", name: str, printed: str) -> Unit:
    factor, _ = registry.get_base_units(name)
    powers = {base.strip("[]"): int(str(power)) for base, power in registry.get_dimensionality(name).items()}
    return Unit(printed, Fraction(str(factor)), tuple(sorted(powers.items())))


def split_scale(word: str) -> tuple[str, str]:
    """Split a scale off the front of a unit word: `("万", "元")`; the scale is empty where there is none.

    >>> split_scale("万亩"), split_scale("千瓦时"), split_scale("万")
    (('万', '亩'), ('', '千瓦时'), ('万', ''))
    """
    names = definitions().names
    if word in names:
        return "", word
    for length in (2, 1):
        scale, rest = word[:length], word[length:]
        if scale in SCALES and (not rest or _name(rest) in names):
            return scale, rest
    return "", word


def _name(word: str) -> str:
    """The word without the 数 that columns append: 人数, 间数."""
    return word[:-1] if word.endswith("数") and word not in definitions().names else word


def is_known(word: str) -> bool:
    """Whether a unit word, with or without a scale, is defined."""
    scale, rest = split_scale(word)
    return bool(scale and not rest) or _name(rest) in definitions().names


def unit_word(word: str) -> Unit:
    """Give the unit of one word.

    >>> print(unit_word("万元").factor, unit_word("百分比"))
    10000 %
    """
    scale, rest = split_scale(word)
    factor = Fraction(SCALES.get(scale, 1))
    if not rest:
        return Unit(scale, factor)
    name = definitions().names.get(_name(rest))
    if name is None:
        return Unit(word, Fraction(1), ((UNKNOWN + word, 1),))
    atom = _atoms()[name]
    return Unit(scale + atom.text, factor * atom.factor, atom.dimension)


@lru_cache(maxsize=4096)
def unit_of(factors: tuple[tuple[str, int], ...]) -> Unit:
    """Give the unit of written factors.

    >>> unit = unit_of((("万元", 1), ("家", -1)))
    >>> unit.text, str(unit.factor), unit.dimension
    ('万元/家', '10000', (('家', -1), ('货币', 1)))
    """
    if not factors:
        return PLAIN
    factor, dimension = Fraction(1), dict[str, int]()
    over, under = list[str](), list[str]()
    for word, exponent in factors:
        atom = unit_word(word)
        factor *= atom.factor**exponent
        for base, power in atom.dimension:
            dimension[base] = dimension.get(base, 0) + power * exponent
        (over if exponent > 0 else under).append(atom.text)
    text = "·".join(over) + ("/" + "·".join(under) if under else "")
    return Unit(text, factor, tuple(sorted((base, power) for base, power in dimension.items() if power)))
