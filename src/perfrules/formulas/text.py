"""A formula written out again: as a rule writer would type it, or with the values put in."""

from collections.abc import Mapping
from typing import assert_never

from perfrules.formulas.expression import (
    Among,
    Arithmetic,
    Call,
    Comparison,
    Connective,
    Day,
    Formula,
    If,
    Joined,
    Member,
    Name,
    Negative,
    Not,
    Number,
    Operator,
    Text,
    TextTest,
)
from perfrules.formulas.value import value_text
from perfrules.syntax import Op
from perfrules.units import exact_text

_LOOSEST = 0
_ATOM = 7
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
        case Number(number, unit):
            return f"{exact_text(number)}{unit.text}", _ATOM
        case Text(text):
            return _quoted(text), _ATOM
        case Day(day):
            return value_text(day), _ATOM
        case Name(name):
            return (f"{name} {values[name]}" if values.get(name) else name), _ATOM
        case Member(of, name):
            return f"{_write(of, {}, _ATOM)}.{name}", _ATOM
        case Call(function, arguments):
            return f"{function.value}{_listed(arguments, values)}", _ATOM
        case Negative(of):
            return f"-{_write(of, values, 6)}", 6
        case Arithmetic(operator, left, right):
            own = _TIGHTNESS[operator]
            return f"{_write(left, values, own)} {operator.value} {_write(right, values, own + 1)}", own
        case _:
            return _condition(formula, values)


def _condition(
    formula: Comparison | Among | TextTest | Joined | Not | If, values: Mapping[str, str]
) -> tuple[str, int]:
    match formula:
        case Comparison(op, left, right):
            return f"{_write(left, values, 4)} {op.value} {_write(right, values, 4)}", 3
        case Not(Comparison(Op.EQ, left, right)):
            return f"{_write(left, values, 4)} ≠ {_write(right, values, 4)}", 3
        case Among(of, items):
            return f"{_write(of, values, 4)} 属于 {_items(items, values)}", 3
        case TextTest(likeness, of, words):
            return f"{_write(of, values, 4)} {likeness.value} {_items(words, values)}", 3
        case Not(of):
            return f"非 {_write(of, values, 3)}", 3
        case Joined(connective, parts):
            own = 1 if connective is Connective.OR else 2
            return f" {connective.value} ".join(_write(part, values, own + 1) for part in parts), own
        case If(condition, then, otherwise):
            first, second = _write(condition, values, 1), _write(then, values, 1)
            return f"如果 {first} 则 {second} 否则 {_write(otherwise, values, _LOOSEST)}", _LOOSEST
        case _:
            assert_never(formula)


def _items(items: tuple[Formula, ...], values: Mapping[str, str]) -> str:
    """Write what follows 属于 and 含: one thing by itself, several in brackets."""
    if len(items) == 1 and isinstance(items[0], Name | Member | Text | Number | Day):
        return _write(items[0], values, _ATOM)
    return _listed(items, values)


def _listed(items: tuple[Formula, ...], values: Mapping[str, str]) -> str:
    return f"({', '.join(_write(each, values, _LOOSEST) for each in items)})"


def _quoted(text: str) -> str:
    """Put a text in quotation marks; those that a Chinese keyboard types, unless the text holds them."""
    if "“" in text or "”" in text:
        return '"' + text.replace('"', '""') + '"'
    return f"“{text}”"
