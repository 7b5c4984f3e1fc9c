"""The registry of units: the one module that knows pint.

Pint reads the shipped definitions and says how large each named unit is and what it measures. Compounds are put
together here from exact fractions, since a quotient such as 次/季度 has no finite decimal and pint's Decimal would
round it. Pint is imported when the first unit is asked for: it costs more than the rest of the package, and user text
never reaches it.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property
from typing import TYPE_CHECKING

import attrs

from perfrules.units.definitions import Comparable, UnitDefinitions, read_definitions
from perfrules.units.unit import PLAIN, Dimension, Unit

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

_MOST_KEPT = 4096


@cache
def _shipped() -> UnitDefinitions:
    return read_definitions()


@cache
def _shipped_atoms() -> dict[str, Unit]:
    """Every shipped unit by its name."""
    import pint  # noqa: PLC0415 - the most expensive import of all, only needed once a unit is met

    registry: pint.UnitRegistry[Decimal] = pint.UnitRegistry(None, non_int_type=Decimal)
    shipped = _shipped()
    bases = {name: text[1:-1] for name, text in shipped.definitions.items() if text.startswith("[")}
    derived = {name: text for name, text in shipped.definitions.items() if name not in bases}
    # Most units are bases that nothing is derived from (家, 个); of those pint has nothing to work out.
    needed = {word for text in derived.values() for word in text.split()}
    for name in (*needed.intersection(bases), *derived):
        registry.define(f"{name} = {shipped.definitions[name]}")
    atoms = {name: Unit(shipped.symbols.get(name, name), Fraction(1), ((base, 1),)) for name, base in bases.items()}
    return atoms | {name: _atom(registry, name, shipped.symbols.get(name, name)) for name in derived}


def _atom(registry: "pint.UnitRegistry[Decimal]", name: str, printed: str) -> Unit:
    factor, _ = registry.get_base_units(name)
    powers = {base.strip("[]"): int(str(power)) for base, power in registry.get_dimensionality(name).items()}
    return Unit(printed, Fraction(str(factor)), tuple(sorted(powers.items())))


@attrs.frozen
class OwnUnit:
    """A unit that a ruleset adds: a classifier, or so many of a shipped unit.

    A classifier has no `factor` and `dimension` of its own to give: it counts things of its own kind. `alike` are other
    classifiers that count the same things, which are called `things`.
    """

    name: str
    spellings: tuple[str, ...] = ()
    factor: Fraction = Fraction(1)
    dimension: Dimension | None = None
    alike: frozenset[str] = frozenset()
    things: str = ""

    @property
    def atom(self) -> Unit:
        """The unit itself."""
        return Unit(self.name, self.factor, ((self.name, 1),) if self.dimension is None else self.dimension)


@attrs.frozen(eq=False)
class Units:
    """The units of a language: the shipped ones, and those that a ruleset adds.

    >>> units = Units((OwnUnit("垄", alike=frozenset({"畦"}), things="菜地"), OwnUnit("畦")))
    >>> print(units.unit_of((("万元", 1), ("垄", -1))), units.is_known("万垄"), UNITS.is_known("垄"))
    万元/垄 True False
    """

    own: tuple[OwnUnit, ...] = ()
    _made: dict[tuple[tuple[str, int], ...], Unit] = attrs.field(factory=dict, init=False, repr=False)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Every spelling of a unit, its name included, with the name."""
        return _shipped().names | {word: each.name for each in self.own for word in (each.name, *each.spellings)}

    @cached_property
    def classifiers(self) -> frozenset[str]:
        """The units that count things, each of its own kind."""
        return _shipped().classifiers | {each.name for each in self.own if each.dimension is None}

    @cached_property
    def general(self) -> frozenset[str]:
        """The classifiers that count anything: 个."""
        return _shipped().general

    @cached_property
    def comparable(self) -> tuple[Comparable, ...]:
        """Which classifiers count the same things."""
        own = (Comparable(each.alike | {each.name}, each.things) for each in self.own if each.alike)
        return (*_shipped().comparable, *own)

    @cached_property
    def _own_atoms(self) -> dict[str, Unit]:
        return {each.name: each.atom for each in self.own}

    def split_scale(self, word: str) -> tuple[str, str]:
        """Split a scale off the front of a unit word: `("万", "元")`; the scale is empty where there is none.

        >>> UNITS.split_scale("万亩"), UNITS.split_scale("千瓦时"), UNITS.split_scale("万")
        (('万', '亩'), ('', '千瓦时'), ('万', ''))
        """
        if word in self.names:
            return "", word
        for length in (2, 1):
            scale, rest = word[:length], word[length:]
            if scale in SCALES and (not rest or self._name(rest) in self.names):
                return scale, rest
        return "", word

    def _name(self, word: str) -> str:
        """The word without the 数 that columns append: 人数, 间数."""
        return word[:-1] if word.endswith("数") and word not in self.names else word

    def is_known(self, word: str) -> bool:
        """Whether a unit word, with or without a scale, is defined."""
        scale, rest = self.split_scale(word)
        return bool(scale and not rest) or self._name(rest) in self.names

    def unit_word(self, word: str) -> Unit:
        """Give the unit of one word.

        >>> print(UNITS.unit_word("万元").factor, UNITS.unit_word("百分比"))
        10000 %
        """
        scale, rest = self.split_scale(word)
        factor = Fraction(SCALES.get(scale, 1))
        if not rest:
            return Unit(scale, factor)
        name = self.names.get(self._name(rest))
        if name is None:
            return Unit(word, Fraction(1), ((UNKNOWN + word, 1),))
        atom = self._own_atoms.get(name) or _shipped_atoms()[name]
        return Unit(scale + atom.text, factor * atom.factor, atom.dimension)

    def unit_of(self, factors: tuple[tuple[str, int], ...]) -> Unit:
        """Give the unit of written factors.

        >>> unit = UNITS.unit_of((("万元", 1), ("家", -1)))
        >>> unit.text, str(unit.factor), unit.dimension
        ('万元/家', '10000', (('家', -1), ('货币', 1)))
        """
        if not factors:
            return PLAIN
        made = self._made.get(factors)
        if made is None:
            if len(self._made) >= _MOST_KEPT:
                self._made.clear()
            made = self._made[factors] = self._make(factors)
        return made

    def _make(self, factors: tuple[tuple[str, int], ...]) -> Unit:
        factor, dimension = Fraction(1), dict[str, int]()
        over, under = list[str](), list[str]()
        for word, exponent in factors:
            atom = self.unit_word(word)
            factor *= atom.factor**exponent
            for base, power in atom.dimension:
                dimension[base] = dimension.get(base, 0) + power * exponent
            (over if exponent > 0 else under).append(atom.text)
        text = "·".join(over) + ("/" + "·".join(under) if under else "")
        powers = tuple(sorted((base, power) for base, power in dimension.items() if power))
        return Unit(text, factor, powers, self)

    def __reduce__(self) -> "str | tuple[object, ...]":
        """Pickle what was added, not what was shipped or made."""
        return (Units, (self.own,)) if self.own else "UNITS"


UNITS = Units()
"""The shipped units."""
