"""Which units compare: the same dimension does; some classifiers do with a note; nothing else does."""

from functools import lru_cache

from perfrules.units.registry import definitions
from perfrules.units.unit import Unit


@lru_cache(maxsize=4096)
def comparison_note(one: Unit, other: Unit) -> str | None:
    """Say what has to be assumed to compare two units: `""` for nothing, None where they cannot be compared.

    >>> from perfrules.units import unit_of
    >>> comparison_note(unit_of((("家", 1),)), unit_of((("户", 1),)))
    '家与户按一对一比较（企业、单位）'
    >>> comparison_note(unit_of((("家", 1),)), unit_of((("人", 1),))) is None
    True
    """
    if one.dimension == other.dimension:
        return ""
    left, right = dict(one.dimension), dict(other.dimension)
    only_left = {base: power for base, power in left.items() if right.get(base) != power}
    only_right = {base: power for base, power in right.items() if left.get(base) != power}
    if len(only_left) != 1 or sorted(only_left.values()) != sorted(only_right.values()):
        return None
    return _classifier_note(next(iter(only_left)), next(iter(only_right)))


def _classifier_note(one: str, other: str) -> str | None:
    defined = definitions()
    for group in defined.comparable:
        if one in group.units and other in group.units:
            return f"{one}与{other}按一对一比较（{group.things}）"
    if not {one, other} <= defined.classifiers:
        return None
    for general, counted in ((one, other), (other, one)):
        if general in defined.general:
            return f"{general}是通用量词，与{counted}按一对一比较"
    return None
