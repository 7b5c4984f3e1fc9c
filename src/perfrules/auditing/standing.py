"""How a printed score stands to what a scheme gives, and which other schemes give it exactly."""

from collections.abc import Iterable, Sequence
from enum import Enum

import attrs

from perfrules.auditing.agreement import is_score
from perfrules.auditing.recount import Counted
from perfrules.diagnostics import Code
from perfrules.scoring import Rounding, Scheme


class Standing(Enum):
    """How a printed score stands to the scheme."""

    SAME = "一致"
    JUDGED = "在评判范围内"
    EXPLAINED = "按别的算法一致"
    DIFFERENT = "不一致"
    OPEN = "无从核对"

    @property
    def agrees(self) -> bool:
        """Whether the scheme gives the printed score, or leaves it to a person who gave it."""
        return self in (Standing.SAME, Standing.JUDGED)


def standing(counted: Counted, scheme: Scheme) -> Standing:
    """Compare the printed score with what a scheme gives.

    It stays open where nothing is printed, where the line does not apply and got no points, and where it could be
    anything from nothing to everything. What a person judges must be inside its band.
    """
    printed, result = counted.printed, counted.by(scheme)
    if printed.number is None or (not result.weight and not (result.waived and printed.number)):
        return Standing.OPEN
    if result.points is not None:
        unrounded = attrs.evolve(scheme, rounding=Rounding())
        same = is_score(printed, result.points, lambda: counted.by(unrounded).points, scheme.rounding)
        return Standing.SAME if same else Standing.DIFFERENT
    judged = counted.by(scheme, printed.number)
    if judged.points is None:
        outside = any(each.code is Code.JUDGEMENT_OUTSIDE for each in judged.diagnostics)
        possible = not outside and result.low <= printed.number <= result.high
        return Standing.OPEN if possible else Standing.DIFFERENT
    undecided = result.low == 0 and result.high == result.weight
    return Standing.OPEN if undecided else Standing.JUDGED


def agreements(counted: Sequence[Counted], others: Iterable[Scheme]) -> list[tuple[Scheme, list[bool]]]:
    """Tell for each of some schemes which scores it reproduces.

    The scheme that reproduces most of them comes first, since a table is scored in one way.

    >>> [(scheme.name, agrees) for scheme, agrees in agreements([], [Scheme("例")])]
    [('例', [])]
    """
    found = [(scheme, [standing(each, scheme).agrees for each in counted]) for scheme in others]
    return sorted(found, key=lambda pair: -sum(pair[1]))
