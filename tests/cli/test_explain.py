"""`perfrules explain` of schemes and of indicators; pages of codes are in test_commands."""

from pathlib import Path

import pytest

from cli.running import TABLES, run
from perfrules.rules import shipped_method, shipped_methods, shipped_scheme, shipped_schemes


def test_an_indicator_is_explained_by_values_tried_on_it() -> None:
    """60 of 60 get all of the 6.25 points, 54 of 60 nine tenths of them (5.625, rounded), 30 of 60 half (3.125)."""
    done = run("explain", TABLES, "补助高企数量")
    assert done.code == 0
    assert "高新技术企业扶持资金（2023年）　产出指标　数量指标　补助高企数量" in done.out
    assert "要求实际值不低于60家。" in done.out
    assert "  60家：达成，6.25分\n" in done.out
    assert "  54家：未达成，5.63分\n" in done.out
    assert "  30家：未达成，3.13分\n" in done.out
    assert "依据：财预〔2020〕10号" in done.out


def test_every_indicator_of_that_name_is_explained() -> None:
    done = run("explain", TABLES, "企业创新创业水平 是否提升")
    assert done.out.count("要求回答“是”。") == 2


def test_every_indicator_can_be_explained() -> None:
    names = [line.strip().partition("：")[0] for line in run("explain", TABLES).out.splitlines() if line[0] == " "]
    assert len(names) == 26
    for name in names:
        assert run("explain", TABLES, name).code == 0


@pytest.mark.parametrize("name", shipped_schemes())
def test_every_part_of_a_shipped_scheme_is_shown(name: str) -> None:
    scheme = shipped_scheme(name)
    assert scheme is not None
    done = run("explain", name)
    assert done.code == 0
    notes = [each.note for each in scheme.rules if each.note]
    names = [part.name for part in scheme.parameters] + [part.name for part in scheme.grades]
    tables = [part.name for part in scheme.bands] + [part.name for part in scheme.tiers]
    bases = [part.basis for part in scheme.rules] + [part.basis for part in scheme.parameters]
    for text in (scheme.name, scheme.title, scheme.authority, *notes, *names, *tables, *bases):
        assert text in done.out


def test_a_scheme_says_where_it_has_a_part_from() -> None:
    assert "（惯例：按执行率得分，不超过分值；见 central/mof-2020-10）" in run("explain", "central/mof-2021-101").out


def test_a_scheme_of_a_file_is_explained(tmp_path: Path) -> None:
    file = tmp_path / "办法.rules"
    file.write_text("评分办法 某省/2024\n  继承：central/mof-2020-10\n  参数\n    超额线：150%\n", "utf-8")
    assert "超额线：150%" in run("explain", str(file), "某省/2024").out
    assert run("explain", str(file)).out == "评分办法 某省/2024　项目支出绩效评价管理办法（单位自评）\n"


def test_a_shipped_review_rule_is_explained_with_its_examples() -> None:
    done = run("explain", "pr105")
    assert done.code == 0
    assert done.out.startswith("# PR105 单位缺失\n")
    assert "位置：rulesets/central/review/1-完整性.rules 第" in done.out
    good, bad = done.out.split("  正例\n")[1].split("  反例\n")
    assert "补助企业数：≥60家" in good
    assert "补助企业：≥60\n" in bad
    assert "审核规则 PR106" not in bad


def test_a_rule_of_a_file_comes_before_the_shipped_one(tmp_path: Path) -> None:
    file = tmp_path / "规则.rules"
    rule = "级别：提醒\n  标准：完整性\n  对象：指标\n  应当：非 空(名称)\n  提示：请写名称。\n"
    file.write_text(f"审核规则 PR105 本地的\n  {rule}", "utf-8")
    assert run("explain", str(file)).out == "审核规则 PR105 本地的\n"
    assert run("explain", str(file), "PR105").out.startswith("# PR105 本地的\n")


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [
        (("central/mof-2020",), "central/mof-2020-10"),
        ((TABLES, "补助高企数"), "补助高企数量"),
        (("补助",), None),
        (("PR1055",), "PR105"),
    ],
)
def test_what_is_not_found_is_bad_use_and_the_nearest_is_named(arguments: tuple[str, ...], nearest: str | None) -> None:
    done = run("explain", *arguments)
    assert (done.code, done.out) == (2, "")
    assert "PF691" in done.err
    assert nearest is None or f"最接近的是“{nearest}”。" in done.err


def test_a_file_that_cannot_be_read_is_bad_use(tmp_path: Path) -> None:
    file = tmp_path / "坏.rules"
    file.write_text("目标表 甲\n  年份：2023\n", "utf-8")
    done = run("explain", str(file))
    assert (done.code, "PF608" in done.err, done.out) == (2, True, "目标表 甲\n")


@pytest.mark.parametrize("name", shipped_methods())
def test_every_part_of_a_shipped_monitoring_method_is_shown(name: str) -> None:
    method = shipped_method(name)
    assert method is not None
    done = run("explain", name)
    assert done.code == 0
    remarks = [each.text for each in (*method.explanations, *method.comparisons)]
    lights = [each.light.value for each in (*method.indicators, *method.completion, *method.execution)]
    parts = [each.name for each in method.parameters] + [
        f"{each.month}月底：{each.text}" for each in method.checkpoints
    ]
    for text in (method.name, method.title, method.authority, *remarks, *lights, *parts):
        assert text in done.out
