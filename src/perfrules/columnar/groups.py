"""Which combinations of columns ask for the same, though they are written differently or stand behind other names."""

from collections.abc import Hashable, Sequence

import attrs
import numpy as np

from perfrules.columnar.numbers import Flags, Integers
from perfrules.columnar.spellings import Indexes


@attrs.define(eq=False)
class Groups:
    """Groups of combinations, one for each key: `of` is the group of each combination, `first` one of each group.

    >>> groups = Groups()
    >>> groups.add(["≥60家", "≤5天", "≥60家"])
    >>> groups.of, groups.first
    (array([0, 1, 0], dtype=int32), [0, 1])
    """

    of: Indexes = attrs.field(factory=lambda: np.zeros(0, np.int32))
    first: list[int] = attrs.field(factory=list)
    plan: Indexes = attrs.field(factory=lambda: np.zeros(0, np.int32))
    _index: dict[Hashable, int] = attrs.field(factory=dict)
    _counts: Integers = attrs.field(factory=lambda: np.zeros(0, np.int64))
    _done: Flags = attrs.field(factory=lambda: np.zeros(0, np.bool_))

    def add(self, keys: Sequence[Hashable]) -> None:
        """Add the next combinations by their keys."""
        start, found = len(self.of), list[int]()
        for offset, key in enumerate(keys):
            group = self._index.setdefault(key, len(self.first))
            if group == len(self.first):
                self.first.append(start + offset)
            found.append(group)
        self.of = np.append(self.of, np.array(found, np.int32))
        more = len(self.first) - len(self.plan)
        self.plan = np.append(self.plan, np.zeros(more, np.int32))
        self._counts = np.append(self._counts, np.zeros(more, np.int64))
        self._done = np.append(self._done, np.zeros(more, np.bool_))

    def planned(self) -> "Groups":
        """Give the groups that have plans, without their combinations."""
        kept = Groups()
        plans = {key: int(self.plan[group]) for key, group in self._index.items() if self.plan[group]}
        kept.add(list(plans))
        kept.set_plans(dict(enumerate(plans.values())))
        kept.of = kept.of[:0]
        kept._done[:] = True
        return kept

    def frequent(self, combinations: Indexes, often: int) -> list[int]:
        """Count rows, and give the groups that have become frequent, each once."""
        if self._done.all():
            return []
        self._counts += np.bincount(np.take(self.of, combinations), minlength=len(self._counts))
        found = np.flatnonzero((self._counts >= often) & ~self._done)
        self._done[found] = True
        return [int(group) for group in found]

    def set_plans(self, plans: dict[int, int]) -> None:
        """Set the plans of some groups. Other threads may look up the former ones meanwhile."""
        if plans:
            plan = self.plan.copy()
            plan[list(plans)] = list(plans.values())
            self.plan = plan

    def plans(self, combinations: Indexes) -> Indexes:
        """Give the plan of the group of each combination, 0 where there is none."""
        found: Indexes = np.take(self.plan, np.take(self.of, combinations))
        return found
