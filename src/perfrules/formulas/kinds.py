"""What a formula is, told without working it out, and what is wrong with its names."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import assert_never

import attrs

from perfrules.formulas.expression import Arithmetic, Call, Comparison, Formula, Joined, Name, Negative, Not, Number


class Kind(Enum):
    """What a name or a formula stands for."""

    NUMBER = "数值"
    TRUTH = "条件"
    TABLE = "分档表"


@attrs.frozen
class UnknownName:
    """A name that nothing stands behind."""

    name: str


@attrs.frozen
class WrongKind:
    """A part that is of another kind than its place asks for."""

    part: Formula
    found: Kind
    wanted: Kind


Fault = UnknownName | WrongKind


def kind_of(formula: Formula, names: Mapping[str, Kind]) -> Kind | None:
    """Tell what a formula is; None for an unknown name.

    >>> kind_of(Name("达成"), {"达成": Kind.TRUTH})
    <Kind.TRUTH: '条件'>
    """
    match formula:
        case Name(name):
            return names.get(name)
        case Number() | Negative() | Arithmetic() | Call():
            return Kind.NUMBER
        case Comparison() | Joined() | Not():
            return Kind.TRUTH
        case _:
            assert_never(formula)


def faults(formula: Formula, names: Mapping[str, Kind], wanted: Kind) -> Iterator[Fault]:
    """Give every part of a formula that cannot stand where it does, from the outside in.

    >>> list(faults(Name("达诚"), {"达成": Kind.TRUTH}, Kind.TRUTH))
    [UnknownName(name='达诚')]
    """
    found = kind_of(formula, names)
    if isinstance(formula, Name) and found is None:
        yield UnknownName(formula.name)
    elif found is not None and found is not wanted:
        yield WrongKind(formula, found, wanted)
    part_kind = Kind.TRUTH if isinstance(formula, Joined | Not) else Kind.NUMBER
    for part in parts_of(formula):
        yield from faults(part, names, part_kind)


def names_in(formula: Formula) -> Iterator[str]:
    """Give every name in a formula, from left to right.

    >>> list(names_in(Negative(Name("分值"))))
    ['分值']
    """
    if isinstance(formula, Name):
        yield formula.name
    for part in parts_of(formula):
        yield from names_in(part)


def parts_of(formula: Formula) -> tuple[Formula, ...]:
    """Give the formulas that a formula is directly made of, from left to right."""
    match formula:
        case Number() | Name():
            return ()
        case Negative(of) | Not(of):
            return (of,)
        case Arithmetic(_, left, right) | Comparison(_, left, right):
            return (left, right)
        case Call(_, parts) | Joined(_, parts):
            return parts
        case _:
            assert_never(formula)
