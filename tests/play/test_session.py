"""The conversation on a terminal."""

import pytest

from perfrules.play import Desk
from perfrules.play.session import Reply, Session


def _said(*lines: str) -> Reply:
    """The reply to the last of some lines."""
    session = Session(Desk())
    return [session.reply(line) for line in lines][-1]


def _text(*lines: str) -> str:
    return "\n".join(_said(*lines).lines)


def test_a_target_alone_is_explained() -> None:
    assert "意思      要求实际值不低于60家。" in _text("≥60家")
    assert "结论" not in _text("≥60家")


@pytest.mark.parametrize("line", ["≥60家 | 58家", "≥60家｜58家", "  ≥60家|58家\n"])
def test_an_actual_value_is_judged_and_scored(line: str) -> None:
    assert "结论：未达成。" in _text(line)
    assert "9.67  central/mof-2020-10" in _text(line)


def test_a_scheme_is_kept_and_shows_its_reasons() -> None:
    text = _text(":办法 practice/whole-points", "≥60家 | 58家")
    assert "得分 10　practice/whole-points" in text
    assert "规则：" in text


def test_no_name_asks_for_all_schemes() -> None:
    assert "central/mof-2021-101" in _text(":办法")
    assert "另有" in _text(":办法 practice/whole-points", ":办法", "≥60家 | 58家")


def test_what_was_said_of_the_row_holds_until_it_is_taken_back() -> None:
    assert "PF204" not in _text(":年度 2023", "12月底前")
    assert "PF204" in _text(":年度 2023", "：年度", "12月底前")
    assert "结论：达成" in _text(":上年 2.9%", "比上年增加 | 3.2%")
    assert "得分（分值8）" in _text(":分值 8", "≥60家 | 58家")


def test_what_cannot_be_read_is_refused_and_not_kept() -> None:
    assert _said(":年度 明年").is_refused
    assert "PF927" in _text(":年度 明年")
    assert "PF927" not in _text(":年度 明年", "≥60家")
    assert "PF927" in _text(":预算 若干")


def test_an_unknown_command_or_scheme_names_the_nearest() -> None:
    assert "PF926" in _text(":年 2023")
    assert "最接近的是“年度”" in _text(":年 2023")
    assert "PF731" in _text(":办法 central/mof-2020-11")
    assert _said(":办法 central/mof-2020-11").is_refused


def test_it_ends_when_asked_to() -> None:
    assert _said(":退出").is_last
    assert not _said(":帮助").is_last


def test_an_empty_line_says_nothing_and_a_long_one_is_refused() -> None:
    assert _said("  ") == Reply()
    assert "PF929" in _text("九" * 20_001)


def test_every_command_stands_in_the_help() -> None:
    text = _text(":帮助")
    names = [
        "名称",
        "一级指标",
        "二级指标",
        "符号",
        "单位",
        "方向",
        "上年",
        "预算",
        "年度",
        "分值",
        "办法",
        "例子",
        "退出",
    ]
    assert [name for name in names if f":{name}" not in text] == []


def test_the_examples_are_answered() -> None:
    assert _text(":例子").count("结论：") == 5
