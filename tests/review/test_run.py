"""Rules run over tables: what is found, in which order, and what is exempt, set otherwise or too costly."""

from perfrules.diagnostics import Severity
from perfrules.review import Finding, Review, configured, review
from perfrules.rules import RulesetContent, read_ruleset
from perfrules.source import Source

RULES = """
审核规则 HB101 名称太短
  级别：提醒
  标准：完整性
  对象：指标
  范围：一级指标 = “产出指标”
  应当：长度(名称) ≥ 最短
  提示：“{名称}”只有{长度(名称)}个字，少于{最短}个。请写全。
  参数
    最短：4

审核规则 HB102 预算偏大
  级别：错误
  标准：适当性
  对象：目标表
  应当：预算数 ≤ 上限数
  提示：预算{预算数}超过{上限数}。请核对。
  依据：某省规定
  参数
    上限数：1000万元
"""
TABLE = """
目标表 甲
  预算数：1280万元
  产出指标
    数量指标
      家数：≥60家
      补助家数：≥60家
      人数：≥60人
  满意度指标
    服务对象满意度指标
      满意：≥90%
"""


def _read(*parts: str) -> RulesetContent:
    content = read_ruleset(Source("x.rules", "".join(parts)))
    assert not content.diagnostics
    return content


def _review(*parts: str) -> Review:
    content = _read(*parts)
    chosen = configured(content.review.rules, content.review.settings)
    assert not chosen.diagnostics
    return review(chosen.rules, content.goal_tables)


def _shown(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(each.rule.id, each.subject) for each in findings]


def test_the_worst_comes_first_then_the_order_of_the_file() -> None:
    found = _review(RULES, TABLE).findings
    assert _shown(found) == [("HB102", "甲"), ("HB101", "家数"), ("HB101", "人数")]


def test_a_message_says_the_values() -> None:
    found = _review(RULES, TABLE).findings
    assert [each.message for each in found[:2]] == [
        "预算1280万元超过1000万元。请核对。",
        "“家数”只有2个字，少于4个。请写全。",
    ]
    assert str(found[1].labels[0].place) == "x.rules 第26行第7列"


def test_what_cannot_be_decided_is_no_finding() -> None:
    assert _shown(_review(RULES, TABLE.replace("  预算数：1280万元\n", "")).findings)[0] == ("HB101", "家数")


def test_a_setting_changes_a_level_and_a_parameter() -> None:
    settings = "\n审核设置\n  HB101：警告\n    最短：3\n  HB102\n    参数\n      上限数：2亿元\n"
    found = _review(RULES, TABLE.replace("人数：", "总人数："), settings).findings
    assert _shown(found) == [("HB101", "家数")]
    assert found[0].severity is Severity.WARNING
    assert found[0].message == "“家数”只有2个字，少于3个。请写全。"


def test_a_rule_that_is_switched_off_finds_nothing() -> None:
    settings = "\n审核设置\n  HB102：不查    理由 本省另有规定\n"
    assert _shown(_review(RULES, TABLE, settings).findings) == [("HB101", "家数"), ("HB101", "人数")]


def test_a_later_setting_counts() -> None:
    settings = "\n审核设置\n  HB102：不查    理由 暂不执行\n审核设置\n  HB102：提醒\n"
    assert ("HB102", "甲") in _shown(_review(RULES, TABLE, settings).findings)


def test_settings_of_what_there_is_not_are_told() -> None:
    settings = "\n审核设置\n  HB999：警告\n  HB101\n    最长：3\n    最短：3家\n"
    content = _read(RULES, settings)
    chosen = configured(content.review.rules, content.review.settings)
    assert [each.code.id for each in chosen.diagnostics] == ["PF660", "PF661", "PF661"]
    assert chosen.rules == content.review.rules


def test_an_exempt_line_is_kept_apart_with_its_reason() -> None:
    result = _review(RULES, TABLE.replace("家数：≥60家\n", "家数：≥60家    免审 HB101 统计口径的名称\n", 1))
    assert _shown(result.findings) == [("HB102", "甲"), ("HB101", "人数")]
    assert _shown(result.waived) == [("HB101", "家数")]
    assert [each.waiver.reason for each in result.waived if each.waiver] == ["统计口径的名称"]
    assert not result.diagnostics


def test_an_exempt_table_is_exempt_with_all_its_lines() -> None:
    result = _review(RULES, TABLE.replace("  预算数", "  免审：HB101、HB102 试点项目\n  预算数"))
    assert not result.findings
    assert _shown(result.waived) == [("HB102", "甲"), ("HB101", "家数"), ("HB101", "人数")]


