"""Exact arithmetic and comparison of numbers, amounts and days. What cannot be worked out comes to None."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from math import ceil, floor
from typing import TypeVar

from perfrules.formulas.expression import Function, Operator
from perfrules.formulas.value import Value
from perfrules.syntax import Op
from perfrules.units import PLAIN, UNITS, Quantity, Unit, comparison_note

Number = Fraction | Quantity

MOST_BITS = 4096
"""A number with more is no result: so long a number measures nothing, and sums of such take for ever."""


def worked_out(operator: Operator, left: Value, right: Value) -> Value:
    """Add, subtract, multiply or divide two numbers, with their units, or count days.

    >>> money, things = UNITS.unit_of((("万元", 1),)), UNITS.unit_of((("家", 1),))
    >>> budget, offices = Quantity(Fraction(1280), money), Quantity(Fraction(128), things)
    >>> print(worked_out(Operator.DIVIDE, budget, offices), worked_out(Operator.ADD, budget, offices))
    10万元/家 None
    """
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return _bounded(_plain(operator, left, right))
    if isinstance(left, date):
        return _days(operator, left, right)
    if not isinstance(left, Number) or not isinstance(right, Number):
        return None
    if operator in (Operator.MULTIPLY, Operator.DIVIDE):
        return _product(left, right, 1 if operator is Operator.MULTIPLY else -1)
    return _sum(left, right, 1 if operator is Operator.ADD else -1)


def negative(value: Value) -> Value:
    """Change the sign of a number."""
    match value:
        case Fraction():
            return -value
        case Quantity(number, unit):
            return Quantity(-number, unit)
        case _:
            return None


def stepped(function: Function, number: Value, step: Value) -> Value:
    """Round a number to a multiple of a step of the same kind: to the nearest, the next below, the next above.

    >>> [str(stepped(each, Fraction("0.925"), Fraction("0.01"))) for each in (Function.ROUND, Function.DOWN)]
    ['93/100', '23/25']
    """
    count = worked_out(Operator.DIVIDE, number, step)
    if not isinstance(count, Fraction):
        return None
    match function:
        case Function.UP:
            whole = ceil(count)
        case Function.DOWN:
            whole = floor(count)
        case _:
            whole = floor(count + Fraction(1, 2))
    return worked_out(Operator.MULTIPLY, Fraction(whole), step)


def compared(op: Op, left: Value, right: Value) -> bool | None:
    """Compare two numbers or two days; None where they cannot be compared.

    An amount compares with what measures the same, and nothing of it with a bare 0.

    >>> compared(Op.GT, Quantity(Fraction(60), UNITS.unit_of((("家", 1),))), Fraction(0))
    True
    """
    match left, right:
        case Fraction(), Fraction():
            return _ordered(op, left, right)
        case date(), date():
            return _ordered(op, left, right)
        case ((Fraction() | Quantity()), (Fraction() | Quantity())):
            (unit, one), (other_unit, other) = _unit_and_base(left), _unit_and_base(right)
            if one and other and comparison_note(unit, other_unit) is None:
                return None
            return _ordered(op, one, other)
        case _:
            return None


def _unit_and_base(number: Number) -> tuple[Unit, Fraction]:
    return (PLAIN, number) if isinstance(number, Fraction) else (number.unit, number.canonical)


_Ordered = TypeVar("_Ordered", Fraction, date)


def _ordered(op: Op, left: _Ordered, right: _Ordered) -> bool:
    match op:
        case Op.GE:
            return left >= right
        case Op.GT:
            return left > right
        case Op.LE:
            return left <= right
        case Op.LT:
            return left < right
        case _:
            return left == right


def _plain(operator: Operator, left: Fraction, right: Fraction) -> Fraction | None:
    match operator:
        case Operator.ADD:
            return left + right
        case Operator.SUBTRACT:
            return left - right
        case Operator.MULTIPLY:
            return left * right
        case _:
            return left / right if right else None


def _days(operator: Operator, left: date, right: Value) -> Value:
    """Count the days between two days, or go some days on or back."""
    if isinstance(right, date):
        days = Fraction((left - right).days)
        return Quantity(days, _day()) if operator is Operator.SUBTRACT else None
    if not isinstance(right, Quantity) or right.unit.dimension != _day().dimension:
        return None
    days = right.canonical / _day().factor
    if days.denominator != 1 or abs(days) > timedelta.max.days or operator in (Operator.MULTIPLY, Operator.DIVIDE):
        return None
    try:
        return left + timedelta(int(days)) * (1 if operator is Operator.ADD else -1)
    except OverflowError:
        return None


@cache
def _day() -> Unit:
    return UNITS.unit_of((("天", 1),))


def _sum(left: Number, right: Number, sign: int) -> Number | None:
    (unit, one), (other_unit, other) = _unit_and_base(left), _unit_and_base(right)
    if not one:
        unit = other_unit
    elif other and unit.dimension != other_unit.dimension:
        return None
    return _amount(one + sign * other, unit)


def _product(left: Number, right: Number, power: int) -> Number | None:
    (unit, one), (other_unit, other) = _unit_and_base(left), _unit_and_base(right)
    if power < 0 and not other:
        return None
    exponents = Counter[str]()
    for word, exponent in (*_words(unit), *((word, exponent * power) for word, exponent in _words(other_unit))):
        exponents[word] += exponent
    # 家² is written 家·家, as a unit is written that people read.
    factors = ((word, 1 if exponent > 0 else -1) for word, exponent in exponents.items() for _ in range(abs(exponent)))
    units = unit.units or other_unit.units or UNITS
    return _amount(one * other**power, units.unit_of(tuple(factors)))


def _words(unit: Unit) -> Iterator[tuple[str, int]]:
    """Give the words of a unit, over 1 and under -1; what has no dimension is part of the number already."""
    if unit.dimension:
        over, _, under = unit.text.partition("/")
        yield from ((word, 1) for word in over.split("·") if word)
        yield from ((word, -1) for word in under.split("·") if word)


def _amount(base: Fraction, unit: Unit) -> Number | None:
    if _bounded(base) is None:
        return None
    return Quantity(base / unit.factor, unit) if unit.dimension else base


def _bounded(number: Fraction | None) -> Fraction | None:
    if number is None or max(number.numerator.bit_length(), number.denominator.bit_length()) > MOST_BITS:
        return None
    return number
