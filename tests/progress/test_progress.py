"""Progress of whole tables: the two tracks against each other, deadlines, and what is counted."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import pytest

from perfrules.actuals import read_actual
from perfrules.monitoring import Light
from perfrules.progress import Progress, TableProgress, build_progress
from perfrules.progress.wording import deadlines
from perfrules.rules import read_ruleset, shipped_method
from perfrules.source import Source
from perfrules.tables import Actuals, ReportedActual, ReportedSpending
from perfrules.targets import parse_quantity

TABLE = """\
目标表 灌区改造
  年度：2023
  预算：100万元
  产出指标
    数量指标
      改善面积：≥60亩      分值 30
      培训人次：≥120人次    分值 10
    时效指标
      完工：9月底前
  满意度指标
    服务对象满意度指标
      农户满意度：≥90%
"""
JULY = date(2023, 7, 31)


def _follow(actuals: dict[str, str], spent: str = "", as_of: date = JULY, table: str = TABLE) -> Progress:
    content = read_ruleset(Source("例", table))
    assert content.diagnostics == ()
    method = shipped_method("central/mof-2019-136")
    assert method is not None
    values = tuple(ReportedActual(name, read_actual(text)) for name, text in actuals.items())
    spending = (ReportedSpending("灌区改造", spent=parse_quantity(spent)),) if spent else ()
    return build_progress(content.goal_tables, Actuals(values, spending), as_of, method)


def _table(actuals: dict[str, str], spent: str = "", as_of: date = JULY) -> TableProgress:
    return _follow(actuals, spent, as_of).tables[0]


def _lights(table: TableProgress) -> Sequence[str]:
    return [line.light.value for line in table.lines]


def test_everything_on_its_way_is_clean() -> None:
    """35亩 of 60亩 and 70人次 of 120人次 are 7/12; so are 58.33万元 of 100万元, nearly."""
    progress = _follow({"改善面积": "35亩", "培训人次": "70人次"}, "58万元")
    assert _lights(progress.tables[0]) == ["绿", "绿", "未到期", "未到期"]
    assert (progress.tables[0].completion, progress.is_clean) == (Light.GREEN, True)


def test_completion_is_the_mean_by_weights_of_what_accumulates() -> None:
    """(30 × 45/60 + 10 × 60/120) ÷ 40 = 27.5 ÷ 40; the satisfaction is no part of it."""
    table = _table({"改善面积": "45亩", "培训人次": "60人次", "农户满意度": "95%"}, "58万元")
    assert table.completed == Fraction("27.5") / 40


def test_more_than_the_target_counts_as_all_of_it() -> None:
    assert _table({"改善面积": "600亩", "培训人次": "120人次"}, "58万元").completed == 1


@pytest.mark.parametrize(
    ("area", "spent", "said"),
    [
        ("35亩", "48万元", "目标完成58.33%，预算执行48%"),
        ("35亩", "49万元", ""),
        ("35亩", "68万元", ""),
        ("35亩", "69万元", "预算执行69%（应有58.33%），目标完成58.33%"),
    ],
)
def test_tracks_more_than_ten_points_apart_are_said(area: str, spent: str, said: str) -> None:
    """58.33 − 48 = 10.33; 58.33 − 49 = 9.33; 68 − 58.33 = 9.67; 69 − 58.33 = 10.67."""
    remarks = _table({"改善面积": area, "培训人次": "70人次"}, spent).remarks
    assert len(remarks) == bool(said)
    assert all(remark.startswith(said) for remark in remarks)


def test_the_worst_indicator_gives_the_light_of_all() -> None:
    red = _table({"改善面积": "20亩", "培训人次": "70人次"}, "58万元")
    unknown = _table({"培训人次": "70人次"}, "58万元")
    assert (red.completion, unknown.completion) == (Light.RED, Light.UNKNOWN)


def test_deadlines_that_are_near_and_past() -> None:
    assert list(deadlines(_table({}, as_of=date(2023, 8, 30)))) == []
    assert list(deadlines(_table({}, as_of=date(2023, 8, 31)))) == ["30天内到期：完工，2023年9月30日（还有30天）"]
    assert list(deadlines(_table({"完工": "2023年8月3日"}, as_of=date(2023, 9, 1)))) == []
    assert list(deadlines(_table({}, as_of=date(2023, 10, 2)))) == [
        "期限已到：完工，2023年9月30日（过了2天），没有报完成情况"
    ]
    assert list(deadlines(_table({"完工": "尚未完工"}, as_of=date(2023, 9, 30)))) == [
        "期限已到：完工，2023年9月30日（就是今天），报的是“尚未完工”"
    ]


def test_a_project_without_spending_is_said() -> None:
    progress = _follow({"改善面积": "35亩", "培训人次": "70人次"})
    assert [diagnostic.code.id for diagnostic in progress.diagnostics] == ["PF728"]
    assert not progress.is_clean


def test_a_department_without_a_budget_has_one_track() -> None:
    department = TABLE.replace("目标表 灌区改造", "部门目标表 水利局").replace("  预算：100万元\n", "")
    progress = _follow({"改善面积": "35亩", "培训人次": "70人次"}, table=department)
    assert progress.tables[0].execution is None
    assert progress.is_clean


def test_a_target_on_the_budget_is_compared_with_it() -> None:
    table = TABLE.replace("    时效指标\n", "    成本指标\n      总成本：不超预算\n    时效指标\n")
    progress = _follow({"改善面积": "35亩", "培训人次": "70人次", "总成本": "101万元"}, "58万元", table=table)
    assert _lights(progress.tables[0])[2] == "黄"


def test_what_the_table_says_about_accumulation_counts() -> None:
    table = TABLE.replace("≥60亩      分值 30", "≥60亩      分值 30      累计 否")
    progress = _follow({"改善面积": "50亩", "培训人次": "70人次"}, "58万元", table=table)
    assert _lights(progress.tables[0])[0] == "黄"
    assert progress.tables[0].lines[0].standing.forecast is None
