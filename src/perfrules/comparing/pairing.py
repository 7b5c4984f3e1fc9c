"""Which of the old things is which of the new: by what they are called, then by what they may have been called."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import get_close_matches
from typing import Generic, TypeVar

import attrs

T = TypeVar("T")

# To find similar names takes a while: only among so many that are left, and so many characters.
_MOST = 50
_LONGEST = 50


@attrs.frozen
class Pair(Generic[T]):
    """An old and a new thing, or one of them alone. `doubtful` where only their names are alike."""

    old: T | None
    new: T | None
    doubtful: bool = False


def pair(
    old: Sequence[T],
    new: Sequence[T],
    keys: Sequence[Callable[[T], Hashable]],
    name: Callable[[T], str],
    *,
    alike: bool = True,
) -> Iterator[Pair[T]]:
    """Pair things by the first key, those left over by the next, and at last by names that are `alike`.

    By the first key, several of the same are paired in their order; by the others only what is alone on both sides.
    The old ones come first, in their order, then those that are only new.

    >>> list(pair(["场次", "人数"], ["人数", "场次数"], [str], str))  # doctest: +NORMALIZE_WHITESPACE
    [Pair(old='场次', new='场次数', doubtful=True), Pair(old='人数', new='人数', doubtful=False)]
    """
    found: dict[int, int] = {}
    for round_, key in enumerate(keys):
        _by_key(old, new, key, found, alone=round_ > 0)
    certain = set(found)
    if alike:
        _by_likeness([name(each) for each in old], [name(each) for each in new], found)
    for index, each in enumerate(old):
        if index in found:
            yield Pair(each, new[found[index]], index not in certain)
        else:
            yield Pair(each, None)
    taken = set(found.values())
    yield from (Pair(None, each) for index, each in enumerate(new) if index not in taken)


def _by_key(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable], found: dict[int, int], alone: bool
) -> None:
    left = _grouped(old, key, set(found))
    right = _grouped(new, key, set(found.values()))
    for value, mine in left.items():
        theirs = right.get(value, [])
        if not alone or len(mine) == len(theirs) == 1:
            found.update(zip(mine, theirs, strict=False))


def _grouped(things: Sequence[T], key: Callable[[T], Hashable], taken: set[int]) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for index, each in enumerate(things):
        if index not in taken:
            groups[key(each)].append(index)
    return groups


def _by_likeness(old: Sequence[str], new: Sequence[str], found: dict[int, int]) -> None:
    left = [index for index in range(len(old)) if index not in found][:_MOST]
    taken = set(found.values())
    right = {new[index][:_LONGEST]: index for index in range(len(new)) if index not in taken}
    names = list(right)[:_MOST]
    for index in left:
        for close in get_close_matches(old[index][:_LONGEST], names, n=1, cutoff=0.6):
            found[index] = right[close]
            names.remove(close)
