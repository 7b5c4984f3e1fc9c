"""Scores of projects and of the department: every expected number is worked out by hand beside it."""

import json
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from perfrules.report import Report, Total, build_report
from perfrules.report.wording import mean_text
from perfrules.scoring import Averaging, Score
from perfrules.tables import Actuals
from report.tables import (
    ALL_OR_NOTHING,
    EFFECT,
    SOCIAL,
    codes,
    department,
    indicator,
    project,
    report,
    row,
    spent,
)

AREA = indicator("改善面积", "≥60亩")
HAPPY = indicator("生产生活条件是否改善", "是", EFFECT, SOCIAL)
TABLE = project("甲", AREA, HAPPY)
PARTLY = "部分达成年度指标并具有一定效果"


def test_all_met_is_full_marks() -> None:
    result = report([TABLE], [row("改善面积", "60亩"), row(HAPPY.name, "是")], [spent("甲")])
    assert (result.score, result.grade) == (Fraction(100), "优")
    assert result.is_clean


def test_what_was_not_reported_is_open() -> None:
    """60 of output and 10 of execution are certain, the 30 of effect are open: between 70 and 100."""
    result = report([TABLE], [row("改善面积", "60亩")], [spent("甲")])
    assert result.total == Total(Fraction(70), Fraction(100), Fraction(70), Fraction(30), Fraction(100))
    assert result.score is None
    assert (result.grade, result.grades) == (None, ("优", "良", "差"))
    assert not result.is_clean


def test_a_grade_is_certain_before_the_score_is() -> None:
    """Output is missed: at most 10 + 30, which is 差 however the effect is judged."""
    result = report([TABLE], [row("改善面积", "59亩")], [spent("甲")])
    assert (result.score, result.grade) == (None, "差")


def test_a_partly_met_line_is_open_within_its_band() -> None:
    """10 + 60 are decided; the 30 of effect bring 60 % to 80 % of them, 18 to 24."""
    result = report([TABLE], [row("改善面积", "60亩"), row(HAPPY.name, PARTLY)], [spent("甲")])
    assert result.total == Total(Fraction(88), Fraction(94), Fraction(70), Fraction(30), Fraction(100))
    assert result.grades == ("优", "良")


def test_execution_is_measured_against_the_adjusted_budget() -> None:
    execution = report([TABLE], spending=[spent("甲", "45万元", adjusted="50万元")]).projects[0].execution
    assert (str(execution.budget), str(execution.spent), execution.rate) == ("50万元", "45万元", Fraction(9, 10))


def test_execution_falls_back_on_the_budget_of_the_table() -> None:
    assert report([TABLE], spending=[spent("甲", "45万元")]).projects[0].execution.rate == Fraction(45, 100)


def test_the_department_is_the_mean_weighted_by_money() -> None:
    """甲 100 with 300万元, 乙 10 + 0 + 30 = 40 with 100万元: (300 × 100 + 100 × 40) ÷ 400 = 85."""
    tables = [TABLE, project("乙", AREA, HAPPY)]
    rows = [
        row("改善面积", "60亩", "甲"),
        row("改善面积", "1亩", "乙"),
        row(HAPPY.name, "是", "甲"),
        row(HAPPY.name, "是", "乙"),
    ]
    result = report(tables, rows, [spent("甲", adjusted="300万元"), spent("乙", adjusted="100万元")])
    assert (result.score, result.grade) == (Fraction(85), "良")


def test_money_in_other_units_weighs_the_same() -> None:
    rows = [row("改善面积", "60亩", "甲"), row("改善面积", "1亩", "乙")]
    one = report([TABLE, project("乙", AREA, HAPPY)], rows)
    other = report([TABLE, project("乙", AREA, HAPPY, budget="1000000元")], rows)
    assert one.total == other.total


def test_the_own_table_of_a_department_takes_no_part_in_the_mean() -> None:
    rows = [row("改善面积", "60亩", "甲"), row(HAPPY.name, "是", "甲"), row("新增企业", "1家", "某局")]
    own = department("某局", indicator("新增企业", "≥25家"))
    result = report([TABLE, own], rows, [spent("甲")])
    assert result.score == Fraction(100)
    (line,) = result.departments[0].tables[0].lines
    assert line.outcome.verdict.value == "unmet"


def test_without_a_budget_there_is_no_mean_and_that_is_told() -> None:
    result = report([TABLE, project("乙", AREA, budget="")])
    assert result.total is None
    assert result.score is None
    assert "PF730" in [each.code.id for each in result.diagnostics]


def test_tables_of_two_departments_have_no_common_score() -> None:
    tables = [
        project(name, AREA, department=of)
        for name, of in (("甲", "一局"), ("乙", "一局"), ("丙", "二局"), ("丁", "二局"))
    ]
    result = report(tables)
    assert [each.name for each in result.departments] == ["一局", "二局"]
    assert result.total is None


def test_nothing_at_all_is_an_empty_report() -> None:
    result = report([])
    assert (result.tables, result.score, result.grade) == ((), None, None)
    assert result.is_clean