def test_an_exemption_from_nothing_is_told() -> None:
    """HB101 finds nothing on that line, and there is no HB999."""
    result = _review(RULES, TABLE.replace("满意：≥90%", "满意：≥90%    免审 HB101、HB999 不需要"))
    assert [each.code.id for each in result.diagnostics] == ["PF664", "PF660"]


def test_a_rule_that_costs_too_much_is_told_and_finds_nothing() -> None:
    costly = """
审核规则 HB103 两两相比
  级别：提醒
  标准：完整性
  对象：指标
  应当：存在(表.指标, 存在(表.指标, 存在(表.指标, 名称 = “没有的”)))
  提示：请核对。
"""
    lines = "".join(f"      第{number}个：≥60家\n" for number in range(120))
    result = _review(costly, TABLE.replace("      家数：≥60家\n", lines))
    assert not result.findings
    assert [each.code.id for each in result.diagnostics] == ["PF663"]


def test_tables_of_last_year_are_found_by_name() -> None:
    rule = """
审核规则 HB104 预算减少
  级别：提醒
  标准：适当性
  对象：目标表
  应当：预算数 ≥ 上年.预算数
  提示：预算{预算数}少于上年的{上年.预算数}。请说明。
"""
    this, last = _read(rule, TABLE), _read(TABLE.replace("1280", "1300"))
    assert not review(this.review.rules, this.goal_tables).findings
    found = review(this.review.rules, this.goal_tables, last.goal_tables).findings
    assert [each.message for each in found] == ["预算1280万元少于上年的1300万元。请说明。"]


def test_a_finding_as_json() -> None:
    found = _review(RULES, TABLE).findings[0].to_dict()
    assert found == {
        "rule": "HB102",
        "name": "预算偏大",
        "severity": "error",
        "criterion": "适当性",
        "table": "甲",
        "subject": "甲",
        "message": "预算1280万元超过1000万元。请核对。",
        "reason": "",
        "basis": "某省规定",
        "labels": [{"place": "x.rules 第23行第3列", "excerpt": "【预算数：1280万元】", "note": ""}],
        "waived": None,
    }


def test_a_message_rounds_what_has_many_decimals_and_shows_a_parameter_as_written() -> None:
    rule = """
审核规则 HB105 每家金额
  级别：提醒
  标准：适当性
  对象：目标表
  应当：预算数 ÷ 家数 < 线 × 10亿元/家
  提示：每家{预算数 ÷ 家数}，超过{线}。请核对。
  参数
    家数：3家
    线：1%
"""
    found = _review(rule, TABLE).findings
    assert not found
    found = _review(rule.replace("10亿元", "1万元"), TABLE).findings
    assert [each.message for each in found] == ["每家约426.67万元/家，超过1%。请核对。"]


def test_a_finding_as_people_read_it() -> None:
    found = _review(RULES, TABLE).findings[1]
    assert str(found) == (
        "提醒 HB101 名称太短：“家数”只有2个字，少于4个。请写全。\n  x.rules 第26行第7列  【家数：≥60家】"
    )


def test_blanks_inside_a_line_take_nothing_away() -> None:
    rule = """
词表 空话
  词：进一步    大力

审核规则 HB106 空话
  级别：提醒
  标准：相关性
  对象：指标
  应当：非 名称 含 空话    且 长度(名称) < 最长
  提示：“{名称}”是空话，    或者太长。请改。
  参数
    最长：3    + 3
"""
    lines = "      大力推广：≥1次\n      六个字的名称：≥1次\n      推广：≥1次\n"
    found = _review(rule, TABLE.replace("      家数：≥60家\n", lines)).findings
    assert [each.message for each in found] == [
        "“大力推广”是空话， 或者太长。请改。",
        "“六个字的名称”是空话， 或者太长。请改。",
    ]


def test_an_exemption_from_a_rule_that_is_switched_off_is_no_mistake() -> None:
    content = _read(
        RULES,
        TABLE.replace("家数：≥60家\n", "家数：≥60家    免审 HB101 统计口径的名称\n", 1),
        "\n审核设置\n  HB101：不查    理由 暂不执行\n",
    )
    chosen = configured(content.review.rules, content.review.settings)
    assert not review(chosen.rules, content.goal_tables, off=chosen.off).diagnostics
    assert [each.code.id for each in review(chosen.rules, content.goal_tables).diagnostics] == ["PF660"]
