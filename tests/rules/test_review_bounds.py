"""A hostile file of review rules ends in a message, at once."""

from time import process_time

import pytest

from perfrules.review import review
from perfrules.rules import read_ruleset
from perfrules.source import Source

RULE = """
审核规则 HB{number} 名称
  级别：提醒
  标准：完整性
  对象：{about}
  应当：{condition}
  提示：{message}
"""


def _rule(condition: str = "1 > 0", number: object = 101, about: str = "指标", message: str = "请改。") -> str:
    return RULE.format(number=number, about=about, condition=condition, message=message)


HOSTILE = {
    "deep": (_rule("(" * 400 + "1" + ")" * 400), "PF636"),
    "negations": (_rule("非 " * 300 + "空(名称)"), "PF634"),
    "long": (_rule("名称 含 “" + "甲" * 100_000 + "”"), "PF634"),
    "digits": (_rule("9" * 900 + " > 10^10^6"), "PF634"),
    "collections": (_rule("存在(表.指标, " * 4 + "1 > 0" + ")" * 4), "PF652"),
    "a long message": (_rule(message="{" * 1000), "PF666"),
    "many names": (_rule(message="{无此名}" * 1000), "PF635"),
    "lists in a ring": ("".join(f"词表 词{n}\n  并入：词{(n + 1) % 40}\n" for n in range(40)), "PF656"),
    "long words": ("词表 甲\n  词：" + "乙、" * 100_000, None),
    "many wrong rules": ("".join(_rule("名秤 > 单味", number=1000 + n) for n in range(1500)), "PF635"),
    "many wrong lines": (_rule() + "  出处：某省\n" * 10_000, "PF608"),
    "many rules": ("".join(_rule(number=1000 + number) for number in range(300)), None),
}


@pytest.mark.parametrize(("text", "code"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_ruleset_is_read_at_once(text: str, code: str | None) -> None:
    read_ruleset(Source("x.rules", _rule()))  # makes the parsers
    started = process_time()
    content = read_ruleset(Source("x.rules", text))
    assert process_time() - started < 2
    assert {each.code.id for each in content.diagnostics} == ({code} if code else set())


def test_a_rule_and_a_table_that_are_both_long_end_too() -> None:
    table = "目标表 甲\n  目标：" + "完善" * 100_000 + "\n  产出指标\n    数量指标\n      家数：≥60家\n"
    words = "词表 甲词\n  词：" + "、".join(f"词{number}" for number in range(5000)) + "\n"
    content = read_ruleset(Source("x.rules", words + _rule("非 目标 含 甲词", about="目标表") + table))
    assert not content.diagnostics
    started = process_time()
    result = review(content.review.rules, content.goal_tables)
    assert [each.code.id for each in result.diagnostics] in ([], ["PF663"])
    assert process_time() - started < 5
