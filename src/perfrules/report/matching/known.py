"""Names that are known, and how a name that was typed again is found among them."""

from collections.abc import Iterable
from typing import Generic, TypeVar

import attrs

from perfrules.names import comparable
from perfrules.names.alike import Kind, likeness, loosely, same_serial, shapes

T = TypeVar("T")

Entry = tuple[int, str, T]
"""The table that a name stands in, the name, and what it names."""

_Index = dict[tuple[int | None, str], list[tuple[str, T]]]
"""By the table, or None for all of them, and a text made of the name."""


@attrs.frozen
class Alike(Generic[T]):
    """What has a name that is only alike, that name, and what they differ in."""

    thing: T
    name: str
    difference: str


class Known(Generic[T]):
    """Names of one kind, looked up in one table or, with None, in all."""

    def __init__(self, entries: Iterable[Entry[T]], kind: Kind) -> None:
        self._entries = list(entries)
        self._kind = kind
        self._exact: _Index[T] = {}
        self._loose: _Index[T] = {}
        self._shapes: _Index[T] = {}
        for table, name, thing in self._entries:
            _add(self._exact, table, comparable(name), name, thing)
            _add(self._loose, table, loosely(name), name, thing)

    def exactly(self, table: int | None, name: str) -> list[T]:
        """Give what has this very name, whatever its white space and width."""
        return _distinct(thing for _, thing in self._exact.get((table, comparable(name)), ()))

    def loosely(self, table: int | None, name: str) -> list[T]:
        """Give what has the same name within the tolerance of chapter 56."""
        found = self._loose.get((table, loosely(name)), ())
        return _distinct(thing for known, thing in found if same_serial(known, name))

    def alike(self, table: int | None, name: str) -> list[Alike[T]]:
        """Give what has a name that is alike, each once, in the order of the tables."""
        if not self._shapes:  # only where something does not match, which is seldom
            for own, known, thing in self._entries:
                for shape in set(shapes(known, self._kind)):
                    _add(self._shapes, own, shape, known, thing)
        near = [pair for shape in set(shapes(name, self._kind)) for pair in self._shapes.get((table, shape), ())]
        found: dict[T, Alike[T]] = {}
        for known, thing in near:
            if thing not in found and (difference := likeness(name, known, self._kind)):
                found[thing] = Alike(thing, known, difference)
        order = {thing: index for index, (_, _, thing) in enumerate(self._entries)} if len(found) > 1 else {}
        return sorted(found.values(), key=lambda each: order.get(each.thing, 0))


def _add(index: _Index[T], table: int, text: str, name: str, thing: T) -> None:
    for whose in (table, None):
        index.setdefault((whose, text), []).append((name, thing))


def _distinct(things: Iterable[T]) -> list[T]:
    return list(dict.fromkeys(things))