def test_a_target_may_refer_to_the_budget() -> None:
    table = project("甲", indicator("投入资金", "不超预算", "成本指标", "经济成本指标"))
    over, within = (
        report([table], [row("投入资金", amount)], [spent("甲")]).projects[0].lines[0].outcome.verdict.value
        for amount in ("101万元", "99万元")
    )
    assert (over, within) == ("unmet", "met")


def test_a_baseline_comes_with_the_row() -> None:
    table = project("甲", indicator("研发投入", "比上年增加"))
    verdicts = [
        report([table], [row("研发投入", "3.2%", baseline=last_year)]).projects[0].lines[0].outcome.verdict.value
        for last_year in ("2.9%", "3.3%")
    ]
    assert verdicts == ["met", "unmet"]


def test_changing_one_actual_changes_its_line_and_the_totals_and_nothing_else() -> None:
    tables = [TABLE, project("乙", AREA, HAPPY)]
    before, after = (
        json.loads(report(tables, [row("改善面积", value, "甲"), row("改善面积", "60亩", "乙")]).to_json())
        for value in ("60亩", "59亩")
    )
    changed = list(_differences(before, after))
    line = "projects/0/lines/0"
    assert {path for path in changed if path.startswith(line)} >= {f"{line}/actual", f"{line}/verdict"}
    totals = (
        "projects/0/low",
        "projects/0/high",
        "projects/0/decided",
        "projects/0/grade",
        "low",
        "high",
        "decided",
        "grade",
    )
    elsewhere = [path for path in changed if not path.startswith((line, *totals, "departments/0/"))]
    assert elsewhere == []
    assert not [path for path in changed if path.startswith("departments/0/shares/1")]


def _differences(one: object, other: object, path: str = "") -> list[str]:
    if isinstance(one, dict) and isinstance(other, dict):
        pairs = [(key, one[key], other[key]) for key in one]
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = [(str(index), *pair) for index, pair in enumerate(zip(one, other, strict=True))]
    else:
        return [] if one == other else [path]
    return [found for key, left, right in pairs for found in _differences(left, right, f"{path}/{key}".lstrip("/"))]


def test_the_lines_in_json_sum_up_to_the_total() -> None:
    tables = [TABLE, project("乙", AREA, HAPPY)]
    data = json.loads(
        report(tables, [row("改善面积", "60亩", "甲"), row(HAPPY.name, PARTLY, "甲")], [spent("甲")]).to_json()
    )
    for table in data["projects"]:
        scores = [table["execution"]["score"], *(line["score"] for line in table["lines"])]
        for end in ("low", "high", "weight"):
            assert sum(Fraction(score[end]) for score in scores) == Fraction(table[end])
        assert Fraction(table["decided"]) + Fraction(table["open"]) <= Fraction(table["weight"])


@pytest.mark.parametrize(
    ("scores", "low", "high", "decided", "open"),
    [
        ([], 0, 0, 0, 0),
        ([Score(Fraction(8), Fraction(8), Fraction(10))], 8, 8, 8, 0),
        ([Score(Fraction(6), Fraction(8), Fraction(10))], 6, 8, 0, 10),
        ([Score(Fraction(0), Fraction(0), Fraction(0))], 0, 0, 0, 0),
    ],
)
def test_scores_add_up(scores: list[Score], low: int, high: int, decided: int, open: int) -> None:
    total = Total.of(scores)
    assert [total.low, total.high, total.decided, total.open] == [low, high, decided, open]


def _averaged(how: str, *shares: str) -> Report:
    """甲 100 with a budget of 300万元, 乙 40 with one of 100万元."""
    tables = [
        attrs.evolve(project(name, AREA, HAPPY, budget=budget), share=Decimal(share) if share else None)
        for name, budget, share in zip("甲乙", ("300万元", "100万元"), shares, strict=True)
    ]
    rows = [row("改善面积", area, name) for name, area in (("甲", "60亩"), ("乙", "1亩"))]
    rows += [row(HAPPY.name, "是", name) for name in "甲乙"]
    scheme = attrs.evolve(ALL_OR_NOTHING, averaging=Averaging(how))
    spending = (spent("甲", "300万元"), spent("乙"))
    return build_report(tuple(tables), Actuals(tuple(rows), spending), lambda table: scheme)


@pytest.mark.parametrize(
    ("how", "shares", "score", "shown"),
    [
        ("按预算加权", ("", ""), "85", "（300万元 × 100 + 100万元 × 40）÷ 400万元 = 85"),
        ("按项目权重加权", ("0.2", "0.3"), "64", "（20% × 100 + 30% × 40）÷ 50% = 64"),
        ("平均", ("", ""), "70", "（100 + 40）÷ 2 = 70"),
    ],
)
def test_the_scheme_says_what_a_project_counts(how: str, shares: tuple[str, str], score: str, shown: str) -> None:
    result = _averaged(how, *shares)
    assert result.score == Fraction(score)
    assert mean_text(result.departments[0]) == shown


def test_without_the_share_of_a_project_there_is_no_mean() -> None:
    result = _averaged("按项目权重加权", "0.2", "")
    assert result.score is None
    assert "PF730" in codes(result)
