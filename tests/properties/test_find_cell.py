"""A text that is itself a cell is found as that cell."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfrules import find, parse
from perfrules.syntax import Op
from perfrules.units import UNITS
from properties.writing import CALENDAR, amount, numbers, ops, spellings

units = st.sampled_from(sorted(set(UNITS.names) - CALENDAR))


@given(st.data(), ops, numbers, units)
def test_a_bound_is_found_as_itself(data: st.DataObject, op: Op, number: Fraction, unit: str) -> None:
    cell = data.draw(st.sampled_from(spellings(op))).around(amount(number, unit))
    assert [(each.text, each.target) for each in find(cell)] == [(cell, parse(cell))]


@pytest.mark.parametrize(
    "cell",
    [
        *("100%±5%", "≥1:18", "比上年增加", "较上年下降5%以上", "提高2个百分点", "不低于上年", "不超预算"),
        *("2023年12月31日前", "12月底前", "12月底前100%到位", "每月25日前", "大于20且小于等于35", "控制在5天以内"),
    ],
)
def test_a_cell_of_another_kind_is_found_as_itself(cell: str) -> None:
    assert [(each.text, each.target) for each in find(cell, year=2023)] == [(cell, parse(cell, year=2023))]
