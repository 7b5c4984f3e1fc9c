"""`perfrules monitor` on the document of 2023 and its demonstration figures of July."""

import csv
import io
import json
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cli.running import ACTUALS, SPENDING, TABLES, WORKBOOK, Done, run

FORM = str(ACTUALS / "monitor-2023-07.csv")
MONEY = str(ACTUALS / "monitor-spending-2023-07.csv")


@cache
def follow(*more: str, as_of: str = "2023-07-31") -> Done:
    return run("monitor", TABLES, "--actuals", FORM, MONEY, "--as-of", as_of, *more)


@pytest.fixture(scope="module")
def progress() -> dict[str, Any]:
    return dict(json.loads(follow("--format", "json").out))


def _line(progress: dict[str, Any], project: str, name: str) -> dict[str, Any]:
    table = next(table for table in progress["tables"] if table["name"] == project)
    return next(dict(line) for line in table["lines"] if line["name"] == name)


LIGHTS = {
    ("高新技术企业扶持资金", "补助高企数量"): "红",
    ("高新技术企业扶持资金", "扶持科技型企业的数量"): "绿",
    ("高新技术企业扶持资金", "补助资金发放时间"): "未到期",
    ("百川房屋租赁费", "扶持机器人孵化中心的数量"): "未到期",
    ("百川房屋租赁费", "预算资金执行率"): "无法判断",
    ("百川房屋租赁费", "扶持资金发放时间"): "未到期",
    ("百川房屋租赁费", "被服务企业满意度"): "黄",
    ("创投基金注资", "扶持科技型企业"): "绿",
}
"""What the README of the demonstration says about it."""


@pytest.mark.parametrize(("project", "name"), LIGHTS)
def test_every_light_is_the_one_that_the_document_explains(progress: dict[str, Any], project: str, name: str) -> None:
    assert _line(progress, project, name)["light"] == LIGHTS[project, name]


def test_numbers_are_exact(progress: dict[str, Any]) -> None:
    """20家 of 60家 in 7 of 12 months: 20 ÷ 35; at that pace 20 + 20 × 5/7 × (80 % to 120 %)."""
    line = _line(progress, "高新技术企业扶持资金", "补助高企数量")
    assert Fraction(line["pace"]) == Fraction(20, 35)
    assert Fraction(line["deviation_share"]) == Fraction(-15, 35)
    assert Fraction(line["forecast"]["middle"]) == Fraction(240, 7)
    assert Fraction(line["forecast"]["low"]) == 20 + Fraction(100, 7) * Fraction(4, 5)
    assert Fraction(line["forecast"]["high"]) == 20 + Fraction(100, 7) * Fraction(6, 5)


def test_the_budget_is_compared_with_the_plan_of_the_last_quarter(progress: dict[str, Any]) -> None:
    first = next(table for table in progress["tables"] if table["name"] == "高新技术企业扶持资金")
    assert first["execution"]["planned"] == "0"
    assert (first["execution"]["rate"], first["execution"]["light"]) == ("0", "绿")
    assert any("相差超过10%" in remark for remark in first["remarks"])


def test_what_has_to_be_looked_at_gives_exit_code_1_and_is_said() -> None:
    done = follow()
    assert done.code == 1, done.err
    for text in ("应达到全年的58.33%，即35家", "不如应有的进度，偏差-42.86%", "请核对这两处", "看不出“预算资金执行率”"):
        assert text in done.out


def test_it_fits_an_ordinary_terminal() -> None:
    done = run("monitor", TABLES, "--actuals", FORM, MONEY, "--as-of", "2023-07-31", environment={"COLUMNS": "80"})
    assert done.code == 1
    assert max(map(len, done.out.splitlines())) <= 80


def test_csv_has_a_row_for_each_indicator_and_each_budget() -> None:
    rows = list(csv.DictReader(io.StringIO(follow("--format", "csv").out)))
    assert len(rows) == 20 + 6 + 3
    first = next(row for row in rows if row["三级指标"] == "补助高企数量")
    assert (first["应达到"], first["进度完成率"], first["灯号"]) == ("35家", "57.14%", "红")
    assert (first["偏差原因类别"], first["完成目标可能性"]) == ("制度保障", "确定能")


