"""The examples of a rule: what passes, what fails, what is missing."""

import pytest

from perfrules.rules import RulesetContent, lacking_examples, read_ruleset, try_examples
from perfrules.source import Source

RULE = """
审核规则 HB101 单位缺失
  级别：提醒
  标准：完整性
  对象：指标
  应当：非 空(单位)
  提示：“{名称}”没有写单位。请补上。
"""
GOOD = """
  正例
    产出指标
      数量指标
        家数：≥60家
"""
BAD = GOOD.replace("正例", "反例").replace("60家", "60")


def _read(*parts: str) -> RulesetContent:
    content = read_ruleset(Source("x.rules", "".join(parts)))
    assert not content.diagnostics
    return content


def _failures(*parts: str) -> list[list[str]]:
    content = _read(*parts)
    results = try_examples(content.review.rules, content.review.examples)
    return [[each.code.id for each in result.diagnostics] for result in results]


def test_examples_that_are_as_they_should_be() -> None:
    assert _failures(RULE, GOOD, BAD) == [[], []]


@pytest.mark.parametrize(
    ("example", "code"),
    [
        (GOOD.replace("60家", "60"), "PF659"),
        (BAD.replace("60", "60家"), "PF658"),
        (GOOD.replace("正例", "正例 一\n    年分：2023"), "PF608"),
    ],
)
def test_an_example_that_is_not_as_it_should_be(example: str, code: str) -> None:
    assert _failures(RULE, example) == [[code]]


def test_a_rule_without_examples_is_told() -> None:
    content = _read(RULE, BAD)
    assert [each.code.id for each in lacking_examples(content.review.rules, content.review.examples)] == ["PF667"]
    content = _read(RULE, BAD, GOOD)
    assert not list(lacking_examples(content.review.rules, content.review.examples))


def test_an_example_may_hold_the_table_of_last_year() -> None:
    rule = RULE.replace("非 空(单位)", "空(上年.名称)")
    assert _failures(rule, BAD, "    上年目标表\n      产出指标\n        数量指标\n          家数：≥50家\n") == [[]]
    assert _failures(rule, BAD) == [["PF658"]]


def test_an_example_may_hold_other_tables_of_the_department() -> None:
    rule = RULE.replace("非 空(单位)", "计数(部门同名指标) = 0")
    other = "    其他目标表 乙\n      产出指标\n        数量指标\n          家数：≥50家\n"
    department = BAD.replace("反例\n", "反例\n    部门：某局\n")
    assert _failures(rule, department, other) == [[]]
    assert _failures(rule, department) == [["PF658"]]


@pytest.mark.parametrize(
    ("condition", "scope", "why"),
    [
        ("非 空(单位)", "一级指标 = “效益指标”", "没有一个指标在规则的范围里"),
        ("数 > 100", "数 > 0家", "条件算不出来"),
        ("数 > 50家", "数 > 0家", "条件成立"),
    ],
)
def test_an_example_that_passes_says_why(condition: str, scope: str, why: str) -> None:
    """60家 compares with 100家, and with no bare 100."""
    rule = RULE.replace("非 空(单位)", condition).replace("  应当", f"  范围：{scope}\n  应当")
    content = _read(rule, BAD.replace("60", "60家"))
    (result,) = try_examples(content.review.rules, content.review.examples)
    assert [why in each.message for each in result.diagnostics] == [True]
