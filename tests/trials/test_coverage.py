"""What a case reaches: the lines on the way to the one that fits, and thresholds that decide."""

from perfrules.rules import read_ruleset
from perfrules.source import Source
from perfrules.trials import SchemeTrials, try_scheme

SCHEME = """
评分办法 甲
  得分
    达成 且 正向 且 完成率 > 超额线：分值 × 90%
    达成：分值
    完成率 ≥ 60%：分值 × 最大(50%, 完成率)
    否则：0
  参数
    超额线：130%
  等次
    合格：[60, 100]
    不合格：[0, 60)
"""


def _tried(*cases: str, more: str = "", scheme: str = "甲") -> SchemeTrials:
    lines = "\n".join(f"    {case}" for case in cases)
    text = f"{SCHEME}{more}  试算    分值 10\n{lines}\n"
    content = read_ruleset(Source("例", text))
    assert content.diagnostics == ()
    found = next(each for each in content.schemes if each.name == scheme)
    return try_scheme(found, content.trials)


def _missing(*cases: str, more: str = "", scheme: str = "甲") -> set[str]:
    return {str(item) for item in _tried(*cases, more=more, scheme=scheme).coverage.missing}


def test_nothing_is_tried_without_cases() -> None:
    found = _tried().coverage
    assert found.missing == found.items
    assert found.share == 0
    # Four rules, three thresholds in them (130 %, 60 %, 50 %) and one between the grades, each with three sides.
    assert len(found.items) == 4 + 4 * 3


def test_a_case_uses_one_line_and_tries_the_thresholds_it_passes() -> None:
    before, after = _missing(), _missing("数：≥10个  实际 6个  得分 6")
    assert before - after == {
        "得分：没有试到“完成率 ≥ 60%：分值 × 最大(50%, 完成率)”",
        "得分：没有试刚好的“完成率 与 60%”",
    }


def test_a_threshold_that_decides_nothing_is_not_tried() -> None:
    """达成 is false, so that 130 % plays no part; and 反向 keeps it from playing one."""
    wanted = "得分：没有试刚好的“完成率 与 超额线”"
    assert wanted in _missing("数：≤13天  实际 10天  得分 10")
    assert wanted not in _missing("数：≥10天  实际 13天  得分 10")


def test_far_away_is_not_just_above() -> None:
    wanted = "得分：没有试略高的“完成率 与 超额线”"
    assert wanted in _missing("数：≥10个  实际 20个  得分 9")
    assert wanted not in _missing("数：≥100个  实际 131个  得分 9")


def test_the_rule_behind_is_not_reached() -> None:
    assert "得分：没有试到“否则：0”" in _missing("数：≥10个  实际 6个  得分 6")
    assert "得分：没有试到“否则：0”" not in _missing("数：≥10个  实际 5个  得分 0")


def test_a_formula_has_thresholds_too() -> None:
    wanted = {f"得分：没有试{side}的“完成率 与 50%”" for side in ("略低", "刚好", "略高")}
    assert wanted <= _missing("数：≥10个  实际 6个  得分 6")


def test_grades_are_tried_at_the_scores_between_them() -> None:
    cases = ("总分：60  等次 合格", "总分：59.99  等次 不合格", "总分：60.01  等次 合格")
    assert not {item for item in _missing(*cases) if item.startswith("等次")}


def test_what_is_inherited_is_tried_where_it_is_stated() -> None:
    child = "评分办法 乙\n  继承：甲\n"
    assert _tried(more=child, scheme="乙").coverage.items == ()


def test_a_parameter_of_its_own_moves_the_threshold() -> None:
    child = "评分办法 乙\n  继承：甲\n  参数\n    超额线：150%\n"
    found = _tried(more=child, scheme="乙").coverage
    assert [item.text for item in found.items] == ["完成率 与 超额线"] * 3


def test_tiers_and_bands_are_tried_at_their_ends() -> None:
    scheme = "\n".join(
        (
            "评分办法 乙",
            "  得分",
            "    由人评判：评判",
            "    否则：分档",
            "  评判等级 评判",
            "    达成：[80, 100]%",
            "  分档 分档    满分 10分",
            "    ≥90%：10分",
            "    <90%：5分\n",
        )
    )
    cases = (
        "某：提升  实际 达成年度指标  评判分 8  得分 8",
        "某：≥95%  实际 90%  得分 10",
        "某：≥95%  实际 89.9%  得分 5",
    )
    assert _missing(*cases, more=scheme, scheme="乙") == {
        "评判等级：没有试略低的“达成年度指标：评判分与分值的80%”",
        "评判等级：没有试略高的“达成年度指标：评判分与分值的80%”",
        "分档：没有试略高的“90%”",
    }
