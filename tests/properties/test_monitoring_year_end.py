"""Monitoring on the last day of the year is the evaluation: the same verdicts, and green where a target is met."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from perfrules.actuals import read_actual
from perfrules.evaluation import Verdict, evaluate
from perfrules.monitoring import Light, judge, stand
from perfrules.rules import shipped_method
from perfrules.tables import Indicator, ReportedActual
from perfrules.targets import parse
from properties.cells import ACTUALS, TARGETS

YEAR_END = date(2023, 12, 31)
LIGHTS = {Verdict.MET: Light.GREEN, Verdict.UNMET: Light.RED, Verdict.UNKNOWN: Light.UNKNOWN}

subcategories = st.sampled_from(["数量指标", "质量指标", "时效指标", "成本指标", "社会效益指标", ""])

numbers = st.builds("{}{}".format, st.integers(0, 150), st.sampled_from(["", "家", "%", "万元", "次", "天"]))


@given(
    st.sampled_from(TARGETS), st.sampled_from(ACTUALS) | numbers, subcategories, st.sampled_from([None, True, False])
)
def test_on_the_last_day_the_verdict_is_that_of_the_evaluation(
    target_text: str, actual_text: str, subcategory: str, cumulative: bool | None
) -> None:
    method = shipped_method("central/mof-2019-136")
    assert method is not None
    target = parse(target_text, subcategory=subcategory, year=2023)
    indicator = Indicator("例", target, "产出指标", subcategory, cumulative=cumulative)
    actual = read_actual(actual_text)
    line = judge(stand(indicator, ReportedActual("例", actual), YEAR_END, method, {}), method)
    standing = line.standing
    assert standing.so_far.verdict is standing.outcome.verdict
    assert standing.standard.region == target.region
    used = standing.outcome.actual
    assert standing.outcome.verdict is evaluate(target, used).verdict
    if standing.is_due:
        assert line.light is LIGHTS[standing.outcome.verdict]
