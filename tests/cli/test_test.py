"""`perfrules test`, as people and programs meet it."""

import json
from pathlib import Path

import pytest

from cli.running import run

RIGHT = "评分办法 甲\n  继承：central/mof-2020-10\n  试算    分值 8\n    企业数：≥60家    实际 58家    得分 7.73\n"
WRONG = RIGHT.replace("7.73", "7.74")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "某省.rules"


def test_what_is_right_is_fine(file: Path) -> None:
    file.write_text(RIGHT, "utf-8")
    done = run("test", str(file))
    assert (done.code, done.out) == (0, "评分办法 甲：1例\n共1例，全部相符。\n")


def test_what_differs_is_said_with_both_values_and_the_place(file: Path) -> None:
    file.write_text(WRONG, "utf-8")
    done = run("test", str(file), "--detail")
    assert done.code == 1
    assert "PF678" in done.out
    assert "得分应为7.74" in done.out
    assert "得到7.73" in done.out
    assert "第4行第30列" in done.out
    assert "分值 8 × 完成率 58/60" in done.out
    assert "有1处不符" in done.out


def test_examples_may_stand_in_a_file_beside(file: Path) -> None:
    file.write_text("评分办法 甲\n  继承：central/mof-2020-10\n", "utf-8")
    beside = file.with_name("某省_test.rules")
    beside.write_text("试算\n  评分办法：甲\n  总分：90    等次 良\n", "utf-8")
    for paths in ([file], [file.parent], [file, beside]):
        out = run("test", *map(str, paths)).out
        assert "等次应为良" in out
        assert "评分办法 甲：1例" in out


def test_nothing_to_try_is_no_success(file: Path) -> None:
    file.write_text("评分办法 甲\n  继承：central/mof-2020-10\n", "utf-8")
    done = run("test", str(file))
    assert done.code == 1
    assert "PF679" in done.err


def test_what_was_not_tried_is_listed(file: Path) -> None:
    file.write_text(f"{RIGHT}  参数\n    超额线：150%\n", "utf-8")
    done = run("test", str(file), "--coverage")
    assert done.code == 0
    assert "试到0%" in done.out
    assert "没有试刚好的“完成率 与 超额线”" in done.out


@pytest.mark.parametrize(("least", "code"), [("0", 0), ("33", 0), ("34", 1), ("100", 1)])
def test_a_least_share_can_be_asked_for(file: Path, least: str, code: int) -> None:
    """One of the three sides of the one threshold is tried: 33.3 %."""
    case = "    数：≥10个    类别 产出指标    实际 15个    得分 8\n"
    file.write_text(f"{RIGHT}{case}  参数\n    超额线：150%\n", "utf-8")
    assert run("test", str(file), "--min-coverage", least).code == code


def test_a_file_that_cannot_be_read_is_unusable(file: Path) -> None:
    assert run("test", str(file)).code == 2
    file.write_text(f"{RIGHT}    企业数：≥60家    得分 很多\n", "utf-8")
    assert run("test", str(file)).code == 2


def test_the_json_form(file: Path) -> None:
    file.write_text(WRONG, "utf-8")
    done = run("test", str(file), "--format", "json")
    found = json.loads(done.out)
    assert (done.code, found["count"], len(found["differences"])) == (1, 1, 1)
    assert found["schemes"] == [{"name": "甲", "count": 1, "coverage": "1", "missing": []}]


RULE = """审核规则 HB101 单位缺失
  级别：提醒
  标准：完整性
  对象：指标
  应当：非 空(单位)
  提示：“{名称}”没有写单位。请补上。
  反例
    产出指标
      数量指标
        家数：≥60
"""
GOOD = RULE[RULE.index("  反例") :].replace("反例", "正例").replace("60", "60家")


def test_the_examples_of_review_rules_are_run(file: Path) -> None:
    file.write_text(RULE + GOOD, "utf-8")
    done = run("test", str(file))
    assert (done.code, done.out, done.err) == (0, "审核规则1条：2例\n共2例，全部相符。\n", "")


def test_an_example_that_a_rule_does_not_find_is_said_with_its_place(file: Path) -> None:
    file.write_text(RULE.replace("≥60", "≥60家"), "utf-8")
    done = run("test", str(file))
    assert done.code == 1
    assert "PF658" in done.out
    assert "第7行第3列" in done.out
    assert "PF667" in done.err
    assert "有1处不符" in done.out
    shown = run("test", str(file), "--format", "json").out
    assert json.loads(shown)["rules"] == [
        {"rule": "HB101", "good": False, "place": f"{file} 第7行第3列", "holds": False}
    ]
