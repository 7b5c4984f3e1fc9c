"""The plans of a table of lines as arrays, so that every row finds what it comes to by looking numbers up."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import ceil, floor, gcd

import attrs
import numpy as np
import numpy.typing as npt

from perfrules.columnar.numbers import MOST, Flags, Integers
from perfrules.columnar.pieces import Piece
from perfrules.columnar.plans import Measure, Plan
from perfrules.columnar.spellings import Indexes, Spellings

_FLOAT = 2**53
"""Whole numbers up to here are exact as floats, so that a quotient of two such is the float nearest to it."""

Row = tuple[int, ...]


@attrs.frozen
class Standing:
    """A piece of a plan: what its lines come to, and by what they are measured and scored."""

    plan: Plan
    piece: Piece


@attrs.frozen(eq=False)
class States:
    """Plans for numbers with so many decimals.

    A row with the mantissa m of plan p is in the state `first[p]` + how many of `starts[:, p]` m has reached. `most[p]`
    is how large m may be. `rate[:, p]` are a, b, c, d of the attainment (a·m + b) / (c·m + d), `gap[:, p]` a, b, c of
    the deviation (a·m + b) / c; all zeros where there is none, as there is none in states that are not `compared`.
    `words` are what each state says.
    """

    places: int
    standings: tuple[Standing, ...]
    first: Indexes
    starts: Integers
    most: Integers
    rate: Integers
    gap: Integers
    compared: Flags
    words: Mapping[str, Indexes]

    def of(self, plan: Indexes, mantissa: Integers) -> Indexes:
        """Give the state of each row."""
        state = np.take(self.first, plan)
        for start in self.starts:
            state += mantissa >= np.take(start, plan)
        return state

    def reach(self, plan: Indexes, mantissa: Integers) -> Flags:
        """Tell the rows whose plan is here, and whose number is small enough."""
        return np.abs(mantissa) <= np.take(self.most, plan)


def states_of(plans: Sequence[Plan | None], places: int, words: Mapping[str, Spellings]) -> States:
    """Lay plans out as arrays; rows of a plan that is None are out of reach.

    >>> from perfrules.columnar.pieces import Scored
    >>> from perfrules.columnar.plans import plan_of
    >>> from perfrules.columnar.results import new_words
    >>> from perfrules.columnar.turning import Measuring
    >>> from perfrules.targets import parse
    >>> states = states_of([plan_of(Measuring(parse("≥60家"), None), Scored(None))], 1, new_words())
    >>> states.starts, states.rate[:, 0], states.of(np.zeros(2, np.int32), np.array([599, 600]))
    (array([[600]]), array([  1,   0,   0, 600]), array([0, 1], dtype=int32))
    """
    scale = 10**places
    standings = [Standing(plan, piece) for plan in plans if plan for piece in plan.pieces]
    lengths = [len(plan.pieces) if plan else 0 for plan in plans]
    first = np.cumsum([0, *lengths])[:-1].astype(np.int32)
    starts = np.full((max([*lengths, 1]) - 1, len(plans)), MOST, np.int64)
    rates, gaps, most = list[Row](), list[Row](), list[int]()
    for index, plan in enumerate(plans):
        rate, gap = extent(plan.measure if plan else None, scale)
        if plan is not None:
            starts[: len(plan.pieces) - 1, index] = [_start(piece, scale) for piece in plan.pieces[1:]]
        largest = -1 if plan is None else _largest(rate, gap)
        most.append(largest)
        rates.append(rate if largest >= 0 else (0, 0, 0, 0))
        gaps.append(gap if largest >= 0 else (0, 0, 0))
    compared = np.array([each.piece.state.compared for each in standings], np.bool_)
    return States(
        places,
        tuple(standings),
        first,
        starts,
        np.array(most, np.int64),
        _columns(rates, 4),
        _columns(gaps, 3),
        compared,
        _words(standings, words),
    )


def _words(standings: Sequence[Standing], words: Mapping[str, Spellings]) -> dict[str, Indexes]:
    said: dict[str, list[str | None]] = {
        "verdict": [each.piece.state.verdict.value for each in standings],
        "deviation_unit": [_deviation_unit(each) for each in standings],
        "reading": [each.plan.reading for each in standings],
        "assumption": [each.plan.assumption for each in standings],
        "codes": [each.piece.state.codes for each in standings],
    }
    return {name: np.array(list(map(words[name].code, texts)), np.int32) for name, texts in said.items()}


def _deviation_unit(standing: Standing) -> str | None:
    measure = standing.plan.measure
    if measure is None or measure.bound is None or not standing.piece.state.compared:
        return None
    return "百分点" if measure.unit.text == "%" else measure.unit.text


def _start(piece: Piece, scale: int) -> int:
    """Give the first whole number that is in a piece."""
    start = Fraction(0) if piece.start is None else piece.start * scale
    return min(max(ceil(start) if piece.closed else floor(start) + 1, -MOST), MOST)


def extent(measure: Measure | None, scale: int) -> tuple[Row, Row]:
    """Give attainment and deviation of m / scale as whole numbers; see :class:`States`."""
    if measure is None or measure.bound is None:
        return (0, 0, 0, 0), (0, 0, 0)
    bound = measure.bound / measure.factor * scale
    rate = _reduced(bound.denominator, 0, 0, bound.numerator)
    if measure.interval.low is None:
        rate = _reduced(0, bound.numerator, bound.denominator, 0)
    step = measure.factor / measure.unit.factor / scale
    gap = _reduced(
        bound.denominator * step.numerator, -bound.numerator * step.numerator, step.denominator * bound.denominator
    )
    return rate, gap


def _reduced(*numbers: int) -> Row:
    shared = gcd(*numbers)
    return tuple(number // shared for number in numbers)


def _largest(rate: Row, gap: Row) -> int:
    """Give how large a mantissa may be so that all that it is multiplied with stays exact as a float; -1 for none."""
    factor = max(map(abs, (rate[0], rate[2], gap[0], 1)))
    fixed = max(map(abs, (rate[1], rate[3], gap[1], gap[2])))
    return (_FLOAT - fixed) // factor if fixed < _FLOAT else -1


def _columns(rows: Sequence[Row], width: int) -> npt.NDArray[np.int64]:
    return np.array(rows, np.int64).reshape(len(rows), width).T.copy()
