"""Which row belongs to which indicator, and what is said where none does."""

import attrs
import pytest

from perfrules.report import Report
from perfrules.source import CellPlace
from report.tables import EFFECT, SOCIAL, codes, indicator, project, report, row, spent

AREA = indicator("改善面积", "≥60亩")


def _actuals(report: Report) -> list[str]:
    return [line.outcome.actual.text for table in report.tables for line in table.lines]


@pytest.mark.parametrize("written", ["改善面积", " 改善 面积", "改善\n面积"])
def test_names_are_compared_without_white_space(written: str) -> None:
    assert _actuals(report([project("甲", AREA)], [row(written, "60亩")])) == ["60亩"]


def test_names_are_compared_without_width() -> None:
    table = project("甲", indicator("成活率（%）", "≥90%"))
    assert _actuals(report([table], [row("成活率(％)", "95%")])) == ["95%"]


def test_the_project_decides_between_equal_names() -> None:
    tables = [project("甲", AREA), project("乙", AREA)]
    rows = [row("改善面积", "2亩", "乙"), row("改善面积", "1亩", "甲")]
    assert _actuals(report(tables, rows)) == ["1亩", "2亩"]


def test_the_class_decides_between_equal_names_in_one_project() -> None:
    table = project("甲", AREA, indicator("改善面积", "≥50亩", EFFECT, SOCIAL))
    rows = [row("改善面积", "2亩", category="效果指标"), row("改善面积", "1亩", category="产出")]
    assert _actuals(report([table], rows)) == ["1亩", "2亩"]


def test_a_wrong_class_does_not_lose_a_row_that_its_name_identifies() -> None:
    assert _actuals(report([project("甲", AREA)], [row("改善面积", "60亩", category=EFFECT)])) == ["60亩"]


def test_a_row_that_fits_several_indicators_is_used_for_none() -> None:
    result = report([project("甲", AREA), project("乙", AREA)], [row("改善面积", "60亩")])
    assert _actuals(result) == ["", ""]
    assert codes(result)[0] == "PF722"
    assert "甲／产出指标／数量指标、乙／产出指标／数量指标" in result.diagnostics[0].message


def test_an_unmatched_row_is_told_with_its_place_and_the_nearest_name() -> None:
    result = report([project("甲", AREA)], [row("改良面", "60亩", "甲")])
    unmatched = result.diagnostics[0]
    assert unmatched.code.id == "PF721"
    assert "改善面积" in unmatched.message
    assert [str(label.place) for label in unmatched.labels] == ["改良面行 第1行第1列"]


def test_a_doubtful_row_is_told_with_both_names_and_both_places() -> None:
    table = project("甲", attrs.evolve(AREA, place=CellPlace("目标表", "", 7, 3)))
    result = report([table], [row("改善面", "60亩", "甲")])
    assert _actuals(result) == [""]
    doubtful = result.diagnostics[0]
    assert doubtful.code.id == "PF860"
    assert "“改善面”" in doubtful.message
    assert "“改善面积”" in doubtful.message
    assert [str(label.place) for label in doubtful.labels] == ["改善面行 第1行第1列", "目标表 第7行第3列"]


def test_a_doubtful_project_is_told_once_for_all_of_its_rows() -> None:
    table = project("灌区改造项目", AREA, indicator("受益人数", "≥5人"))
    rows = [row("改善面积", "60亩", "灌区改造"), row("受益人数", "6人", "灌区改造")]
    result = report([table], rows, [spent("灌区改造")])
    assert codes(result)[0] == "PF862"
    assert codes(result).count("PF862") == 1
    assert "它的3行没有用上" in result.diagnostics[0].message


def test_the_very_name_goes_before_one_that_is_the_same_within_the_tolerance() -> None:
    rows = [row("1.改善面积", "50亩"), row("改善面积", "60亩")]
    result = report([project("甲", AREA)], rows)
    assert _actuals(result) == ["60亩"]
    assert codes(result)[0] == "PF723"


def test_a_row_that_is_like_many_indicators_names_some() -> None:
    tables = [project(f"第{number}号", AREA) for number in range(20)]
    doubtful = report(tables, [row("改善面", "60亩")]).diagnostics[0]
    assert doubtful.code.id == "PF861"
    assert "20个指标" in doubtful.message
    assert len(doubtful.labels) < 10


def test_a_row_of_an_unknown_project_is_told_with_the_nearest_project() -> None:
    result = report([project("灌区改造工程", AREA)], [row("改善面积", "60亩", "灌区改造")])
    assert result.diagnostics[0].code.id == "PF721"
    assert "最接近的是“灌区改造工程”" in result.diagnostics[0].message


def test_of_two_rows_for_one_indicator_the_first_is_used_and_both_are_pointed_at() -> None:
    result = report([project("甲", AREA)], [row("改善面积", "60亩"), row("改善 面积", "50亩")])
    assert _actuals(result) == ["60亩"]
    assert result.diagnostics[0].code.id == "PF723"
    assert len(result.diagnostics[0].labels) == 2


def test_indicators_without_a_row_are_told_by_name() -> None:
    table = project("甲", AREA, indicator("受益人数", "≥5人"))
    result = report([table], [row("改善面积", "60亩")], [spent("甲")])
    assert codes(result) == ["PF724"]
    assert "受益人数" in result.diagnostics[0].message
    assert "改善面积" not in result.diagnostics[0].message


def test_an_empty_value_is_a_row() -> None:
    result = report([project("甲", AREA)], [row("改善面积", "")], [spent("甲")])
    assert codes(result) == []


@pytest.mark.parametrize("stated", ["≥60亩", "≥ 60 亩", "60亩以上", "不低于60亩"])
def test_a_target_in_other_words_is_the_same_target(stated: str) -> None:
    assert codes(report([project("甲", AREA)], [row("改善面积", "60亩", target_text=stated)], [spent("甲")])) == []


def test_a_lower_target_in_the_sheet_is_told_with_both_values_and_not_used() -> None:
    result = report([project("甲", AREA)], [row("改善面积", "55亩", target_text="≥50亩")], [spent("甲")])
    assert codes(result) == ["PF725"]
    assert "“≥50亩”" in result.diagnostics[0].message
    assert "“≥60亩”" in result.diagnostics[0].message
    assert result.projects[0].lines[0].outcome.verdict.value == "unmet"


def test_spending_of_no_project_and_of_one_twice_is_told() -> None:
    result = report([project("甲", AREA)], [row("改善面积", "60亩")], [spent("甲"), spent("甲"), spent("丙")])
    assert codes(result) == ["PF727", "PF726"]


def test_a_project_without_spending_is_told() -> None:
    result = report([project("甲", AREA)], [row("改善面积", "60亩")], [spent("甲", "")])
    assert codes(result) == ["PF728"]


def test_an_initial_budget_that_differs_is_told_with_both_values() -> None:
    result = report([project("甲", AREA)], [row("改善面积", "60亩")], [spent("甲", initial="90万元")])
    assert codes(result) == ["PF729"]
    assert "90万元" in result.diagnostics[0].message
    assert "100万元" in result.diagnostics[0].message


def test_the_same_budget_in_another_unit_is_no_difference() -> None:
    result = report([project("甲", AREA)], [row("改善面积", "60亩")], [spent("甲", initial="1000000元")])
    assert codes(result) == []
