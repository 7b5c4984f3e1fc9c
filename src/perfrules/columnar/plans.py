"""What is worked out for the lines of one target that are reported in one unit, once for all of them."""

from fractions import Fraction

import attrs

from perfrules.actuals import read_actual
from perfrules.columnar.formulas import is_columnar
from perfrules.columnar.pieces import ByFormula, Piece, Scored, pieces_of, state_of
from perfrules.columnar.turning import ANY, Measuring, NotStepwiseError, single
from perfrules.evaluation import NumbersCompared, evaluate
from perfrules.targets import Interval
from perfrules.units import Unit


@attrs.frozen
class Measure:
    """How numbers as they are written compare: `factor` makes them amounts in base units, in which `interval` is.

    `unit` is the one in which people see them, and `bound` the one number that the interval is made of, if it is.
    """

    factor: Fraction
    interval: Interval
    unit: Unit

    @property
    def bound(self) -> Fraction | None:
        """The one number that a half-line or a point is made of."""
        return single(self.interval)


@attrs.frozen
class Plan:
    """What the lines of one target in one unit come to: the pieces, by number, and how far each number goes."""

    reading: str
    assumption: str
    pieces: tuple[Piece, ...]
    measure: Measure | None
    scored: Scored


def plan_of(measuring: Measuring, scored: Scored, *, reported: bool = True) -> Plan:
    """Work out a plan; where nothing is `reported`, all lines come to the same.

    Raises:
        NotStepwiseError: The scalar engine has to say what the lines come to.

    >>> from perfrules.targets import parse
    >>> plan = plan_of(Measuring(parse("≥60家"), None), Scored(None))
    >>> plan.reading, len(plan.pieces), plan.measure.bound
    ('bound', 2, Fraction(60, 1))
    """
    target = measuring.target
    reading = str(target.to_dict()["kind"])
    if not reported:
        nothing = evaluate(target, read_actual(None), baseline=measuring.baseline)
        pieces: tuple[Piece, ...] = (Piece(None, True, state_of(nothing, scored)),)
        return Plan(reading, target.assumption, pieces, None, scored)
    pieces = pieces_of(measuring, scored)
    if not all(is_columnar(each.state.award.formula) for each in pieces if isinstance(each.state.award, ByFormula)):
        raise NotStepwiseError
    compared = measuring.outcome(ANY).compared
    measure = None
    if isinstance(compared, NumbersCompared):
        measure = Measure(compared.measured / ANY, compared.interval, compared.unit)
    return Plan(reading, target.assumption, pieces, measure, scored)
