"""How each state gives points: the whole weight, nothing, a share of it, or what a formula comes to."""

from collections.abc import Mapping
from fractions import Fraction
from math import lcm

import attrs
import numpy as np

from perfrules.columnar.numbers import MOST, Integers
from perfrules.columnar.pieces import Award, ByFormula, Share
from perfrules.columnar.plans import Measure
from perfrules.columnar.spellings import Indexes
from perfrules.columnar.states import Row, Standing, States, extent
from perfrules.evaluation import Verdict
from perfrules.formulas import Name, Number, names_in
from perfrules.scoring import Rounding
from perfrules.units import UNITS

WEIGHT = "分值"

_NOTHING, _WHOLE = Number(Fraction(0)), Name(WEIGHT)
_NONE: Row = (0, 0, 0, 0)
_ENDS = (Fraction(0), Fraction(1))


@attrs.frozen(eq=False)
class Group:
    """States whose points are worked out alike.

    `courses` say how the names of the formula grow with the mantissa m: (a·m + b) / (c·m + d) for each state.
    """

    award: Share | ByFormula
    rounding: Rounding
    courses: Mapping[str, Integers]


@attrs.frozen(eq=False)
class Awards:
    """How each state gives points, for weights with so many decimals.

    Most give nothing or the whole weight: `low` and `high` times it. The others are in the group of that number, from 1
    on.
    """

    low: Integers
    high: Integers
    group: Indexes
    groups: tuple[Group, ...]


def awards_of(states: States, weight_places: int) -> Awards:
    """Lay out how the states of some plans give points."""
    simple = [_simple(each, weight_places) for each in states.standings]
    wanted: dict[tuple[Award, Rounding], int] = {}
    group = [
        0 if found else wanted.setdefault(_key(each), len(wanted) + 1)
        for each, found in zip(states.standings, simple, strict=True)
    ]
    ends = np.array([found or (0, 0) for found in simple], np.int64).reshape(-1, 2)
    groups = [_group(award, rounding, states) for award, rounding in wanted]
    return Awards(ends[:, 0].copy(), ends[:, 1].copy(), np.array(group, np.int32), tuple(groups))


def _key(standing: Standing) -> tuple[Award, Rounding]:
    scheme = standing.plan.scored.scheme
    return standing.piece.state.award, Rounding() if scheme is None else attrs.evolve(scheme.rounding, basis="")


def _simple(standing: Standing, weight_places: int) -> tuple[int, int] | None:
    """Give the points where they are 0 or 1 times the weight, and rounding changes nothing."""
    award, rounding = _key(standing)
    is_rounded = rounding.places is not None and weight_places > rounding.places
    match award:
        case None | ByFormula(formula=Number(number=0)):
            return 0, 0
        case ByFormula(formula=Name("分值")) if not is_rounded:
            return 1, 1
        case Share(low, high, rounded) if low in _ENDS and high in _ENDS and not (rounded and is_rounded):
            return int(low), int(high)
        case _:
            return None


def _group(award: Award, rounding: Rounding, states: States) -> Group:
    if not isinstance(award, ByFormula):
        return Group(award or Share(*_ENDS, rounded=False), rounding, {})
    names = dict.fromkeys(name for name in names_in(award.formula) if name != WEIGHT)
    courses = {name: _courses(name, states, award) for name in names}
    return Group(award, rounding, courses)


def _courses(name: str, states: States, award: ByFormula) -> Integers:
    scale = 10**states.places
    rows = [_course(name, each, scale) if each.piece.state.award == award else _NONE for each in states.standings]
    # What is too long to be worked with is left out, and so left to the scalar engine.
    fitting = [row if max(map(abs, row)) < MOST else _NONE for row in rows]
    return np.array(fitting, np.int64).reshape(-1, 4).T.copy()


def _course(name: str, standing: Standing, scale: int) -> Row:
    """Say how a name of a formula grows with the mantissa in one state; zeros where it has no value."""
    scheme, measure = standing.plan.scored.scheme, standing.plan.measure
    for parameter in scheme.parameters if scheme else ():
        if parameter.name == name:
            return _line(Fraction(0), parameter.value)
    if measure is None:
        return _NONE
    match name:
        case "完成率":
            return extent(measure, scale)[0]
        case "实际值":
            return _line(measure.factor / scale, Fraction(0))
        case "指标值":
            return _NONE if measure.bound is None else _line(Fraction(0), measure.bound)
        case "差距":
            return _line(*_gap(standing, measure, scale))
        case "逾期天数":
            day = UNITS.unit_of((("天", 1),)).factor
            return _line(*(part / day for part in _gap(standing, measure, scale)))
        case _:
            return _NONE


def _line(slope: Fraction, start: Fraction) -> Row:
    under = lcm(slope.denominator, start.denominator)
    return int(slope * under), int(start * under), 0, under


def _gap(standing: Standing, measure: Measure, scale: int) -> tuple[Fraction, Fraction]:
    """Say how the distance from the interval grows. Every piece lies wholly below it, inside, or above."""
    low, high, start = measure.interval.low, measure.interval.high, standing.piece.start
    if standing.piece.state.verdict is Verdict.MET:
        return Fraction(0), Fraction(0)
    step = measure.factor / scale
    if low is not None and (start is None or start * measure.factor < low):
        return -step, low
    return step, -(high or Fraction(0))
