import pytest

pytest.importorskip("pygls", reason="语言服务器要装 perfrules[lsp]")

from lsp.ruleset import opened
from perfrules.lsp.completion import completion

TABLE = "目标表 甲\n  产出指标\n    数量指标\n      "


@pytest.mark.parametrize(
    ("typed", "offered", "not_offered"),
    [
        ("目", "目标表", "继承"),
        ("目标表 甲\n  ", "产出指标", "目标表"),
        ("目标表 甲\n  评", "评分办法", "继承"),
        ("目标表 甲\n  评分办法：", "central/mof-2021-101", "产出指标"),
        ("目标表 甲\n  产出指标\n    ", "数量指标", "服务对象满意度指标"),
        (TABLE + "企业数：≥60", "万元", "依据"),
        (TABLE + "企业数：", "≥", "依据"),
        (TABLE + "企业数：≥60家    ", "依据", "≥"),
        (TABLE + "企业数：≥60家    方向 ", "反向", "依据"),
        (TABLE + "企业数：≥60家    免审 ", "PR105", "依据"),
        ("评分办法 乙\n  ", "继承", "年度"),
        ("评分办法 乙\n  继承：c", "central/mof-2020-10", "继承"),
        ("评分办法 乙\n  参数\n    及格线：6%\n  得分\n    完", "及格线", "继承"),
        ("评分办法 乙\n  得分\n    达成：", "最小", "否则：0分"),
        ("评分办法 乙\n  得分\n    达成：分值    ", "提示", "最小"),
        ("评分办法 乙\n  试算 一\n    企业数：≥6家    诊断 PF", "PF514", "依据"),
        ("审核规则 HB101 数\n  应当：名", "名称", "及格线"),
        ("审核规则 HB101 数\n  对象：", "资金来源", "名称"),
        ("审核规则 HB101 数\n  正例\n    ", "产出指标", "应当"),
        ("审核设置\n  ", "PR101", "应当"),
        ("监控办法 丙\n  指标灯号\n    达成：", "绿", "达成"),
        ("用语 丁\n  单位\n    垄：量词    ", "可比", "量词"),
    ],
)
def test_words_are_offered_where_they_fit(typed: str, offered: str, not_offered: str) -> None:
    assert offered in _labels(typed)
    assert not_offered not in _labels(typed)


def test_indicators_of_the_ruleset_are_offered() -> None:
    text = f"{TABLE}受训人数：≥60人\n\n目标表 乙\n  产出指标\n    数量指标\n      受"
    assert "受训人数" in _labels(text)


def test_units_that_are_used_come_first() -> None:
    assert _labels(f"{TABLE}企业数：≥60家\n      户数：≥6家\n      人数：≥6")[0] == "家"


def test_own_units_are_offered() -> None:
    assert "垄" in _labels(f"用语 本地\n  单位\n    垄：量词\n\n{TABLE}数：≥6")


def test_nothing_is_offered_in_a_comment() -> None:
    assert _labels("  # 目") == []


def test_what_is_chosen_takes_the_place_of_what_is_typed() -> None:
    typed = "评分办法 乙\n  得分\n    达成 且 完"
    reading, document = opened(typed)
    line = len(document.lines) - 1
    items = completion(reading, document, (line, len(document.lines[line].text))).items
    edit = next(item.text_edit for item in items if item.label == "完成率")
    assert edit is not None
    start, end = edit.range.start, edit.range.end  # type: ignore[union-attr]
    edited = document.edited((start.line, start.character), (end.line, end.character), edit.new_text)
    assert edited.text == "评分办法 乙\n  得分\n    达成 且 完成率"


def _labels(text: str) -> list[str]:
    reading, document = opened(text)
    line = len(document.lines) - 1
    return [item.label for item in completion(reading, document, (line, len(document.lines[line].text))).items]
