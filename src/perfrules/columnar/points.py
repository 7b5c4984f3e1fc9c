"""The points of every row: its weight times what its state gives, rounded as the scheme says."""

from collections.abc import Iterator

import attrs
import numpy as np

from perfrules.columnar.awards import WEIGHT, Awards, Group
from perfrules.columnar.formulas import worked_out
from perfrules.columnar.numbers import MOST, Decimals, Flags, Integers
from perfrules.columnar.pieces import ByFormula
from perfrules.columnar.rationals import HALF, Rationals, TooLargeError
from perfrules.columnar.results import PLACES
from perfrules.columnar.spellings import Indexes
from perfrules.scoring import Rounding, RoundingMode

_SMALL = 2**20
_NEAREST = Rounding(PLACES, RoundingMode.HALF_EVEN)


@attrs.frozen(eq=False)
class Points:
    """The least and the most points of each row, in units of 10**-PLACES.

    `failed` are rows that the scalar engine has to score.
    """

    low: Integers
    high: Integers
    failed: Integers


def weights_reach(weights: Decimals) -> Flags:
    """Tell the rows whose weight is none too large and not negative."""
    most = MOST // 10 ** (PLACES - weights.places) if weights.places <= PLACES else -1
    return weights.known & (weights.mantissa >= 0) & (weights.mantissa <= most)


def points_of(awards: Awards, state: Indexes, mantissa: Integers, weights: Decimals, wanted: Flags) -> Points:
    """Give the points of all rows; what is said of those that are not `wanted` means nothing."""
    whole = weights.mantissa * 10 ** max(PLACES - weights.places, 0)
    low = whole * np.take(awards.low, state)
    high = low if np.array_equal(awards.low, awards.high) else whole * np.take(awards.high, state)
    if not awards.groups:
        return Points(low, high, np.zeros(0, np.int64))
    if high is low:
        high = low.copy()
    rows = np.flatnonzero((np.take(awards.group, state) > 0) & wanted)
    groups, failed = np.take(awards.group, state[rows]), list[Integers]()
    for number, group in enumerate(awards.groups, 1):
        for some in _in_parts(rows[groups == number], mantissa):
            weight = Rationals(weights.mantissa[some], np.array([10**weights.places]))
            try:
                least, most, known = _given(group, state[some], mantissa[some], weight)
            except TooLargeError:
                failed.append(some)
                continue
            low[some], high[some] = np.minimum(least, whole[some]), np.minimum(most, whole[some])
            failed.append(some[~known])
    return Points(low, high, np.concatenate([*failed, np.zeros(0, np.int64)]))


def _in_parts(rows: Integers, mantissa: Integers) -> Iterator[Integers]:
    """Keep large numbers from others, since one that is too large takes all that are worked out with it."""
    small = np.abs(mantissa[rows]) < _SMALL
    yield from (part for part in (rows[small], rows[~small]) if len(part))


def _given(group: Group, state: Indexes, mantissa: Integers, weight: Rationals) -> tuple[Integers, Integers, Flags]:
    if not isinstance(group.award, ByFormula):
        rounding = group.rounding if group.award.rounded else Rounding()
        ends = [
            weight * Rationals.constant(end.numerator, end.denominator) for end in (group.award.low, group.award.high)
        ]
        low, high = (_rounded(end, rounding) for end in ends)
        return low, high, np.ones(len(low), np.bool_)
    values = {name: _along(np.take(course, state, axis=1), mantissa) for name, course in group.courses.items()}
    exact = worked_out(group.award.formula, {WEIGHT: weight, **values})
    within = (exact.under > 0) & ~exact.is_less(_ZERO) & ~weight.is_less(exact)
    points = np.broadcast_to(_rounded(exact, group.rounding), mantissa.shape)
    return points, points, np.broadcast_to(within, mantissa.shape)


_ZERO = Rationals.constant(0)


def _along(course: Integers, mantissa: Integers) -> Rationals:
    """Give what a name stands for in each row; see :class:`Group`."""
    scale = Rationals(mantissa, np.array([1]))
    over = scale * Rationals(course[0], np.array([1])) + Rationals(course[1], np.array([1]))
    under = scale * Rationals(course[2], np.array([1])) + Rationals(course[3], np.array([1]))
    sign = np.where(under.over < 0, -1, 1)
    return Rationals(over.over * sign, under.over * sign)


def _rounded(exact: Rationals, rounding: Rounding) -> Integers:
    """Round numbers that are not negative, as the scheme says; in units of 10**-PLACES."""
    places = _NEAREST.places if rounding.places is None else rounding.places
    mode = _NEAREST.mode if rounding.places is None else rounding.mode
    scaled = exact * Rationals.constant(10 ** (places or 0))
    match mode:
        case RoundingMode.DOWN:
            whole = scaled.floor().over
        case RoundingMode.HALF_UP:
            whole = (scaled + HALF).floor().over
        case RoundingMode.HALF_EVEN:
            whole = (scaled + HALF).floor().over
            is_tie = 2 * scaled.over == (2 * whole - 1) * scaled.under
            whole -= is_tie & (whole % 2 == 1)
    points: Integers = whole * 10 ** (PLACES - (places or 0))
    return points
