"""The functions of values: what does not look into the elements of a collection."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import combinations

from perfrules import evaluation
from perfrules.actuals import Actual, Amount, read_actual
from perfrules.evaluation import Verdict
from perfrules.formulas.arithmetic import compared, stepped, worked_out
from perfrules.formulas.expression import Function, Likeness, Operator
from perfrules.formulas.value import Value
from perfrules.names import comparable
from perfrules.syntax import Op
from perfrules.targets import AllOf, Amounts, Interval, Region, Target, overlap
from perfrules.units import Quantity, Unit, comparison_note


def call(function: Function, values: list[Value]) -> Value:
    """Work out a function of values; None where it has none.

    >>> call(Function.LEAST, [Fraction(3), Fraction(2)]), call(Function.LENGTH, ["绩效目标"])
    (Fraction(2, 1), Fraction(4, 1))
    """
    match function, values:
        case Function.EMPTY, [value]:
            return value is None or value in ("", ())
        case Function.LENGTH, [str(text)]:
            return Fraction(len(comparable(text)))
        case Function.COMPATIBLE, [Target() as one, Target() as other]:
            return overlap(one.region, other.region)
        case Function.MEETS, [value, Target() as target]:
            return _meets(value, target)
        case ((Function.LOWER | Function.UPPER), [Target() as target]):
            return _bound(target.region, lower=function is Function.LOWER)
        case ((Function.ROUND | Function.DOWN | Function.UP), [number, step]):
            return stepped(function, number, step)
        case ((Function.LEAST | Function.GREATEST | Function.SUM | Function.COUNT), [tuple(items)]):
            return gathered(function, items)
        case ((Function.LEAST | Function.GREATEST), _):
            return gathered(function, values)
        case _:
            return None


def gathered(function: Function, values: Iterable[Value]) -> Value:
    """Count, add up, or give the least or greatest of values; None where one of them has no value.

    >>> gathered(Function.SUM, [Fraction(50), Fraction(40)]), gathered(Function.GREATEST, [])
    (Fraction(90, 1), None)
    """
    found = list(values)
    if function is Function.COUNT:
        return Fraction(len(found))
    if function is Function.SUM:
        return _total(found)
    return _extreme(Op.LT if function is Function.LEAST else Op.GT, found)


def equal(left: Value, right: Value) -> bool | None:
    """Whether two numbers, days or texts are the same; None where one is missing. Blanks and widths do not matter.

    >>> equal("满意度（％）", "满意度 (%)"), equal("满意度", None)
    (True, None)
    """
    if isinstance(left, str) and isinstance(right, str):
        return _standard(left) == _standard(right)
    return compared(Op.EQ, left, right)


def among(value: Value, items: Iterable[Value]) -> bool | None:
    """Whether a value is one of several."""
    return any_of(equal(value, item) for item in items)


_TESTS: Mapping[Likeness, Callable[[str, str], bool]] = {
    Likeness.CONTAINS: str.__contains__,
    Likeness.BEGINS: str.startswith,
    Likeness.ENDS: str.endswith,
}


def is_like(likeness: Likeness, text: Value, words: Iterable[Value]) -> bool | None:
    """Whether a text has one of several words in it, at its beginning or at its end; None without a text.

    >>> is_like(Likeness.CONTAINS, "企业满意度", ("率", "满意")), is_like(Likeness.BEGINS, "企业满意度", ("满意",))
    (True, False)
    """
    if not isinstance(text, str):
        return None
    test, standard = _TESTS[likeness], _standard(text)
    return any_of(test(standard, _standard(word)) if isinstance(word, str) else None for word in words)


def any_of(truths: Iterable[bool | None]) -> bool | None:
    """Join truth values by 或: true as soon as one is, else unknown where one is."""
    unknown = False
    for truth in truths:
        if truth:
            return True
        unknown = unknown or truth is None
    return None if unknown else False


def all_of(truths: Iterable[bool | None]) -> bool | None:
    """Join truth values by 且: false as soon as one is, else unknown where one is."""
    negated = any_of(None if truth is None else not truth for truth in truths)
    return None if negated is None else not negated


_MOST_UNITS = 10

_LONGEST_KEPT = 200
"""Characters of a text whose standard shape is kept; a cache of pages would cost more than it saves."""

_kept = lru_cache(maxsize=4096)(comparable)


def _total(values: list[Value]) -> Value:
    total: Value = Fraction(0) if len(_units(values)) <= 1 else None
    for value in values:
        total = worked_out(Operator.ADD, total, value)
    return total


def _units(values: list[Value]) -> list[Unit]:
    """Give a unit of each dimension among the numbers that are not zero, few enough to be compared with each other."""
    numbers = (Quantity(value) if isinstance(value, Fraction) else value for value in values)
    found = {each.unit.dimension: each.unit for each in numbers if isinstance(each, Quantity) and each.number}
    return list(found.values())[:_MOST_UNITS]


def _standard(text: str) -> str:
    return _kept(text) if len(text) <= _LONGEST_KEPT else comparable(text)


def _extreme(op: Op, values: list[Value]) -> Value:
    if not values or any(comparison_note(*pair) is None for pair in combinations(_units(values), 2)):
        # What they came to would hang on their order.
        return None
    best = values[0]
    for value in values:
        better = compared(op, value, best)
        if better is None:
            return None
        best = value if better else best
    return best


def _meets(value: Value, target: Target) -> bool | None:
    actual = _actual(value)
    if actual is None:
        return None
    return {Verdict.MET: True, Verdict.UNMET: False}.get(evaluation.evaluate(target, actual).verdict)


def _actual(value: Value) -> Actual | None:
    match value:
        case Quantity(_, unit):
            return Actual(str(value), Amount(Interval(value.canonical, value.canonical), unit))
        case Fraction() | date() | str():
            return read_actual(value)
        case _:
            return None


def _bound(region: Region, *, lower: bool) -> Value:
    match region:
        case Amounts(interval, unit):
            base = interval.low if lower else interval.high
            if base is None:
                return None
            return Quantity(base / unit.factor, unit) if unit.dimension else base
        case AllOf(parts):
            bounds = [found for part in parts if (found := _bound(part, lower=lower)) is not None]
            return gathered(Function.GREATEST if lower else Function.LEAST, bounds)
        case _:
            return None
