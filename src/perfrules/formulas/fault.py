"""The kinds of things that can be wrong with a formula."""

import attrs

from perfrules.formulas.expression import Call, Formula
from perfrules.formulas.kinds import AnyKind


@attrs.frozen
class UnknownName:
    """A name that nothing stands behind, and the names that could stand there."""

    name: str
    known: tuple[str, ...] = attrs.field(default=(), repr=False)


@attrs.frozen
class WrongKind:
    """A part that is of another kind than its place asks for."""

    part: Formula
    found: AnyKind
    wanted: tuple[AnyKind | str, ...]


@attrs.frozen
class UnitsClash:
    """Two amounts whose units have nothing to do with each other, so that they cannot be added or compared."""

    left: str
    right: str


@attrs.frozen
class WrongArguments:
    """A function that is not given what it takes."""

    call: Call
    wanted: str


@attrs.frozen
class TooDeep:
    """Collections inside collections inside collections."""

    call: Call


Fault = UnknownName | WrongKind | UnitsClash | WrongArguments | TooDeep
