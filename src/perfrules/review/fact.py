"""A fact: something that a rule may ask of an object, by a Chinese name."""

from collections.abc import Callable
from typing import Generic, TypeVar

import attrs

from perfrules.formulas import AnyKind, Value, Vocabulary
from perfrules.review.views import View

V = TypeVar("V", bound=View)


@attrs.frozen
class Fact(Generic[V]):
    """A fact: its name, what kind of value it is, what it means, and how it is found out.

    What is found out is a value of that kind, an object for one, or several objects for a collection.
    """

    name: str
    kind: AnyKind
    meaning: str
    value: Callable[[V], Value | View | tuple[View, ...]]


@attrs.frozen
class ObjectKind(Generic[V]):
    """A kind of object that rules can be about, and what can be asked of it."""

    name: str
    meaning: str
    facts: tuple[Fact[V], ...]

    @property
    def vocabulary(self) -> Vocabulary:
        """The names that rules about it may use."""
        return {fact.name: fact.kind for fact in self.facts}
