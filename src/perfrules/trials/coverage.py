"""What of a scheme its trials reach: which of its lines were used, and for each threshold, which sides of it.

Only what the scheme's own text states is counted, and thresholds that its own parameters move; what it inherits is
tried where it is stated. A threshold is tried by a case at it, one just below and one just above, where mistakes are
made.
"""

from collections.abc import Iterable
from fractions import Fraction

import attrs

from perfrules.scoring import Scheme
from perfrules.trials.items import Item, items_of
from perfrules.trials.reach import reached
from perfrules.trials.trial import Case


@attrs.frozen
class Coverage:
    """What there is to try in a scheme, and what of it was not."""

    items: tuple[Item, ...]
    missing: tuple[Item, ...]

    @property
    def share(self) -> Fraction:
        """The share that was tried; all of it where there is nothing to try.

        >>> Coverage((Item("规则", "甲"), Item("规则", "乙")), (Item("规则", "乙"),)).share
        Fraction(1, 2)
        """
        return 1 - Fraction(len(self.missing), len(self.items)) if self.items else Fraction(1)


def coverage_of(scheme: Scheme, cases: Iterable[Case]) -> Coverage:
    """Find what of a scheme the cases reach."""
    items = tuple(dict.fromkeys(items_of(scheme)))
    found = {item for case in cases for item in reached(scheme, case)}
    return Coverage(items, tuple(item for item in items if item not in found))
