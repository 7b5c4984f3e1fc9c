"""What a formula is made of: its parts, its names, its depth."""

from collections.abc import Iterator
from typing import assert_never

from perfrules.formulas.expression import (
    Among,
    Arithmetic,
    Call,
    Comparison,
    Day,
    Formula,
    If,
    Joined,
    Member,
    Name,
    Negative,
    Not,
    Number,
    Text,
    TextTest,
)


def parts_of(formula: Formula) -> tuple[Formula, ...]:
    """Give the formulas that a formula is directly made of, from left to right.

    >>> parts_of(Negative(Name("分值")))
    (Name(name='分值'),)
    """
    match formula:
        case Number() | Text() | Day() | Name():
            return ()
        case Member(of) | Negative(of) | Not(of):
            return (of,)
        case Arithmetic(_, left, right) | Comparison(_, left, right):
            return (left, right)
        case Call(_, parts) | Joined(_, parts):
            return parts
        case Among(of, items):
            return (of, *items)
        case TextTest(_, of, words):
            return (of, *words)
        case If(condition, then, otherwise):
            return (condition, then, otherwise)
        case _:
            assert_never(formula)


def names_in(formula: Formula) -> Iterator[str]:
    """Give every name in a formula, from left to right.

    >>> list(names_in(Negative(Name("分值"))))
    ['分值']
    """
    if isinstance(formula, Name):
        yield formula.name
    for part in parts_of(formula):
        yield from names_in(part)


def depth_of(formula: Formula) -> int:
    """Give how deep a formula nests, without recursion, so that any formula can be asked.

    >>> depth_of(Negative(Name("分值")))
    2
    """
    depth, level = 0, [formula]
    while level:
        depth, level = depth + 1, [part for each in level for part in parts_of(each)]
    return depth
