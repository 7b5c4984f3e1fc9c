"""Where what a line comes to may change as its actual number grows: bounds, zero, and the thresholds of a scheme."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

import attrs

from perfrules.actuals import Actual, Amount
from perfrules.evaluation import NumbersCompared, Outcome, evaluate
from perfrules.formulas import Comparison, Evaluation, Formula, Given, Name, Value, names_in, parts_of
from perfrules.scoring import Scheme
from perfrules.targets import (
    AllOf,
    Amounts,
    Answers,
    AnyOf,
    Changes,
    Days,
    Interval,
    Judged,
    Levels,
    Quotients,
    Referred,
    Region,
    Target,
    Unset,
)
from perfrules.units import UNITS, Quantity, Unit, exact_text

_MEASURED = ("完成率", "实际值", "差距", "逾期天数")
_VARYING = frozenset({*_MEASURED, "分值"})
_ALWAYS = (Fraction(0), Fraction(1))
"""Where divisors and signs change, and where a bare number stops being a possible share."""

ANY = Fraction(7)
"""A number to ask with where any will do that is no share."""


class NotStepwiseError(Exception):
    """What a line comes to does not change at single numbers only, so that the scalar engine has to say it."""


@attrs.frozen
class Measuring:
    """A target of which numbers in one unit are reported; a `unit` of None means that none is written."""

    target: Target
    unit: Unit | None
    baseline: Actual | None = None

    def actual(self, number: Fraction) -> Actual:
        """Give the actual value that a number of the unit is."""
        base = number if self.unit is None else self.unit.to_base(number)
        text = exact_text(number) + ("" if self.unit is None else self.unit.text)
        return Actual(text, Amount(Interval(base, base), self.unit))

    def outcome(self, number: Fraction) -> Outcome:
        """Judge a number of the unit."""
        return evaluate(self.target, self.actual(number), baseline=self.baseline)

    @property
    def factor(self) -> Fraction | None:
        """How large one of the unit is in base units of the target; None where they do not compare."""
        compared = self.outcome(ANY).compared
        return compared.measured / ANY if isinstance(compared, NumbersCompared) else None


def turning_points(measuring: Measuring, scheme: Scheme | None) -> tuple[Fraction, ...]:
    """Give all numbers at which verdict, messages or the rule that fits may change, sorted, and maybe some more.

    Raises:
        NotStepwiseError: There may be others.

    >>> from perfrules.targets import parse
    >>> [str(each) for each in turning_points(Measuring(parse("≥60家"), None), None)]
    ['0', '1', '60']
    """
    points = set(_of_region(measuring, measuring.target.region))
    if scheme is not None:
        points.update(_of_scheme(measuring, scheme))
    return tuple(sorted({*points, *_ALWAYS}))


def _of_region(measuring: Measuring, region: Region) -> Iterable[Fraction]:
    match region:
        case Amounts(interval):
            part = attrs.evolve(measuring, target=attrs.evolve(measuring.target, region=region))
            return _bounds(interval, part.factor)
        case Quotients(interval):
            return _bounds(interval, Fraction(1) if measuring.unit is None else measuring.unit.factor)
        case AllOf(parts) | AnyOf(parts):
            return [point for part in parts for point in _of_region(measuring, part)]
        case Days() | Answers() | Levels() | Unset() | Referred():
            return ()
        case Judged(direction=None):
            return ()
        case Judged() | Changes() if measuring.baseline is None and measuring.unit is None:
            return ()
        case _:
            raise NotStepwiseError


def _bounds(interval: Interval | None, factor: Fraction | None) -> list[Fraction]:
    if interval is None or factor is None:
        return []
    return [bound / factor for bound in (interval.low, interval.high) if bound is not None]


def _of_scheme(measuring: Measuring, scheme: Scheme) -> Iterator[Fraction]:
    for table in scheme.bands:
        for band in table.bands:
            yield from _of_region(attrs.evolve(measuring, target=band.target), band.target.region)
    compared = measuring.outcome(ANY).compared
    given: dict[str, Value] = {each.name: each.value for each in scheme.parameters}
    if isinstance(compared, NumbersCompared) and (bound := single(compared.interval)) is not None:
        unit = compared.unit
        given["指标值"] = Quantity(bound / unit.factor, unit) if unit.dimension else bound
    for rule in scheme.rules:
        if rule.condition is not None:
            for name, number in _thresholds(rule.condition, given):
                if isinstance(compared, NumbersCompared):
                    yield from (base * ANY / compared.measured for base in _reached(name, number, compared.interval))


def single(interval: Interval) -> Fraction | None:
    """Give the one number that a half-line or a point is made of; a range has two."""
    if interval.low is None or interval.high is None or interval.is_point:
        return interval.high if interval.low is None else interval.low
    return None


def _thresholds(formula: Formula, given: Mapping[str, Value]) -> Iterator[tuple[str, Fraction]]:
    """Give what a condition compares with numbers that hang on the actual value: its name, and the number."""
    match formula:
        case Comparison(_, Name(name), other) | Comparison(_, other, Name(name)) if (
            name in _MEASURED and _VARYING.isdisjoint(names_in(other))
        ):
            subject = Given(given)
            value = Evaluation(subject, subject, absent=False).value(other)
            if isinstance(value, Fraction | Quantity):
                yield name, value.canonical if isinstance(value, Quantity) else value
        case Name(name) if name in _VARYING:
            raise NotStepwiseError
        case _:
            for part in parts_of(formula):
                yield from _thresholds(part, given)


def _reached(name: str, number: Fraction, interval: Interval) -> Iterator[Fraction]:
    """Give where a measure comes to a number, in base units."""
    bounds = [bound for bound in (interval.low, interval.high) if bound is not None]
    match name:
        case "完成率":
            yield from (number * bound for bound in bounds)
            yield from (bound / number for bound in bounds if number)
        case "实际值":
            yield number
        case _:
            gap = number if name == "差距" else number * UNITS.unit_of((("天", 1),)).factor
            yield from (each for bound in bounds for each in (bound - gap, bound + gap))
