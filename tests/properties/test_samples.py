"""The actual values that explain an indicator show both sides of its bound."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfrules.evaluation import Verdict, check
from perfrules.explaining.samples import sample_actuals
from perfrules.syntax import Op
from perfrules.targets import parse
from properties.writing import amount, positive_numbers


@given(st.sampled_from([Op.GE, Op.GT, Op.LE, Op.LT]), positive_numbers, st.sampled_from(["家", "%", "万元", "元/家"]))
def test_some_samples_meet_a_bound_and_others_do_not(op: Op, number: Fraction, unit: str) -> None:
    text = f"{op.value}{amount(number, unit)}"
    verdicts = {check(text, sample).verdict for sample in sample_actuals(parse(text), {})}
    assert verdicts == {Verdict.MET, Verdict.UNMET}


def test_the_last_day_of_the_calendar_has_none_after_it() -> None:
    assert sample_actuals(parse("12月31日前", year=9999), {}) == ("9999年12月31日",)


def test_a_bound_of_nothing_is_tried_with_one() -> None:
    assert sample_actuals(parse("≤0起"), {}) == ("0起", "1起")


def test_levels_are_tried_at_the_least_that_will_do_and_below() -> None:
    assert sample_actuals(parse("良以上"), {}) == ("优", "良", "中", "差")
