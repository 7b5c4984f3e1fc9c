"""Formulas of schemes, worked out for columns: the same formulas, on the same exact numbers.

Whether the units of a formula agree was asked of the scalar engine, for a number of each stretch; they do not hang on
how large a number is, so that here all amounts are numbers of base units.
"""

from collections.abc import Mapping
from functools import reduce

from perfrules.columnar.rationals import HALF, Rationals
from perfrules.formulas import Arithmetic, Call, Formula, Function, Name, Negative, Number, Operator, parts_of
from perfrules.units import Quantity

_FUNCTIONS = frozenset({Function.LEAST, Function.GREATEST, Function.ROUND, Function.DOWN, Function.UP})


def is_columnar(formula: Formula) -> bool:
    """Whether a formula can be worked out for columns.

    >>> from perfrules.formulas import Text
    >>> is_columnar(Negative(Name("分值"))), is_columnar(Call(Function.LENGTH, (Text("好"),)))
    (True, False)
    """
    match formula:
        case Call(function) if function not in _FUNCTIONS or len(formula.arguments) < 2:
            return False
        case Number() | Name() | Negative() | Arithmetic() | Call():
            return all(map(is_columnar, parts_of(formula)))
        case _:
            return False


def worked_out(formula: Formula, values: Mapping[str, Rationals]) -> Rationals:
    """Work a formula out for every row.

    Raises:
        TooLargeError: Numbers on the way are too large.

    >>> weight, rate = Name("分值"), Name("完成率")
    >>> formula = Arithmetic(Operator.MULTIPLY, weight, rate)
    >>> points = worked_out(formula, {"分值": Rationals.constant(8), "完成率": Rationals.constant(58, 60)})
    >>> points.over, points.under
    (array([232]), array([30]))
    """
    match formula:
        case Number():
            value = formula.value
            number = value.canonical if isinstance(value, Quantity) else value
            return Rationals.constant(number.numerator, number.denominator)
        case Name(name):
            return values[name]
        case Negative(of):
            return -worked_out(of, values)
        case Arithmetic(operator, left, right):
            return _joined(operator, worked_out(left, values), worked_out(right, values))
        case Call(function, arguments):
            return _called(function, [worked_out(each, values) for each in arguments])
        case _:
            raise TypeError(f"{type(formula).__name__} is not worked out for columns")


def _joined(operator: Operator, left: Rationals, right: Rationals) -> Rationals:
    match operator:
        case Operator.ADD:
            return left + right
        case Operator.SUBTRACT:
            return left - right
        case Operator.MULTIPLY:
            return left * right
        case Operator.DIVIDE:
            return left / right


def _called(function: Function, values: list[Rationals]) -> Rationals:
    match function:
        case Function.LEAST:
            return reduce(Rationals.lesser, values)
        case Function.GREATEST:
            return reduce(Rationals.greater, values)
        case Function.DOWN:
            return (values[0] / values[1]).floor() * values[1]
        case Function.UP:
            return -(-(values[0] / values[1])).floor() * values[1]
        case _:
            return (values[0] / values[1] + HALF).floor() * values[1]