def test_markdown_has_a_chapter_for_each_table() -> None:
    out = follow("--format", "md").out
    assert out.startswith("# 绩效运行监控\n")
    assert out.count("\n## ") == 5  # four tables, and what they rest on


def test_a_file_is_written_and_never_over_an_input(tmp_path: Path) -> None:
    output = tmp_path / "监控.txt"
    assert run("monitor", TABLES, "--actuals", FORM, MONEY, "--as-of", "2023-07-31", "-o", str(output)).code == 1
    assert output.read_text("utf-8") == follow().out
    copy = tmp_path / "表.csv"
    copy.write_bytes(Path(FORM).read_bytes())
    done = run("monitor", TABLES, "--actuals", str(copy), "--as-of", "2023-07-31", "-o", str(copy))
    assert (done.code, "PF742" in done.err) == (2, True)


@pytest.mark.parametrize("day", ["昨天", "2023-02-30", "2023/7/31"])
def test_what_is_no_date_is_bad_use(day: str) -> None:
    done = follow(as_of=day)
    assert done.code == 2
    assert "不是日期" in done.err


def test_a_day_outside_the_year_is_bad_use_and_says_the_year() -> None:
    done = follow(as_of="2024-01-15")
    assert done.code == 2
    assert "PF771" in done.out
    assert "2023年" in done.out


def test_an_unknown_method_names_the_nearest() -> None:
    done = follow("--scheme", "central/mof-2019-137")
    assert done.code == 2
    assert "PF779" in done.err
    assert "central/mof-2019-136" in done.err


def test_figures_of_another_month_are_said() -> None:
    done = follow(as_of="2023-08-31")
    assert "PF778" in done.out
    assert "截至7月底" in done.out


def test_figures_of_july_are_no_figures_of_june() -> None:
    done = json.loads(follow("--format", "json", as_of="2023-06-30").out)
    line = _line(done, "高新技术企业扶持资金", "补助高企数量")
    assert (line["actual"], line["light"]) == ("", "无法判断")


def test_figures_of_july_are_said_to_be_no_figures_of_the_year() -> None:
    done = run("evaluate", TABLES, "--actuals", FORM, MONEY)
    assert "PF778" in done.out
    assert "截至7月底" in done.out


def test_at_the_end_of_the_year_everything_is_as_the_evaluation_says() -> None:
    evaluated = json.loads(run("evaluate", TABLES, "--actuals", WORKBOOK, "--format", "json").out)
    followed = json.loads(
        run("monitor", TABLES, "--actuals", WORKBOOK, "--as-of", "2023-12-31", "--format", "json").out
    )
    verdicts = {
        (table["name"], line["name"]): line["verdict"] for table in evaluated["projects"] for line in table["lines"]
    }
    lights = {(table["name"], line["name"]): line["light"] for table in followed["tables"] for line in table["lines"]}
    words = {"met": "绿", "unmet": "红", "unknown": "无法判断"}
    assert {key: lights[key] for key in verdicts} == {key: words[verdict] for key, verdict in verdicts.items()}


def test_spending_of_the_whole_year_is_not_taken_for_that_of_july() -> None:
    done = run("monitor", TABLES, "--actuals", FORM, SPENDING, "--as-of", "2023-07-31", "--format", "json")
    tables = json.loads(done.out)["tables"]
    first = next(table for table in tables if table["name"] == "百川房屋租赁费")
    assert first["execution"]["spent"] is None
    assert "PF778" in done.out
    half = run("monitor", TABLES, "--actuals", SPENDING, "--as-of", "2023-06-30", "--format", "json")
    second = next(table for table in json.loads(half.out)["tables"] if table["name"] == "百川房屋租赁费")
    assert second["execution"]["spent"] == "486.5万元"
