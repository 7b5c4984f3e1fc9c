"""In which unit a target and an actual value are written changes neither verdict nor attainment."""

from fractions import Fraction

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from perfrules.evaluation import Outcome, check
from perfrules.syntax import Op
from properties.writing import amount, convertible, numbers, ops, positive_numbers, rewritten, unit

POINTS = "百分点"
"""A difference of percentages prints and compares as one; it is no other way to write a percentage."""


@attrs.frozen
class Units:
    """Four units that measure the same: of the target and of the actual value, each before and after."""

    target: str
    actual: str
    new_target: str
    new_actual: str


@st.composite
def _units(draw: st.DrawFn) -> Units:
    family = [word for word in draw(convertible()) if POINTS not in word]
    return Units(*(draw(st.sampled_from(family)) for _ in range(4)))


def _same(one: Outcome, other: Outcome) -> None:
    assert one.verdict is other.verdict
    assert one.attainment == other.attainment


@given(ops, numbers, numbers, _units())
def test_a_bound_is_judged_the_same_in_every_unit(op: Op, wanted: Fraction, reached: Fraction, units: Units) -> None:
    """A target denotes a set, in canonical units, exact numbers (§2); 万/亿 scale any unit (§4.3)."""
    new_wanted = rewritten(wanted, units.target, units.new_target)
    new_reached = rewritten(reached, units.actual, units.new_actual)
    _same(
        check(f"{op.value}{amount(wanted, units.target)}", amount(reached, units.actual)),
        check(f"{op.value}{new_wanted}", new_reached),
    )


@given(numbers, positive_numbers, numbers, numbers, _units())
def test_a_range_is_judged_the_same_in_every_unit(
    low: Fraction, width: Fraction, least: Fraction, spread: Fraction, units: Units
) -> None:
    """A target denotes a set, in canonical units, exact numbers (§2)."""
    target, actual = (low, low + width), (least, least + spread)
    _same(
        check(
            "-".join(amount(end, units.target) for end in target),
            "-".join(amount(end, units.actual) for end in actual),
        ),
        check(
            "-".join(rewritten(end, units.target, units.new_target) for end in target),
            "-".join(rewritten(end, units.actual, units.new_actual) for end in actual),
        ),
    )


@given(positive_numbers, numbers, numbers, _units())
def test_a_change_is_judged_the_same_in_every_unit(by: Fraction, before: Fraction, now: Fraction, units: Units) -> None:
    """A change is a bound on the actual value compared with the baseline (§4.1); both are in canonical units."""
    assume(unit(units.target).dimension)  # a change by a percentage is relative to the baseline
    old, new = units.target, units.new_target
    _same(
        check(
            f"比上年增加{amount(by, old)}",
            amount(now, units.actual),
            baseline=amount(before, old),
        ),
        check(
            f"比上年增加{rewritten(by, old, new)}",
            rewritten(now, units.actual, units.new_actual),
            baseline=rewritten(before, old, new),
        ),
    )
