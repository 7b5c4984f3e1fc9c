"""Which other schemes give the scores that a scheme does not."""

from collections.abc import Mapping, Sequence

import attrs

from perfrules.auditing.recount import CountedLine, CountedMoney
from perfrules.auditing.standing import Standing, agreements
from perfrules.scoring import Scheme

MOST_TRIED = 1000
"""So many scores of a table are tried by other schemes. No table has as many; a hostile file may."""


@attrs.frozen
class Explained:
    """What other schemes give, for the scores of a table by their index.

    `by` holds for each that differs the schemes that give it, none where none does; what is not in it was not tried.
    `whole` are the schemes that give every score of the table.
    """

    by: Mapping[int, tuple[Scheme, ...]] = attrs.field(factory=dict)
    whole: tuple[Scheme, ...] = ()


def explain(compared: Sequence[tuple[CountedLine | CountedMoney, Standing]], others: Sequence[Scheme]) -> Explained:
    """Try other schemes on a table of which some score differs.

    >>> explain([], [])
    Explained(by={}, whole=())
    """
    tried = [index for index, (_, how) in enumerate(compared) if how is not Standing.OPEN][:MOST_TRIED]
    differing = [place for place, index in enumerate(tried) if compared[index][1] is Standing.DIFFERENT]
    if not differing:
        return Explained()
    found = agreements([compared[index][0] for index in tried], others)
    by = {tried[place]: tuple(scheme for scheme, agrees in found if agrees[place]) for place in differing}
    return Explained(by, tuple(scheme for scheme, agrees in found if all(agrees)))
