"""Better is never worth less: more of what should be high, less of what should be low, more spent of the budget."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfrules import evaluation
from perfrules.rules import shipped_scheme, shipped_schemes
from perfrules.scoring import score, score_execution
from perfrules.tables import Indicator
from perfrules.targets import parse_quantity
from perfrules.units import exact_text

tenths = st.integers(min_value=0, max_value=3000).map(lambda number: Fraction(number, 10))
WEIGHT = Fraction("8.33")


def _points(name: str, target: str, actual: Fraction, unit: str, category: str) -> Fraction:
    scheme = shipped_scheme(name)
    assert scheme is not None
    outcome = evaluation.check(target, f"{exact_text(actual)}{unit}", category=category)
    points = score(outcome, WEIGHT, scheme, Indicator("例", outcome.target, category)).points
    assert points is not None
    return points


STRICT = {"practice/over-completion", "practice/strict-equality"}
"""Schemes that take points off for too much, which is what they are for."""


@pytest.mark.parametrize("name", sorted({*shipped_schemes()} - STRICT))
@given(one=tenths, other=tenths)
def test_more_of_what_should_be_high_is_never_worth_less(name: str, one: Fraction, other: Fraction) -> None:
    less, more = sorted((one, other))
    for target, unit, category in (
        ("≥60家", "家", "产出指标"),
        ("≥90%", "%", "满意度指标"),
        ("=100%", "%", "产出指标"),
    ):
        assert _points(name, target, less, unit, category) <= _points(name, target, more, unit, category)


@pytest.mark.parametrize("name", shipped_schemes())
@given(one=tenths, other=tenths)
def test_more_of_what_should_be_low_is_never_worth_more(name: str, one: Fraction, other: Fraction) -> None:
    less, more = sorted((one, other))
    for target in ("≤5天", "≤0天", "<10天"):
        assert _points(name, target, less, "天", "产出指标") >= _points(name, target, more, "天", "产出指标")


@pytest.mark.parametrize("name", shipped_schemes())
@given(days=st.lists(st.dates(date(2022, 1, 1), date(2025, 12, 31)), min_size=2, max_size=2))
def test_later_is_never_worth_more(name: str, days: list[date]) -> None:
    early, late = sorted(days)
    scheme = shipped_scheme(name)
    assert scheme is not None
    points = []
    for day in (early, late):
        outcome = evaluation.check("2023年12月31日前", day, category="产出指标", subcategory="时效指标")
        points.append(score(outcome, WEIGHT, scheme, Indicator("例", outcome.target, "产出指标", "时效指标")).points)
    assert points[0] is not None
    assert points[1] is not None
    assert points[0] >= points[1]


@pytest.mark.parametrize("name", shipped_schemes())
@given(amounts=st.lists(st.integers(min_value=0, max_value=3000), min_size=2, max_size=2))
def test_spending_more_of_the_budget_is_never_worth_less(name: str, amounts: list[int]) -> None:
    scheme = shipped_scheme(name)
    assert scheme is not None
    scores = [
        score_execution(parse_quantity(f"{amount}万元"), parse_quantity("2000万元"), scheme).points
        for amount in sorted(amounts)
    ]
    assert scores == sorted(scores, key=lambda points: points or 0)
