"""Whether the formulas of a review rule can be worked out: every name is known, and everything is of a fitting kind."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from perfrules.formulas import AnyKind, Formula, Kind, ListOf, Scope, Vocabularies, faults
from perfrules.review import OBJECT_KINDS
from perfrules.review.rule import ReviewRule
from perfrules.rules.text.formula_faults import report
from perfrules.rules.text.lines import Piece
from perfrules.rules.text.outline import Problems

_KINDS = {"str": Kind.TEXT, "date": Kind.DATE}
_ANY = (*Kind, *(ListOf(kind) for kind in Kind))


def is_sound(rule: ReviewRule, words: Iterable[str], places: Mapping[str, Piece], problems: Problems) -> bool:
    """Say everything that is wrong with the names and formulas of a rule, at the places of its fields."""
    scope = _scope(rule, words)
    sound = [
        report(faults(formula, scope, *wanted), [places[field]], problems) for field, formula, wanted in _formulas(rule)
    ]
    return all(sound)


def is_taken(name: str, words: Iterable[str]) -> bool:
    """Whether a name has a meaning already, so that a parameter cannot have it.

    >>> is_taken("名称", ()), is_taken("最短", ())
    (True, False)
    """
    return name in words or any(name in facts for facts in _vocabularies().values())


@cache
def _vocabularies() -> Vocabularies:
    return {name: kind.vocabulary for name, kind in OBJECT_KINDS.items()}


def _scope(rule: ReviewRule, words: Iterable[str]) -> Scope:
    given: dict[str, AnyKind] = dict.fromkeys(words, ListOf(Kind.TEXT))
    for each in rule.parameters:
        given[each.name] = _KINDS.get(type(each.value).__name__, Kind.NUMBER)
    return Scope.of(rule.about, _vocabularies(), given)


def _formulas(rule: ReviewRule) -> Iterator[tuple[str, Formula, tuple[AnyKind, ...]]]:
    """Give each formula with its field and the kinds that it may be of."""
    yield "应当", rule.condition, (Kind.TRUTH,)
    if rule.scope is not None:
        yield "范围", rule.scope, (Kind.TRUTH,)
    yield from (("提示", part, _ANY) for part in rule.message if not isinstance(part, str))
