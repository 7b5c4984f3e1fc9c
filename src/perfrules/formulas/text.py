"""A formula written out again: as a rule writer would type it, or with the values put in."""

from collections.abc import Mapping
from typing import assert_never

from perfrules.formulas.expression import (
    Arithmetic,
    Call,
    Comparison,
    Connective,
    Formula,
    Joined,
    Name,
    Negative,
    Not,
    Number,
    Operator,
)
from perfrules.units import exact_text

_LOOSEST = 0
_TIGHTNESS = {Operator.ADD: 4, Operator.SUBTRACT: 4, Operator.MULTIPLY: 5, Operator.DIVIDE: 5}


def formula_text(formula: Formula, values: Mapping[str, str] | None = None) -> str:
    """Write a formula in its canonical form; each name that `values` knows is followed by its value.

    >>> from fractions import Fraction
    >>> rest = Arithmetic(Operator.SUBTRACT, Number(Fraction(1)), Name("率"))
    >>> rule = Arithmetic(Operator.MULTIPLY, Name("分值"), rest)
    >>> formula_text(rule)
    '分值 × (1 - 率)'
    >>> formula_text(rule, {"分值": "8", "率": "5%"})
    '分值 8 × (1 - 率 5%)'
    """
    return _write(formula, values or {}, _LOOSEST)


def _write(formula: Formula, values: Mapping[str, str], outer: int) -> str:
    text, tightness = _form(formula, values)
    return f"({text})" if tightness < outer else text


def _form(formula: Formula, values: Mapping[str, str]) -> tuple[str, int]:
    match formula:
        case Number(number, percent):
            return f"{exact_text(number)}{'%' if percent else ''}", 7
        case Name(name):
            return (f"{name} {values[name]}" if values.get(name) else name), 7
        case Negative(of):
            return f"-{_write(of, values, 6)}", 6
        case Arithmetic(operator, left, right):
            own = _TIGHTNESS[operator]
            return f"{_write(left, values, own)} {operator.value} {_write(right, values, own + 1)}", own
        case Call(function, arguments):
            return f"{function.value}({', '.join(_write(each, values, _LOOSEST) for each in arguments)})", 7
        case Comparison(op, left, right):
            return f"{_write(left, values, 4)} {op.value} {_write(right, values, 4)}", 3
        case Joined(connective, parts):
            own = 1 if connective is Connective.OR else 2
            return f" {connective.value} ".join(_write(part, values, own + 1) for part in parts), own
        case Not(of):
            return f"非 {_write(of, values, 3)}", 3
        case _:
            assert_never(formula)
