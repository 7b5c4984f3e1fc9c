"""Divided weights are never negative and sum exactly to what the scheme gives its indicators."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfrules.names import indicator_classes
from perfrules.rules import shipped_scheme, shipped_schemes
from perfrules.scoring import check_weights, divide_weights
from perfrules.tables import GoalTable, Indicator
from perfrules.targets import parse

TARGET = parse("≥1个")
CLASSES = tuple((each.name, part.name) for each in indicator_classes() for part in each.parts)

lines = st.lists(st.sampled_from(CLASSES), min_size=1, max_size=60)


def _table(classes: list[tuple[str, str]]) -> GoalTable:
    rows = (Indicator(str(number), TARGET, *names) for number, names in enumerate(classes))
    return GoalTable("例", indicators=tuple(rows))


@pytest.mark.parametrize("name", shipped_schemes())
@given(classes=lines)
def test_divided_weights_sum_exactly(name: str, classes: list[tuple[str, str]]) -> None:
    scheme = shipped_scheme(name)
    assert scheme is not None
    table = _table(classes)
    weights = divide_weights(table, scheme)
    assert len(weights) == len(classes)
    assert min(weights) >= 0
    assert sum(weights) == scheme.weighting.indicators == 100 - scheme.weighting.execution
    assert all((weight * 100).denominator == 1 for weight in weights)
    assert check_weights(table, scheme) == ()


@given(st.data(), lines)
def test_the_order_of_classes_matters_only_for_what_is_left_over(
    data: st.DataObject, classes: list[tuple[str, str]]
) -> None:
    scheme = shipped_scheme("central/mof-2021-101")
    assert scheme is not None
    shuffled = data.draw(st.permutations(classes))
    one = _by_class(classes, divide_weights(_table(classes), scheme))
    other = _by_class(shuffled, divide_weights(_table(shuffled), scheme))
    assert all(abs(one[category] - other[category]) <= Fraction(len(one), 100) for category in one)


def _by_class(classes: list[tuple[str, str]], weights: tuple[Fraction, ...]) -> dict[str, Fraction]:
    total: dict[str, Fraction] = {}
    for (category, _), weight in zip(classes, weights, strict=True):
        total[category] = total.get(category, Fraction(0)) + weight
    return total
