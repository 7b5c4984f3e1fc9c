"""The thresholds of a formula: the numbers at which what it says changes, and on which side of one a case lies."""

from collections.abc import Iterator, Mapping
from enum import Enum
from fractions import Fraction

import attrs

from perfrules.formulas import (
    Call,
    Comparison,
    Connective,
    Evaluation,
    Formula,
    Function,
    Given,
    Joined,
    Not,
    Value,
    formula_text,
    names_in,
    parts_of,
    truth_of,
)
from perfrules.units import Quantity

_NEAR = Fraction(1, 10)
"""How far just above and just below reach, as a share of the threshold; around 0, of 1."""


class Side(Enum):
    """Where a case lies."""

    BELOW = "略低"
    AT = "刚好"
    ABOVE = "略高"


@attrs.frozen
class Threshold:
    """A comparison with a number, or the choice of the smaller or larger of something and a number.

    `asked` is what is compared, `limit` the formula of the number, `part` the whole of it.
    """

    part: Formula
    asked: Formula
    limit: Formula

    @property
    def text(self) -> str:
        """Name the threshold, whatever the direction in which a rule asks for it."""
        return f"{formula_text(self.asked)} 与 {formula_text(self.limit)}"

    def side(self, values: Mapping[str, Value]) -> Side | None:
        """Tell on which side a case lies; None where it has no such number, or is far away."""
        number, limit = _base(self.asked, values), _base(self.limit, values)
        return None if number is None or limit is None else side_of(number, limit)


def side_of(number: Fraction, limit: Fraction) -> Side | None:
    """Tell on which side of a limit a number lies; None where it is far from it.

    >>> [side_of(Fraction(number), Fraction(60)) for number in (60, "59.9", 61, 80)]
    [<Side.AT: '刚好'>, <Side.BELOW: '略低'>, <Side.ABOVE: '略高'>, None]
    """
    distance = abs(number - limit)
    are_counts = number.denominator == limit.denominator == 1 and abs(limit) > 1
    if distance > (abs(limit) or 1) * _NEAR and not (are_counts and distance == 1):
        return None
    if not distance:
        return Side.AT
    return Side.BELOW if number < limit else Side.ABOVE


def thresholds_in(formula: Formula, parameters: Mapping[str, Value]) -> Iterator[Threshold]:
    """Find the thresholds of a formula, from the outside in.

    >>> from perfrules.formulas import Name, Number
    >>> from perfrules.syntax import Op
    >>> over = Comparison(Op.GE, Name("完成率"), Name("合格线"))
    >>> [each.text for each in thresholds_in(over, {"合格线": Fraction(3, 5)})]
    ['完成率 与 合格线']
    """
    match formula:
        case Comparison(_, left, right) | Call(Function.LEAST | Function.GREATEST, (left, right)):
            if _is_fixed(right, parameters) and not _is_fixed(left, parameters):
                yield Threshold(formula, left, right)
            elif _is_fixed(left, parameters) and not _is_fixed(right, parameters):
                yield Threshold(formula, right, left)
        case _:
            pass
    for part in parts_of(formula):
        yield from thresholds_in(part, parameters)


def decides(part: Formula, whole: Formula, values: Mapping[str, Value]) -> bool:
    """Whether the truth of a part is that of the whole condition, as everything else stands.

    >>> from perfrules.formulas import Name
    >>> part = Name("达成")
    >>> both = Joined(Connective.AND, (Name("正向"), part))
    >>> decides(part, both, {"正向": True}), decides(part, both, {"正向": False})
    (True, False)
    """
    match whole:
        case Not(of) if whole is not part:
            return decides(part, of, values)
        case Joined(connective, parts) if whole is not part:
            others = [each for each in parts if not _contains(each, part)]
            neutral = connective is Connective.AND
            inside = (each for each in parts if _contains(each, part))
            return all(truth_of(each, values) is neutral for each in others) and all(
                decides(part, each, values) for each in inside
            )
        case _:
            return True


def _base(formula: Formula, values: Mapping[str, Value]) -> Fraction | None:
    """Give what a formula comes to in base units, so that amounts can be compared with a bare 0."""
    value = Evaluation.of(Given(values)).value(formula)
    match value:
        case Fraction():
            return value
        case Quantity():
            return value.canonical
        case _:
            return None


def _contains(formula: Formula, part: Formula) -> bool:
    return formula is part or any(_contains(each, part) for each in parts_of(formula))


def _is_fixed(formula: Formula, parameters: Mapping[str, Value]) -> bool:
    return all(name in parameters for name in names_in(formula))
