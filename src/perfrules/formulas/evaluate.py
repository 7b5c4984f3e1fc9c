"""Working a formula out, exactly and totally: there is no input for which it raises."""

from collections.abc import Mapping
from fractions import Fraction
from typing import assert_never

from perfrules.formulas.expression import (
    Arithmetic,
    Call,
    Comparison,
    Connective,
    Formula,
    Function,
    Joined,
    Name,
    Negative,
    Not,
    Number,
    Operator,
)
from perfrules.syntax import Op

Value = Fraction | bool | None
"""What a formula comes to: a number, a truth value, or None where it has none."""


def number_of(formula: Formula, values: Mapping[str, Value]) -> Fraction | None:
    """Work out a formula that gives a number.

    Returns None where a name has no value, where the formula is no number, and for a division by zero.

    >>> weight, rate = Name("分值"), Name("完成率")
    >>> number_of(Arithmetic(Operator.MULTIPLY, weight, rate), {"分值": Fraction(8), "完成率": Fraction(58, 60)})
    Fraction(116, 15)
    >>> number_of(Arithmetic(Operator.DIVIDE, weight, rate), {"分值": Fraction(8), "完成率": Fraction(0)}) is None
    True
    """
    match formula:
        case Number():
            return formula.value
        case Name(name):
            value = values.get(name)
            return value if isinstance(value, Fraction) else None
        case Negative(of):
            number = number_of(of, values)
            return None if number is None else -number
        case Arithmetic(operator, left, right):
            return _arithmetic(operator, number_of(left, values), number_of(right, values))
        case Call(function, arguments):
            return _call(function, [number_of(argument, values) for argument in arguments])
        case Comparison() | Joined() | Not():
            return None
        case _:
            assert_never(formula)


def truth_of(formula: Formula, values: Mapping[str, Value]) -> bool | None:
    """Work out a condition; None where it cannot be decided.

    The logic is three-valued: 且 with something false is false even when the rest is unknown. A comparison with a
    number that does not exist does not hold: an indicator without a 完成率 has none above 60 %.

    >>> truth_of(Comparison(Op.GE, Name("完成率"), Number(Fraction(60), percent=True)), {"完成率": Fraction(58, 60)})
    True
    """
    match formula:
        case Name(name):
            value = values.get(name)
            return value if isinstance(value, bool) else None
        case Comparison(op, left, right):
            return _compare(op, number_of(left, values), number_of(right, values))
        case Joined(connective, parts):
            return _join(connective, [truth_of(part, values) for part in parts])
        case Not(of):
            truth = truth_of(of, values)
            return None if truth is None else not truth
        case Number() | Negative() | Arithmetic() | Call():
            return None
        case _:
            assert_never(formula)


def _arithmetic(operator: Operator, left: Fraction | None, right: Fraction | None) -> Fraction | None:
    if left is None or right is None:
        return None
    match operator:
        case Operator.ADD:
            return left + right
        case Operator.SUBTRACT:
            return left - right
        case Operator.MULTIPLY:
            return left * right
        case Operator.DIVIDE:
            return left / right if right else None
        case _:
            assert_never(operator)


def _call(function: Function, arguments: list[Fraction | None]) -> Fraction | None:
    numbers = [number for number in arguments if number is not None]
    if len(numbers) < len(arguments):
        return None
    return min(numbers) if function is Function.LEAST else max(numbers)


def _compare(op: Op, left: Fraction | None, right: Fraction | None) -> bool:
    if left is None or right is None:
        return False
    match op:
        case Op.GE:
            return left >= right
        case Op.GT:
            return left > right
        case Op.LE:
            return left <= right
        case Op.LT:
            return left < right
        case Op.EQ:
            return left == right
        case _:
            assert_never(op)


def _join(connective: Connective, truths: list[bool | None]) -> bool | None:
    decisive = connective is Connective.OR
    if decisive in truths:
        return decisive
    return None if None in truths else not decisive
