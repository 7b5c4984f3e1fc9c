"""Which scheme a name stands for on a day: one of those at hand, or one that perfrules ships."""

from collections.abc import Iterable, Sequence
from datetime import date

from perfrules.rules.schemes.shipped import shipped_family, shipped_scheme
from perfrules.scoring import Scheme, earliest, scheme_in_force


def choose_scheme(own: Sequence[Scheme], name: str, on: date | None) -> Scheme | None:
    """Find the scheme that a table asks for by name or by family; None where there is neither.

    Who names a scheme gets that one, whatever the day. Of a family, the scheme in force on the day counts, and for a
    day before its first or between two of them the earliest; a report says so.

    >>> choose_scheme([], "central/mof-2020-10", date(2018, 12, 31)).name
    'central/mof-2020-10'
    """
    named = next((each for each in own if each.name == name), None) or shipped_scheme(name)
    if named is not None:
        return named
    family = [*(each for each in own if each.family == name), *shipped_family(name)]
    return scheme_in_force(family, name, on) or earliest(family, name)


def is_family(name: str, own: Iterable[Scheme]) -> bool:
    """Whether a table may ask for a family of that name.

    >>> is_family("central/mof", [])
    True
    """
    return any(each.family == name for each in own) or bool(shipped_family(name))
