"""Working a formula out, exactly and totally: there is no input for which it raises, and none that it never ends on."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import assert_never

import attrs

from perfrules.formulas.arithmetic import compared, negative, worked_out
from perfrules.formulas.calls import all_of, among, any_of, call, equal, gathered, is_like
from perfrules.formulas.expression import (
    OWN,
    Among,
    Arithmetic,
    Call,
    Comparison,
    Connective,
    Day,
    Formula,
    Function,
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
from perfrules.formulas.value import Given, Subject, Value, is_subject
from perfrules.syntax import Op

MOST_STEPS = 200_000
"""Steps that working out one rule over one table may take, unless a caller says otherwise."""

_CHARACTERS_A_STEP = 100

_NOTHING: Mapping[str, Value] = {}


@attrs.define
class Budget:
    """The steps that may still be taken; when none are left, everything comes to None."""

    left: int = MOST_STEPS

    @property
    def is_exhausted(self) -> bool:
        """Whether the steps did not suffice, so that what was worked out says nothing."""
        return self.left < 0


@attrs.frozen
class Evaluation:
    """Formulas worked out for one object.

    Names are facts of `subject` or stand in `given`, which holds parameters and lists of words; 本 is `own`. A
    comparison with what does not exist comes to `absent`: unknown, unless a scheme says that it does not hold.
    """

    subject: Subject
    own: Subject
    given: Mapping[str, Value] = _NOTHING
    budget: Budget = attrs.field(factory=Budget)
    absent: bool | None = None

    @classmethod
    def of(cls, subject: Subject, given: Mapping[str, Value] = _NOTHING, budget: Budget | None = None) -> "Evaluation":
        """Start with an object that a rule is about.

        >>> from perfrules.formulas import Likeness
        >>> Evaluation.of(Given({"名称": "企业满意度"})).truth(TextTest(Likeness.ENDS, Name("名称"), (Text("率"),)))
        False
        """
        return cls(subject, subject, given, budget or Budget())

    def truth(self, formula: Formula) -> bool | None:
        """Work out a condition; None where it cannot be decided.

        The logic is three-valued: 且 with something false is false even when the rest is unknown.
        """
        value = self.value(formula)
        return value if isinstance(value, bool) else None

    def value(self, formula: Formula) -> Value:
        """Work out any formula; None where it has no value."""
        self.budget.left -= 1
        if self.budget.left < 0:
            return None
        match formula:
            case Name(name):
                return self._named(name)
            case Number() | Text() | Day():
                return _literal(formula)
            case Comparison(op, left, right):
                return self._compared(op, self.value(left), self.value(right))
            case Joined(connective, parts):
                join = any_of if connective is Connective.OR else all_of
                return join(self.truth(part) for part in parts)
            case Not(of):
                truth = self.truth(of)
                return None if truth is None else not truth
            case TextTest(likeness, of, words):
                return is_like(likeness, self._text(of), self._items(words))
            case Among(of, items):
                return among(self.value(of), self._items(items))
            case Call(function, (over, *asked)):
                return self._called(function, over, asked)
            case Member(of, name):
                owner = self.value(of)
                return owner.fact(name) if is_subject(owner) else None
            case Arithmetic(operator, left, right):
                return worked_out(operator, self.value(left), self.value(right))
            case Negative(of):
                return negative(self.value(of))
            case If(condition, then, otherwise):
                truth = self.truth(condition)
                return None if truth is None else self.value(then if truth else otherwise)
            case Call():
                return None
            case _:
                assert_never(formula)

    def _named(self, name: str) -> Value:
        if name in self.given:
            return self.given[name]
        return self.own if name == OWN else self.subject.fact(name)

    def _compared(self, op: Op, left: Value, right: Value) -> bool | None:
        truth = equal(left, right) if op is Op.EQ else compared(op, left, right)
        return self.absent if truth is None else truth

    def _text(self, formula: Formula) -> Value:
        """Give a text to look into; looking into a long one costs more."""
        value = self.value(formula)
        if isinstance(value, str):
            self.budget.left -= len(value) // _CHARACTERS_A_STEP
        return value

    def _items(self, formulas: tuple[Formula, ...]) -> Iterator[Value]:
        """Give values one by one, those of a list too."""
        for formula in formulas:
            value = self.value(formula)
            items = value if isinstance(value, tuple) else (value,)
            self.budget.left -= len(items)
            yield from items

    def _called(self, function: Function, over: Formula, asked: list[Formula]) -> Value:
        first = self.value(over)
        if isinstance(first, tuple) and asked:
            return self._quantified(function, first, asked)
        return call(function, [first, *map(self.value, asked)])

    def _quantified(self, function: Function, elements: tuple[Value, ...], asked: list[Formula]) -> Value:
        """Ask the elements of a collection, in which names are facts of the element."""
        inside = [
            Evaluation(each, self.own, self.given, self.budget, self.absent) for each in elements if is_subject(each)
        ]
        match function, asked:
            case Function.EXISTS, [condition]:
                return any_of(each.truth(condition) for each in inside)
            case Function.ALL, [condition]:
                return all_of(each.truth(condition) for each in inside)
            case Function.COUNT, [condition]:
                return _counted([each.truth(condition) for each in inside])
            case ((Function.SUM | Function.LEAST | Function.GREATEST), [of]):
                return gathered(function, [each.value(of) for each in inside])
            case ((Function.SUM | Function.LEAST | Function.GREATEST), [of, condition]):
                chosen = [(each.truth(condition), each) for each in inside]
                if any(truth is None for truth, _ in chosen):
                    return None
                return gathered(function, [each.value(of) for truth, each in chosen if truth])
            case _:
                return None


def number_of(formula: Formula, values: Mapping[str, Value]) -> Fraction | None:
    """Work out a formula of a scheme that gives a number, from values by name.

    Returns None where a name has no value, where the formula is no number, and for a division by zero.

    >>> from perfrules.formulas import Arithmetic, Operator
    >>> weight, rate = Name("分值"), Name("完成率")
    >>> number_of(Arithmetic(Operator.MULTIPLY, weight, rate), {"分值": Fraction(8), "完成率": Fraction(58, 60)})
    Fraction(116, 15)
    >>> number_of(Arithmetic(Operator.DIVIDE, weight, rate), {"分值": Fraction(8), "完成率": Fraction(0)}) is None
    True
    """
    value = _for_scheme(values).value(formula)
    return value if isinstance(value, Fraction) else None


def truth_of(formula: Formula, values: Mapping[str, Value]) -> bool | None:
    """Work out a condition of a scheme, from values by name; None where it cannot be decided.

    A comparison with a number that does not exist does not hold: an indicator without a 完成率 has none above 60 %.

    >>> truth_of(Comparison(Op.GE, Name("完成率"), Number(Fraction(3, 5))), {"完成率": Fraction(58, 60)})
    True
    >>> truth_of(Comparison(Op.LT, Name("完成率"), Number(Fraction(3, 5))), {})
    False
    """
    return _for_scheme(values).truth(formula)


def _for_scheme(values: Mapping[str, Value]) -> Evaluation:
    subject = Given(values)
    return Evaluation(subject, subject, absent=False)


def _literal(formula: Number | Text | Day) -> Value:
    match formula:
        case Number():
            return formula.value
        case Text(text):
            return text
        case Day(day):
            return day
        case _:
            assert_never(formula)


def _counted(truths: list[bool | None]) -> Fraction | None:
    return None if None in truths else Fraction(truths.count(True))
