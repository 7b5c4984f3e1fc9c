"""The tables as sets of what they ask, in numbers: which are the same, and which have most in common."""

from collections.abc import Iterator
from fractions import Fraction

import attrs
import numpy as np
from numpy.typing import NDArray

from perfrules.surveying.lines import Numbers

LONGEST_LIST = 3_000
"""Tables that share a rare indicator and are still compared each with each; a commoner one says nothing of copying."""

_PAIRS = 1 << 20
_SCALE = 10**9
"""Likenesses are ordered by so many parts: sets of less than 30,000 elements never differ by less."""


@attrs.frozen(eq=False)
class Sets:
    """Sets of numbers below `elements`, one behind the other, sorted: set `n` is `members[starts[n]:starts[n + 1]]`."""

    members: Numbers
    starts: Numbers
    elements: int

    @property
    def sizes(self) -> Numbers:
        """How many elements each has."""
        return np.diff(self.starts)

    def chosen(self, which: Numbers) -> "Sets":
        """Give some of the sets."""
        sizes = self.sizes[which]
        return Sets(self.members[_stretches(self.starts[which], sizes)], _starts(sizes), self.elements)


def sets_of(owner: Numbers, element: Numbers, owners: int, elements: int) -> Sets:
    """Put elements together by whose they are; the same one twice counts once.

    >>> sets_of(np.array([1, 0, 1, 1]), np.array([7, 7, 3, 7]), 2, 8).members.tolist()
    [7, 3, 7]
    """
    keys = np.unique(owner * elements + element)
    return Sets(keys % elements, _starts(np.bincount(keys // elements, minlength=owners)), elements)


def first_alike(sets: Sets) -> Numbers:
    """Give for each set the first one that has the same elements, which may be itself.

    >>> first_alike(sets_of(np.array([0, 1, 1, 2]), np.array([5, 5, 6, 5]), 3, 7)).tolist()
    [0, 1, 0]
    """
    sizes, found = sets.sizes, np.arange(len(sets.starts) - 1)
    for size in np.unique(sizes):
        which = np.flatnonzero(sizes == size)
        rows = sets.members[_stretches(sets.starts[which], sizes[which])].reshape(len(which), size)
        _, first, same = np.unique(rows, axis=0, return_index=True, return_inverse=True)
        found[which] = which[first[same.reshape(-1)]]
    return found


@attrs.frozen(eq=False)
class Nearest:
    """For each set: the other one that it has most in common with, the elements that both have, and how many are near.

    `partner` is -1 where none is near. `left_out` elements are in so many sets that these were not compared for it.
    """

    partner: Numbers
    shared: Numbers
    near: Numbers
    left_out: int


def nearest(sets: Sets, least: Fraction) -> Nearest:
    """Find the sets of which the shared elements are at least a share of all their elements (Jaccard).

    No two sets may be the same. Exact but for elements of more than :data:`LONGEST_LIST` sets: two sets that are near
    share one of their rarest elements, so that only those that do are compared.

    >>> owner, element = np.array([0, 0, 0, 1, 1, 1, 2]), np.array([1, 2, 3, 1, 2, 4, 5])
    >>> nearest(sets_of(owner, element, 3, 6), Fraction(1, 2)).partner.tolist()
    [1, 0, -1]
    """
    ranked = _by_rarity(sets)
    sizes, count = ranked.sizes, len(ranked.starts) - 1
    best, near = _Best.of(count), np.zeros(count, np.int64)
    candidates = _Candidates.of(ranked, least)
    for one, other, by in candidates.chunks():
        common, first = _common(ranked, one, other, candidates.left_out)
        union = sizes[one] + sizes[other] - common
        # Each pair counts once: where it is found by the first element that both have.
        fits = (common * least.denominator >= union * least.numerator) & (first == by)
        owner, beside = np.concatenate([one[fits], other[fits]]), np.concatenate([other[fits], one[fits]])
        near += np.bincount(owner, minlength=count)
        best.note(owner, beside, np.tile(common[fits], 2), np.tile(union[fits], 2))
    return Nearest(best.partner, best.shared, near, int(candidates.left_out.sum()))


@attrs.frozen(eq=False)
class _Candidates:
    """Which sets may be near, by the elements that they begin with, the rarest first.

    Of two sets that are near, n elements of the smaller and m of the larger, at least α = ⌈t·(n + m)/(1 + t)⌉ are
    shared. So the first shared one is among the first n - α + 1 of the smaller and the first m - α + 1 of the larger.
    `element`, `owner`, `size`, `at` are the beginnings of all sets, in order of element and size; from `first` on stand
    `partners` others that have the same element and are as large or larger, as far as they may be near.
    """

    element: Numbers
    owner: Numbers
    size: Numbers
    at: Numbers
    first: Numbers
    partners: Numbers
    least: Fraction
    left_out: NDArray[np.bool_]

    @classmethod
    def of(cls, sets: Sets, least: Fraction) -> "_Candidates":
        sizes = sets.sizes
        beginnings = sizes + 1 - _share(sizes, least)
        owner = np.repeat(np.arange(len(sizes)), beginnings)
        element = sets.members[_stretches(sets.starts[:-1], beginnings)]
        at = _stretches(np.zeros_like(beginnings), beginnings)
        order = np.lexsort((owner, sizes[owner], element))
        element, owner, at = element[order], owner[order], at[order]
        size = sizes[owner]
        left_out = np.bincount(element, minlength=sets.elements) > LONGEST_LIST
        widest = int(sizes.max(initial=0)) + 1
        largest = np.minimum(size * least.denominator // least.numerator, widest - 1)
        key = element * widest + size
        ends = np.searchsorted(key, element * widest + largest, side="right")
        # α is least where both are as large; then, since they are not the same, not all elements are shared.
        fewest = _share(2 * size, least / (1 + least))
        first = np.where(fewest < size, np.arange(len(owner)) + 1, np.searchsorted(key, key, side="right"))
        may = ~left_out[element] & (at <= size - fewest)
        return cls(element, owner, size, at, first, np.where(may, ends - first, 0), least, left_out)

    def chunks(self) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
        """Give pairs, and the element that each was found by, some at a time."""
        ends = np.cumsum(self.partners)
        start = 0
        while start < len(ends):
            done = ends[start - 1] if start else 0
            end = max(start + 1, int(np.searchsorted(ends, done + _PAIRS, side="right")))
            counts = self.partners[start:end]
            first = np.repeat(np.arange(start, end), counts)
            second = _stretches(self.first[start:end], counts)
            wanted = _share(self.size[first] + self.size[second], self.least / (1 + self.least))
            left = np.minimum(self.size[first] - self.at[first], self.size[second] - self.at[second])
            first, second = first[left >= wanted], second[left >= wanted]
            yield self.owner[first], self.owner[second], self.element[first]
            start = end


def _share(sizes: Numbers, share: Fraction) -> Numbers:
    """Give a share of numbers, rounded up."""
    return -(-sizes * share.numerator // share.denominator)


def _by_rarity(sets: Sets) -> Sets:
    """Number elements anew, the rarest first, so that sets begin with what few have."""
    frequency = np.bincount(sets.members, minlength=sets.elements)
    rank = np.empty(sets.elements, np.int64)
    rank[np.argsort(frequency, kind="stable")] = np.arange(sets.elements)
    count = len(sets.starts) - 1
    return sets_of(np.repeat(np.arange(count), sets.sizes), rank[sets.members], count, sets.elements)


def _common(sets: Sets, one: Numbers, other: Numbers, left_out: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
    """Give how many elements pairs of sets share, and the first of them by which sets are compared."""
    if not len(one):
        return one, one
    sizes = sets.sizes
    keys = np.repeat(np.arange(len(sizes)), sizes) * sets.elements + sets.members
    members = sets.members[_stretches(sets.starts[one], sizes[one])]
    wanted = np.repeat(other, sizes[one]) * sets.elements + members
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    is_shared = keys[at] == wanted
    pieces = _starts(sizes[one])[:-1]
    first = np.where(is_shared & ~left_out[members], members, sets.elements)
    return np.add.reduceat(is_shared.astype(np.int64), pieces), np.minimum.reduceat(first, pieces)


@attrs.frozen(eq=False)
class _Best:
    """The nearest so far, for each set; of several that are as near, the first."""

    likeness: Numbers
    partner: Numbers
    shared: Numbers

    @classmethod
    def of(cls, count: int) -> "_Best":
        return cls(np.full(count, -1), np.full(count, -1), np.zeros(count, np.int64))

    def note(self, owner: Numbers, beside: Numbers, common: Numbers, union: Numbers) -> None:
        likeness = common * _SCALE // np.maximum(union, 1)
        owner, first = _first_of_each(owner, np.lexsort((beside, -likeness, owner)))
        likeness, beside, common = likeness[first], beside[first], common[first]
        before, partner = self.likeness[owner], self.partner[owner]
        better = (likeness > before) | ((likeness == before) & (beside < partner))
        owner = owner[better]
        self.likeness[owner], self.partner[owner] = likeness[better], beside[better]
        self.shared[owner] = common[better]


def _first_of_each(owner: Numbers, order: Numbers) -> tuple[Numbers, Numbers]:
    owners, first = np.unique(owner[order], return_index=True)
    return owners, order[first]


def _starts(sizes: Numbers) -> Numbers:
    starts = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=starts[1:])
    return starts


def _stretches(starts: Numbers, sizes: Numbers) -> Numbers:
    """Give the numbers of stretches, one behind the other: from 5 two, from 9 one are 5, 6, 9."""
    offsets = np.cumsum(sizes) - sizes
    numbers: Numbers = np.arange(int(sizes.sum())) + np.repeat(starts - offsets, sizes)
    return numbers
