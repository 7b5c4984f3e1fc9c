"""Which other schemes give the scores that a scheme does not."""

from collections.abc import Mapping, Sequence

import attrs

from perfrules.auditing.recount import CountedLine, CountedMoney
from perfrules.auditing.standing import Standing, agreements
from perfrules.scoring import Scheme

MOST_TRIED = 5000
"""So many scores of an audit are tried by other schemes. Hundreds of projects have as many; a hostile file has more."""


@attrs.frozen
class Explained:
    """What other schemes give, for the scores of a table by their index.

    `by` holds for each that differs the schemes that give it, none where none does; what is not in it was not tried.
    `whole` are the schemes that give every score of the table, `tried` is how many scores that took.
    """

    by: Mapping[int, tuple[Scheme, ...]] = attrs.field(factory=dict)
    whole: tuple[Scheme, ...] = ()
    tried: int = 0


def explain(
    compared: Sequence[tuple[CountedLine | CountedMoney, Standing]], others: Sequence[Scheme], most: int
) -> Explained:
    """Try other schemes on the scores of a table, `most` of them, where some score differs.

    >>> explain([], [], MOST_TRIED)
    Explained(by={}, whole=(), tried=0)
    """
    tried = [index for index, (_, how) in enumerate(compared) if how is not Standing.OPEN][:most]
    differing = [place for place, index in enumerate(tried) if compared[index][1] is Standing.DIFFERENT]
    if not differing:
        return Explained()
    found = agreements([compared[index][0] for index in tried], others)
    by = {tried[place]: tuple(scheme for scheme, agrees in found if agrees[place]) for place in differing}
    return Explained(by, tuple(scheme for scheme, agrees in found if all(agrees)), len(tried))
