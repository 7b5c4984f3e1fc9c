"""The facade: files in, report out, from Python."""

import pickle
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

import pytest

import perfrules as pr
from perfrules.data import resource
from perfrules.readers import ActualsSource

DEMONSTRATION = resource("rulesets/gaoxin-keji-2023/示例")
TABLE = """\
目标表 灌区改造
  年度：2023
  预算：100万元
  产出指标
    数量指标
      改善面积：≥60亩
  效益指标
    社会效益指标
      生产条件是否改善：是
  满意度指标
    服务对象满意度指标
      农户满意度：≥90%
"""
VALUES = {"改善面积": "58亩", "生产条件是否改善": "是", "农户满意度": "95%"}


@pytest.fixture
def ruleset(tmp_path: Path) -> pr.Ruleset:
    (tmp_path / "灌区.rules").write_text(TABLE, "utf-8")
    loaded = pr.load(tmp_path / "灌区.rules")
    assert loaded.diagnostics == ()
    return loaded


def _actual(ruleset: pr.Ruleset, actuals: ActualsSource) -> list[str]:
    return [line.outcome.actual.text for line in ruleset.evaluate(actuals).projects[0].lines]


def test_values_by_indicator(ruleset: pr.Ruleset) -> None:
    """Output 50 × 58/60 = 48.33, effect 30, satisfaction 10; the execution rate of 10 is open."""
    report = ruleset.evaluate(VALUES)
    assert report.total is not None
    assert (report.total.low, report.total.high) == (Fraction("88.33"), Fraction("98.33"))
    assert (report.score, report.grade, report.grades) == (None, None, ("优", "良"))


def test_values_by_project_and_indicator(ruleset: pr.Ruleset) -> None:
    assert _actual(ruleset, {("灌区改造", "改善面积"): "58亩", ("别的项目", "农户满意度"): "95%"}) == ["58亩", "", ""]


def test_values_of_python(ruleset: pr.Ruleset) -> None:
    report = ruleset.evaluate({"改善面积": 61, "生产条件是否改善": True, "农户满意度": "95%"})
    assert [line.outcome.verdict for line in report.projects[0].lines] == [pr.Verdict.MET] * 3


@pytest.mark.parametrize("wrong", [{58: "58亩"}, {("一", "二", "三"): "58亩"}, 58])
def test_what_cannot_be_actuals_is_a_wrong_call(ruleset: pr.Ruleset, wrong: ActualsSource) -> None:
    with pytest.raises(TypeError):
        ruleset.evaluate(wrong)


def test_actuals_may_be_read_beforehand_or_named_by_their_files() -> None:
    ruleset = pr.load(resource("rulesets/gaoxin-keji-2023"))
    files = [DEMONSTRATION / "actuals-2023.csv", DEMONSTRATION / "spending-2023.csv"]
    one, other = ruleset.evaluate(files), ruleset.evaluate(pr.read_actuals(*files))
    assert one == other
    assert ruleset.evaluate(DEMONSTRATION / "actuals-2023.xlsx").total == one.total


def test_an_unknown_scheme_is_a_wrong_call_that_names_the_nearest(ruleset: pr.Ruleset) -> None:
    with pytest.raises(pr.PerfRulesError) as raised:
        ruleset.evaluate(VALUES, scheme="central/mof-2020-11")
    (diagnostic,) = raised.value.diagnostics
    assert diagnostic.code.id == "PF731"
    assert "最接近的是“central/mof-2020-10”" in diagnostic.message
    assert "central/mof-2021-101" in diagnostic.message


def test_a_table_is_scored_by_the_scheme_that_it_asks_for(tmp_path: Path) -> None:
    text = TABLE.replace("  年度：2023\n", "  年度：2023\n  评分办法：central/mof-2021-101\n")
    (tmp_path / "灌区.rules").write_text(text, "utf-8")
    ruleset = pr.load(tmp_path)
    assert ruleset.evaluate(VALUES).projects[0].scheme.name == "central/mof-2021-101"
    assert ruleset.evaluate(VALUES, "central/mof-2020-10").projects[0].scheme.name == "central/mof-2020-10"


def test_a_scheme_of_the_ruleset_can_be_named(tmp_path: Path) -> None:
    own = "评分办法 本局\n  继承：central/mof-2020-10\n"
    (tmp_path / "灌区.rules").write_text(f"{own}\n{TABLE}", "utf-8")
    assert pr.load(tmp_path).evaluate(VALUES, "本局").projects[0].scheme.name == "本局"


def test_a_report_is_a_value(ruleset: pr.Ruleset) -> None:
    report = ruleset.evaluate(VALUES)
    assert report == ruleset.evaluate(VALUES)
    assert hash(report) == hash(ruleset.evaluate(VALUES))
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301 - our own bytes


def test_monitoring_from_python(ruleset: pr.Ruleset) -> None:
    """58亩 of 60亩: 改善 accumulates, so 35亩 are due by July, and 58 of them are more than 120 %."""
    progress = ruleset.monitor(VALUES, as_of=date(2023, 7, 31))
    (table,) = progress.tables
    assert [line.light.value for line in table.lines] == ["蓝", "绿", "绿"]
    assert table.lines[0].standing.pace == Fraction(58, 35)
    assert pickle.loads(pickle.dumps(progress)) == progress  # noqa: S301 - our own bytes
    assert ruleset.monitor(VALUES, datetime(2023, 7, 31, 12)) == progress


def test_monitoring_needs_a_date(ruleset: pr.Ruleset) -> None:
    with pytest.raises(TypeError):
        ruleset.monitor(VALUES, "2023-07-31")  # type: ignore[arg-type]


def test_a_table_without_a_year_cannot_be_followed(tmp_path: Path) -> None:
    (tmp_path / "灌区.rules").write_text(TABLE.replace("  年度：2023\n", ""), "utf-8")
    progress = pr.load(tmp_path).monitor(VALUES, as_of=date(2023, 7, 31))
    assert [diagnostic.code.id for diagnostic in progress.diagnostics] == ["PF772"]
    assert progress.tables == ()


def test_a_method_of_the_ruleset_can_be_named(tmp_path: Path) -> None:
    own = "监控办法 本局\n  继承：central/mof-2019-136\n  参数\n    蓝线：200%\n"
    (tmp_path / "灌区.rules").write_text(f"{own}\n{TABLE}", "utf-8")
    progress = pr.load(tmp_path).monitor(VALUES, date(2023, 7, 31), "本局")
    assert progress.tables[0].lines[0].light.value == "绿"
