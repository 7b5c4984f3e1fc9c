"""What a review finds does not depend on the order in which indicators and tables stand."""

from hypothesis import given
from hypothesis import strategies as st

from perfrules.review import Finding, review
from perfrules.rules import read_ruleset
from perfrules.source import Source

RULES = """
词表 空话
  词：进一步、大力

审核规则 HB101 名称重复
  级别：警告
  标准：完整性
  对象：指标
  应当：计数(表.指标, 名称 = 本.名称) = 1
  提示：“{名称}”写了{计数(表.指标, 名称 = 本.名称)}次。请合并。

审核规则 HB102 名称太空
  级别：提醒
  标准：相关性
  对象：指标
  应当：非 名称 含 空话
  提示：“{名称}”太空。请改。

审核规则 HB103 指标太少
  级别：提醒
  标准：完整性
  对象：目标表
  应当：计数(指标) ≥ 最少 且 非 所有(指标, 名称 含 “率”)
  提示：只有{计数(指标)}个指标。请补充。
  参数
    最少：3

审核规则 HB104 要求矛盾
  级别：警告
  标准：相关性
  对象：指标
  应当：所有(同名指标, 相容(要求, 本.要求))
  提示：“{名称}”的要求互相矛盾。请核对。
"""
_RULES = read_ruleset(Source("x.rules", RULES)).review.rules

lines = st.builds(
    "      {}：{}".format,
    st.sampled_from(["家数", "合格率", "进一步推广", "满意率"]),
    st.sampled_from(["≥60家", "≤50家", "≥90%", "有效提升", "60"]),
)
classes = st.dictionaries(
    st.sampled_from(["数量指标", "质量指标"]), st.lists(lines, min_size=1, max_size=4), min_size=1
)


def _found(classes: dict[str, list[str]]) -> list[tuple[str, str, str]]:
    body = "\n".join(f"    {name}\n" + "\n".join(lines) for name, lines in classes.items())
    content = read_ruleset(Source("x.rules", f"目标表 甲\n  产出指标\n{body}\n"))
    return sorted(map(_shown, review(_RULES, content.goal_tables).findings))


def _shown(finding: Finding) -> tuple[str, str, str]:
    return finding.rule.id, finding.subject, finding.message


@given(classes)
def test_the_order_of_indicators_does_not_matter(written: dict[str, list[str]]) -> None:
    unique = {name: list({line.partition("：")[0]: line for line in lines}.values()) for name, lines in written.items()}
    mirrored = {name: lines[::-1] for name, lines in reversed(unique.items())}
    assert _found(unique) == _found(mirrored)


@given(st.lists(lines, min_size=1, max_size=3))
def test_the_order_of_tables_does_not_matter(written: list[str]) -> None:
    texts = [f"目标表 {number}\n  产出指标\n    数量指标\n{line}\n" for number, line in enumerate(written)]
    one, other = (read_ruleset(Source("x.rules", "".join(each))).goal_tables for each in (texts, texts[::-1]))
    assert sorted(map(_shown, review(_RULES, one).findings)) == sorted(map(_shown, review(_RULES, other).findings))
