"""Better never looks worse, on any day of the year: more of what should be high, less of what should be low."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfrules.actuals import read_actual
from perfrules.monitoring import Light, follow_execution, judge, stand
from perfrules.rules import shipped_method, shipped_methods
from perfrules.tables import Budget, GoalTable, Indicator, ReportedActual, ReportedSpending
from perfrules.targets import parse, parse_quantity
from perfrules.units import exact_text

ORDER = {Light.RED: 0, Light.YELLOW: 1, Light.NOT_DUE: 1, Light.GREEN: 2, Light.BLUE: 3}

numbers = st.integers(min_value=0, max_value=1500).map(lambda number: Fraction(number, 10))
days = st.integers(min_value=0, max_value=364).map(lambda days: date(2023, 1, 1) + timedelta(days))


def _rank(name: str, target: str, number: Fraction, day: date, subcategory: str) -> int:
    method = shipped_method(name)
    assert method is not None
    indicator = Indicator("例", parse(target, subcategory=subcategory), "产出指标", subcategory)
    unit = target.lstrip("≥≤=0123456789")
    actual = read_actual(f"{exact_text(number)}{unit}")
    return ORDER[judge(stand(indicator, ReportedActual("例", actual), day, method, {}), method).light]


@pytest.mark.parametrize("name", shipped_methods())
@given(one=numbers, other=numbers, day=days)
def test_more_of_what_should_be_high_has_no_worse_light(name: str, one: Fraction, other: Fraction, day: date) -> None:
    less, more = sorted((one, other))
    for target, subcategory in (
        ("≥60家", "数量指标"),
        ("≥1家", "数量指标"),
        ("≥90%", "质量指标"),
        ("≥100万元", "数量指标"),
    ):
        assert _rank(name, target, less, day, subcategory) <= _rank(name, target, more, day, subcategory)


@pytest.mark.parametrize("name", shipped_methods())
@given(one=numbers, other=numbers, day=days)
def test_more_of_what_should_be_low_has_no_better_light(name: str, one: Fraction, other: Fraction, day: date) -> None:
    less, more = sorted((one, other))
    for target in ("≤5天", "=0天", "≤100万元"):
        assert _rank(name, target, less, day, "成本指标") >= _rank(name, target, more, day, "成本指标")


@pytest.mark.parametrize("name", shipped_methods())
@given(one=numbers, other=numbers, day=days)
def test_within_the_budget_more_spent_has_no_worse_light(name: str, one: Fraction, other: Fraction, day: date) -> None:
    method = shipped_method(name)
    assert method is not None
    table = GoalTable("例", year=2023, budget=Budget(parse_quantity("150万元")))
    ranks = [
        ORDER[
            follow_execution(
                table, ReportedSpending("例", spent=parse_quantity(f"{exact_text(spent)}万元")), day, method
            ).light
        ]
        for spent in sorted((one, other))
    ]
    assert ranks == sorted(ranks)
