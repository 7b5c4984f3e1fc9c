"""What the lines of one target come to, for every number: asked of the scalar engine, once for each stretch of them."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

import attrs

from perfrules.actuals import NotReported
from perfrules.columnar.turning import Measuring, turning_points
from perfrules.diagnostics import Code
from perfrules.evaluation import NumbersCompared, Outcome, Verdict
from perfrules.formulas import Formula
from perfrules.scoring import (
    BandTable,
    Rounding,
    Scheme,
    ScoringRule,
    TierTable,
    fitting,
    is_inapplicable,
    score,
    table_of,
)
from perfrules.scoring.facts import indicator_facts
from perfrules.tables import Indicator

_WEIGHT = Fraction(1)
_INSIDE = Fraction(355, 1009)
"""How far into a gap the number lies that is asked about: one that no rule is likely to name."""


@attrs.frozen
class Share:
    """Points that are a share of the weight, or lie between two such; `rounded` as the scheme says."""

    low: Fraction
    high: Fraction
    rounded: bool


@attrs.frozen
class ByFormula:
    """Points by the formula of a rule."""

    formula: Formula


Award = Share | ByFormula | None
"""How points are given; None where there are none."""


@attrs.frozen
class State:
    """What lines come to: verdict, codes, whether numbers were compared, and how points are given."""

    verdict: Verdict
    codes: str
    compared: bool
    award: Award


@attrs.frozen
class Piece:
    """Numbers that come to the same: from `start` on, or from behind it; None starts at the very beginning."""

    start: Fraction | None
    closed: bool
    state: State


@attrs.frozen
class Scored:
    """By what a line is scored: scheme and class; without a scheme, `problems` says why."""

    scheme: Scheme | None
    category: str = ""
    subcategory: str = ""
    problems: tuple[str, ...] = ()


def pieces_of(measuring: Measuring, scored: Scored) -> tuple[Piece, ...]:
    """Divide all numbers into stretches that come to the same.

    Raises:
        NotStepwiseError: They cannot be divided.

    >>> from perfrules.targets import parse
    >>> for piece in pieces_of(Measuring(parse("≥60家"), None), Scored(None)):
    ...     print(piece.start, piece.closed, piece.state.verdict.value)
    None True unmet
    60 True met
    """
    pieces: list[Piece] = []
    for start, closed, number in _stretches(turning_points(measuring, scored.scheme)):
        state = state_of(measuring.outcome(number), scored)
        if not pieces or pieces[-1].state != state:
            pieces.append(Piece(start, closed, state))
    return tuple(pieces)


def _stretches(points: Sequence[Fraction]) -> Iterator[tuple[Fraction | None, bool, Fraction]]:
    """Give every point and every gap between points: where it starts, and a number in it."""
    yield None, True, points[0] - 1
    for point, following in zip(points, [*points[1:], points[-1] + 2], strict=True):
        yield point, True, point
        yield point, False, point + (following - point) * _INSIDE


def state_of(outcome: Outcome, scored: Scored) -> State:
    """Say what a line comes to, in terms that hold for other numbers too."""
    codes = [each.code for each in outcome.diagnostics]
    award: Award = None
    if scored.scheme is not None:
        award, more = _award(outcome, scored, scored.scheme)
        codes += more
    texts = dict.fromkeys([*(code.id for code in codes), *scored.problems])
    compared = isinstance(outcome.compared, NumbersCompared)
    return State(outcome.verdict, " ".join(texts), compared, award)


def _award(outcome: Outcome, scored: Scored, scheme: Scheme) -> tuple[Award, list[Code]]:
    indicator = Indicator("", outcome.target, scored.category, scored.subcategory)
    # Of a weight of 1, without rounding, the points are the share that any other weight gets.
    points = score(outcome, _WEIGHT, attrs.evolve(scheme, rounding=Rounding()), indicator)
    codes = [each.code for each in points.diagnostics]
    share = Share(points.low, points.high, rounded=False)
    if isinstance(outcome.actual.value, NotReported) or is_inapplicable(outcome.actual):
        return share, codes
    rule = fitting(scheme.rules, indicator_facts(outcome, _WEIGHT, indicator, scheme).values)
    if not isinstance(rule, ScoringRule) or Code.AWARD_UNDEFINED in codes:
        return share, codes
    match table_of(rule, scheme):
        case BandTable():
            return attrs.evolve(share, rounded=True), codes
        case TierTable():
            return share, codes
        case None:
            # Whether points would be more than the weight, or less than none, is another matter for every number.
            return ByFormula(rule.award), [code for code in codes if code is not Code.AWARD_CLAMPED]
