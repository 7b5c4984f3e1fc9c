"""A fact: something that a rule may ask of an object, by a Chinese name."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

import attrs

from perfrules.formulas import AnyKind, Value, Vocabulary
from perfrules.review.views import View

V = TypeVar("V", bound=View)


@attrs.frozen
class Fact(Generic[V]):
    """A fact: its name, what kind of value it is, what it means, and how it is found out.

    What is found out is a value of that kind, an object for one, or several objects for a collection. `field` is where
    it stands in a goal table, by the name that ruleset files have for it; empty where it is nowhere in particular.
    """

    name: str
    kind: AnyKind
    meaning: str
    value: Callable[[V], Value | View | tuple[View, ...]]
    field: str = ""


@attrs.frozen
class ObjectKind(Generic[V]):
    """A kind of object that rules can be about, and what can be asked of it."""

    name: str
    meaning: str
    facts: tuple[Fact[V], ...]

    @property
    def fields(self) -> Mapping[str, str]:
        """The fields that facts stand in, by the names of the facts."""
        return {fact.name: fact.field for fact in self.facts if fact.field}

    @property
    def vocabulary(self) -> Vocabulary:
        """The names that rules about it may use."""
        return {fact.name: fact.kind for fact in self.facts}
