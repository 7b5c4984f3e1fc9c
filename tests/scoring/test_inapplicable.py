"""What does not apply: dropped and the rest made up to the full mark, full marks, or left out of the total."""

from fractions import Fraction

import pytest

from perfrules.rules import read_ruleset
from perfrules.ruleset import Ruleset
from perfrules.source import Source

LINES = """
评分办法 例
  分值
    预算执行率：20分
    产出指标：80分
  得分
    达成：分值
    否则：0
  预算执行
    否则：分值 × 执行率
  {treatment}
目标表 甲
  年度：2023
  评分办法：例
  预算数：100万元
  产出指标
    数量指标
      企业数：≥1家    分值 60
      培训次数：≥1次    分值 20
"""


def _total(treatment: str, companies: str, courses: str) -> tuple[Fraction | None, Fraction]:
    content = read_ruleset(Source("例", LINES.format(treatment=treatment)))
    assert content.diagnostics == ()
    ruleset = Ruleset(content.goal_tables, content.schemes)
    total = ruleset.evaluate({"企业数": companies, "培训次数": courses}).projects[0].sum
    report = ruleset.evaluate({"企业数": companies, "培训次数": courses}).projects[0]
    assert report.sum == total
    certain = report.total.low if report.execution.score.points is None else report.total.points
    return certain, report.total.weight


@pytest.mark.parametrize(
    ("treatment", "certain", "weight"),
    [
        # 60 of the 80 that are left are certain; made up, 60 × 100 ÷ 80 = 75.
        ("不适用：其余折算成满分", "75", "100"),
        ("不适用：得满分", "80", "100"),
        ("不适用：不计入总分", "60", "80"),
        # What says nothing changes nothing: the line is left out.
        ("", "60", "80"),
    ],
)
def test_the_scheme_says_what_becomes_of_the_weight(treatment: str, certain: str, weight: str) -> None:
    assert _total(treatment, "1家", "不适用") == (Fraction(certain), Fraction(weight))


def test_nothing_is_made_up_where_everything_applies() -> None:
    assert _total("不适用：其余折算成满分", "1家", "0次") == (Fraction(60), Fraction(100))


def test_it_is_said() -> None:
    content = read_ruleset(Source("例", LINES.format(treatment="不适用：其余折算成满分")))
    report = Ruleset(content.goal_tables, content.schemes).evaluate({"企业数": "1家", "培训次数": "不适用"})
    line = report.projects[0].lines[1]
    assert [each.code.id for each in line.score.diagnostics] == ["PF674"]
    assert line.score.waived == 20
    shown = report.to_markdown()
    assert "其余折算成满分" in shown
    assert "没有读懂" not in shown
    assert "| 不适用 |" in shown
