"""What is wrong with a formula, told before it is worked out: its names, kinds, units and depth."""

from collections.abc import Iterator

import attrs

from perfrules.formulas.evaluate import Evaluation
from perfrules.formulas.expression import (
    OWN,
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
    Operator,
    Text,
    TextTest,
)
from perfrules.formulas.fault import Fault, TooDeep, UnitsClash, UnknownName, WrongArguments, WrongKind
from perfrules.formulas.kinds import AnyKind, Kind, ListOf, Objects, Related, Scope, Vocabulary
from perfrules.formulas.parts import parts_of
from perfrules.formulas.signatures import SIGNATURES, Signature
from perfrules.formulas.value import Given, value_text
from perfrules.syntax import Op

DEEPEST = 3
"""Collections inside each other; what asks more of a table is no rule that a person can follow."""


_ORDERED = (Kind.NUMBER, Kind.DATE)
_SIMPLE = (*_ORDERED, Kind.TEXT)


def kind_of(formula: Formula, scope: Scope) -> AnyKind | None:
    """Tell what a formula is; None where that cannot be told.

    >>> kind_of(Name("达成"), Scope({"达成": Kind.TRUTH}))
    <Kind.TRUTH: '条件'>
    """
    return _Check().kind(formula, scope)


def faults(formula: Formula, scope: Scope, *wanted: AnyKind) -> Iterator[Fault]:
    """Give everything that cannot stand where it does in a formula that is to be of one of the wanted kinds.

    >>> list(faults(Name("达诚"), Scope({"达成": Kind.TRUTH}), Kind.TRUTH))
    [UnknownName(name='达诚')]
    """
    check = _Check()
    check.expect(formula, scope, *wanted)
    yield from check.found


@attrs.define
class _Check:
    """The faults found so far, from left to right."""

    found: list[Fault] = attrs.field(factory=list)

    def expect(self, formula: Formula, scope: Scope, *wanted: AnyKind | str) -> AnyKind | None:
        """Take a part that has to be of one of several kinds, and give its kind where it is."""
        kind = self.kind(formula, scope)
        if kind is None or kind in wanted:
            return kind
        self.found.append(WrongKind(formula, kind, wanted))
        return None

    def kind(self, formula: Formula, scope: Scope) -> AnyKind | None:
        """Tell the kind of a part; None where something is wrong with it, which is said once."""
        match formula:
            case Number():
                return Kind.NUMBER
            case Text():
                return Kind.TEXT
            case Day():
                return Kind.DATE
            case Name(name):
                return self._named(name, scope)
            case Member(of, name):
                return self._member(of, name, scope)
            case Negative(of):
                self.expect(of, scope, Kind.NUMBER)
                return Kind.NUMBER
            case Arithmetic():
                return self._arithmetic(formula, scope)
            case If(condition, then, otherwise):
                self.expect(condition, scope, Kind.TRUTH)
                return self._alike(then, otherwise, scope)
            case Call():
                return self._call(formula, scope)
            case _:
                self._truth(formula, scope)
                return Kind.TRUTH

    def _truth(self, formula: Comparison | Among | TextTest | Joined | Not, scope: Scope) -> None:
        match formula:
            case Comparison(op, left, right):
                kinds = _SIMPLE if op is Op.EQ else _ORDERED
                kind = self.expect(left, scope, *kinds)
                self.expect(right, scope, *(kinds if kind is None else (kind,)))
                self._units(formula, left, right)
            case Among(of, items):
                kind = self.expect(of, scope, *_SIMPLE)
                for item in items:
                    self._item(item, scope, _SIMPLE if kind is None else (kind,))
            case TextTest(_, of, words):
                self.expect(of, scope, Kind.TEXT)
                for word in words:
                    self._item(word, scope, (Kind.TEXT,))
            case _:
                for part in parts_of(formula):
                    self.expect(part, scope, Kind.TRUTH)

    def _named(self, name: str, scope: Scope) -> AnyKind | None:
        if name == OWN and scope.own:
            return Related(scope.own)
        return scope.given[name] if name in scope.given else self._known(name, scope.facts, scope.given)

    def _member(self, of: Name | Member, name: str, scope: Scope) -> AnyKind | None:
        owner = self.kind(of, scope)
        if isinstance(owner, Related):
            return self._known(name, scope.objects.get(owner.to, {}))
        if owner is not None:
            self.found.append(WrongKind(of, owner, ("一个对象",)))
        return None

    def _known(self, name: str, facts: Vocabulary, *others: Vocabulary) -> AnyKind | None:
        if name not in facts:
            self.found.append(UnknownName(name, tuple(known for each in (facts, *others) for known in each)))
        return facts.get(name)

    def _item(self, item: Formula, scope: Scope, kinds: tuple[AnyKind, ...]) -> None:
        lists = (ListOf(kind) for kind in kinds if isinstance(kind, Kind))
        self.expect(item, scope, *kinds, *lists)

    def _alike(self, one: Formula, other: Formula, scope: Scope) -> AnyKind | None:
        kind = self.expect(one, scope, *_SIMPLE, Kind.TRUTH)
        self.expect(other, scope, *((*_SIMPLE, Kind.TRUTH) if kind is None else (kind,)))
        return kind

    def _arithmetic(self, formula: Arithmetic, scope: Scope) -> AnyKind | None:
        sums = formula.operator in (Operator.ADD, Operator.SUBTRACT)
        left = self.expect(formula.left, scope, *(_ORDERED if sums else (Kind.NUMBER,)))
        days = left is Kind.DATE and formula.operator is Operator.SUBTRACT
        right = self.expect(formula.right, scope, *(_ORDERED if days else (Kind.NUMBER,)))
        if sums:
            self._units(formula, formula.left, formula.right)
        return Kind.DATE if left is Kind.DATE and right is not Kind.DATE else Kind.NUMBER

    def _units(self, formula: Formula, left: Formula, right: Formula) -> None:
        """Say where two amounts that are written out have nothing to do with each other."""
        if _is_written(left) and _is_written(right):
            written = Evaluation.of(Given({}))
            one, other = written.value(left), written.value(right)
            if None not in (one, other) and written.value(formula) is None:
                self.found.append(UnitsClash(value_text(one), value_text(other)))

    def _call(self, call: Call, scope: Scope) -> AnyKind | None:
        first, *rest = call.arguments
        kind = self.kind(first, scope)
        signature = next((each for each in SIGNATURES[call.function] if each.takes(kind, len(rest))), None)
        if kind is None:
            return None
        if signature is None:
            wanted = "或".join(each.form for each in SIGNATURES[call.function])
            self.found.append(WrongArguments(call, wanted))
            return None
        return self._asked(call, kind, signature, scope)

    def _asked(self, call: Call, kind: AnyKind, signature: Signature, scope: Scope) -> AnyKind | None:
        inner = scope.inside(kind.of) if isinstance(kind, Objects) else scope
        if inner.depth > DEEPEST:
            self.found.append(TooDeep(call))
            return None
        found: AnyKind | None = kind if isinstance(kind, Kind) else kind.kind if isinstance(kind, ListOf) else None
        for position, argument in enumerate(call.arguments[1:]):
            wanted = signature.wanted(position, found)
            asked = self.expect(argument, inner, *wanted)
            found = asked if found is None else found
        return signature.gives or found


def _is_written(formula: Formula) -> bool:
    """Whether a formula is made of numbers that are written out, and of nothing else."""
    match formula:
        case Number() | Day():
            return True
        case Negative() | Arithmetic():
            return all(map(_is_written, parts_of(formula)))
        case _:
            return False
