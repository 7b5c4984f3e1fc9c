"""Whatever is reported, the points lie between nothing and the weight, and a judgement cannot lift them beyond."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfrules import evaluation
from perfrules.evaluation import Outcome
from perfrules.rules import shipped_scheme, shipped_schemes
from perfrules.scoring import score, score_execution
from perfrules.tables import Indicator
from perfrules.targets import parse_quantity

TARGETS = (
    "≥60家",
    "≤5天",
    "=100%",
    "≥90%",
    "100%",
    "是",
    "2023年12月31日前",
    "有效提升",
    "提高",
    "≥0家",
    "=0次",
    "优",
    "",
)
ACTUALS = (
    *("58家", "约60家", "0家", "1000000家", "-3家", "6天", "0%", "120%", "89.9%", "是", "否", "已完成", "60", ""),
    *(
        "达成年度指标",
        "部分达成年度指标并具有一定效果",
        "未达成年度指标且效果较差",
        "较上年增长5%",
        "2023年12月",
        "良",
        "很好",
    ),
)

weights = st.fractions(min_value=0, max_value=100, max_denominator=1000)
judgements = st.none() | st.decimals(min_value=-10, max_value=200, places=2)


@st.composite
def _cases(draw: st.DrawFn) -> tuple[Outcome, Indicator]:
    category = draw(st.sampled_from(("产出指标", "效益指标", "满意度指标", "")))
    target, actual = draw(st.sampled_from(TARGETS)), draw(st.sampled_from(ACTUALS))
    outcome = evaluation.check(target, actual, category=category, year=2023)
    return outcome, Indicator("例", outcome.target, category)


@pytest.mark.parametrize("name", shipped_schemes())
@given(case=_cases(), weight=weights, judgement=judgements)
def test_points_are_between_nothing_and_the_weight(
    name: str, case: tuple[Outcome, Indicator], weight: Fraction, judgement: Decimal | None
) -> None:
    scheme = shipped_scheme(name)
    assert scheme is not None
    outcome, indicator = case
    found = score(outcome, weight, scheme, indicator, judgement)
    assert 0 <= found.low <= found.high <= weight == found.weight
    assert found.derivation


@pytest.mark.parametrize("name", shipped_schemes())
@given(spent=st.integers(min_value=-100, max_value=10**9), adjusted=st.integers(min_value=-100, max_value=10**9))
def test_the_execution_rate_gets_no_more_than_its_weight(name: str, spent: int, adjusted: int) -> None:
    scheme = shipped_scheme(name)
    assert scheme is not None
    found = score_execution(parse_quantity(f"{spent}元"), parse_quantity(f"{adjusted}元"), scheme)
    assert 0 <= found.low <= found.high <= found.weight <= scheme.weighting.execution
