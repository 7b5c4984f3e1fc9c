"""Which units compare: the same dimension does; some classifiers do with a note; nothing else does."""

from functools import lru_cache

from perfrules.units.registry import UNITS, Units
from perfrules.units.unit import Dimension, Unit


def comparison_note(one: Unit, other: Unit) -> str | None:
    """Say what has to be assumed to compare two units: `""` for nothing, None where they cannot be compared.

    >>> home, firm, person = (UNITS.unit_of(((word, 1),)) for word in ("户", "家", "人"))
    >>> comparison_note(firm, home)
    '家与户按一对一比较（企业、单位）'
    >>> comparison_note(firm, person) is None
    True
    """
    if one.dimension == other.dimension:
        return ""
    return _note(one.dimension, other.dimension, _wider(one, other))


def _wider(one: Unit, other: Unit) -> Units:
    """The units of a ruleset where one of the two is of a ruleset, else the shipped ones."""
    known = [each.units for each in (one, other) if each.units is not None]
    return next((units for units in known if units.own), UNITS)


@lru_cache(maxsize=4096)
def _note(one: Dimension, other: Dimension, units: Units) -> str | None:
    left, right = dict(one), dict(other)
    only_left = {base: power for base, power in left.items() if right.get(base) != power}
    only_right = {base: power for base, power in right.items() if left.get(base) != power}
    if len(only_left) != 1 or sorted(only_left.values()) != sorted(only_right.values()):
        return None
    return _classifier_note(next(iter(only_left)), next(iter(only_right)), units)


def _classifier_note(one: str, other: str, units: Units) -> str | None:
    for group in units.comparable:
        if one in group.units and other in group.units:
            return f"{one}与{other}按一对一比较（{group.things}）"
    if not {one, other} <= units.classifiers:
        return None
    for general, counted in ((one, other), (other, one)):
        if general in units.general:
            return f"{general}是通用量词，与{counted}按一对一比较"
    return None
