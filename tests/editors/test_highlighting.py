"""What ruleset files look like: the words of each kind, and the two forms of the one description."""

import re
import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path
from time import perf_counter

import pytest

from editors.coloured import GRAMMAR, RULES, scopes, stretches, text_of
from guards.checkout import ROOT
from perfrules.highlighting.blocks import PROSE, kinds
from perfrules.highlighting.description import Scope
from perfrules.highlighting.lexer import RulesLexer
from perfrules.highlighting.textmate import grammar_text
from perfrules.rules.blocks import BLOCKS
from perfrules.rules.text.fields import spelled

TABLE = "目标表 甲\n  产出指标\n    数量指标\n      "
SCHEME = "评分办法 甲\n  得分\n    "
REVIEW = "审核规则 BD001 甲\n  "


def test_the_grammar_of_the_extension_is_what_the_lexicons_say() -> None:
    """Where this fails, write it anew: python -m perfrules.highlighting > docs/editors/vscode/syntaxes/…"""
    assert GRAMMAR.read_text("utf-8") == grammar_text()


@pytest.mark.parametrize(
    ("before", "line", "expected"),
    [
        (TABLE, "培训人数：≥60人", [("培训人数", "INDICATOR"), ("≥", "OPERATOR"), ("60", "NUMBER"), ("人", "UNIT")]),
        (TABLE, "标准：１０万元／家", [("标准", "INDICATOR"), ("１０", "NUMBER"), ("万元／家", "UNIT")]),
        (TABLE, "响应时间:24小时内", [("响应时间", "INDICATOR"), ("24", "NUMBER"), ("小时", "UNIT"), ("内", "WORD")]),
        (TABLE, "成本：不超过5万元", [("成本", "INDICATOR"), ("不超过", "WORD"), ("5", "NUMBER"), ("万元", "UNIT")]),
        (TABLE, "时间：2023年12月31日前", [("时间", "INDICATOR"), ("2023年12月31日", "DATE"), ("前", "WORD")]),
        (
            TABLE,
            "税收：比上年增长10%",
            [("税收", "INDICATOR"), ("比上年增长", "WORD"), ("10", "NUMBER"), ("%", "UNIT")],
        ),
        (TABLE, "是否提升：是", [("是否提升", "INDICATOR"), ("是", "LEVEL")]),
        (TABLE, "等级：良好", [("等级", "INDICATOR"), ("良好", "LEVEL")]),
        (TABLE, "完成率：显著提升", [("完成率", "INDICATOR")]),
        (TABLE, "“且”字数：3个", [("“且”字数", "INDICATOR"), ("3", "NUMBER"), ("个", "UNIT")]),
        (TABLE, '"甲：乙"：3个', [('"甲：乙"', "STRING"), ("3", "NUMBER"), ("个", "UNIT")]),
        (
            TABLE,
            "甲：3个    说明 2023年共3个    分值 5",
            [
                *[("甲", "INDICATOR"), ("3", "NUMBER"), ("个", "UNIT"), ("说明", "FIELD"), (" 2023年共3个", "PROSE")],
                *[("分值", "FIELD"), ("5", "NUMBER")],
            ],
        ),
        (TABLE, "甲：3个 # 不是注释", [("甲", "INDICATOR"), ("3", "NUMBER"), ("个", "UNIT")]),
        (TABLE, "甲：3个  # 是注释", [("甲", "INDICATOR"), ("3", "NUMBER"), ("个", "UNIT"), ("# 是注释", "COMMENT")]),
        (TABLE, "# 整行", [("      # 整行", "COMMENT")]),
        (
            SCHEME,
            "达成 且 (完成率 ≥ 及格线)：分值 × 最小（1, 60%）",
            [
                *[("达成", "FACT"), ("且", "CONNECTIVE"), ("完成率", "FACT"), ("≥", "OPERATOR"), ("分值", "FACT")],
                *[("×", "OPERATOR"), ("最小", "FUNCTION"), ("1", "NUMBER"), ("60", "NUMBER"), ("%", "UNIT")],
            ],
        ),
        (SCHEME, "否则：0", [("否则", "CONNECTIVE"), ("0", "NUMBER")]),
        (SCHEME, "如果没有满意度指标", [("如果没有", "CONNECTIVE"), ("满意度指标", "CLASS")]),
        (SCHEME, "未达成率：0", [("0", "NUMBER")]),
        (
            REVIEW,
            "提示：“{名称}”太低",
            [("提示", "FIELD"), ("“", "PROSE"), ("{名称}", "PLACEHOLDER"), ("”太低", "PROSE")],
        ),
        (
            REVIEW,
            "应当：名称 含 “率”",
            [("应当", "FIELD"), ("名称", "FACT"), ("含", "CONNECTIVE"), ("“率”", "STRING")],
        ),
        (REVIEW, "正例2", [("正例2", "BLOCK")]),
    ],
)
def test_each_word_is_seen_for_what_it_is(before: str, line: str, expected: list[tuple[str, str]]) -> None:
    found = [(text.lstrip(" "), scope.name) for text, scope in stretches(before + line)]
    assert found[len(stretches(before)) :] == [(text.lstrip(" "), scope) for text, scope in expected]


@pytest.mark.parametrize("keyword", BLOCKS)
def test_every_kind_of_block_is_known(keyword: str) -> None:
    assert stretches(f"{keyword} 甲乙")[:2] == [(keyword, Scope.BLOCK), ("甲乙", Scope.NAME)]
    assert stretches(f"目标表 甲\n{keyword}：甲乙")[2:4] == [(keyword, Scope.BLOCK), ("甲乙", Scope.NAME)]


def test_every_field_is_known_under_each_of_its_names() -> None:
    for kind in kinds():
        for field in (word for table in kind.fields for word in spelled(table)):
            # 正例 and 分档 … begin parts of blocks; no field is one of them.
            assert (field, Scope.FIELD) in stretches(f"{kind.keywords[0]} 甲\n  {field}："), (kind.name, field)
        for column in (word for table in kind.columns for word in spelled(table)):
            assert (column, Scope.FIELD) in stretches(f"{kind.keywords[0]} 甲\n  乙：3  {column} 4"), (
                kind.name,
                column,
            )


def test_what_is_prose_is_a_field() -> None:
    known = {field for kind in kinds() for table in (*kind.fields, *kind.columns) for field in table}
    assert known >= PROSE


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.name)
def test_every_character_of_a_file_is_there_and_every_block_coloured(path: Path) -> None:
    text = text_of(path)
    starts = [match.start() for match in re.finditer(r"^[^\s#]", text, re.MULTILINE)]
    found = scopes(text)
    assert len(found) == len(text)
    assert starts
    assert {found[start] for start in starts} == {Scope.BLOCK}


def test_pygments_finds_the_lexer_where_the_package_says_that_it_is() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    (found,) = (EntryPoint(name, value, "") for name, value in project["entry-points"]["pygments.lexers"].items())
    assert found.load() is RulesLexer
    assert "*.rules" in RulesLexer.filenames
    assert found.name in RulesLexer.aliases


@pytest.mark.parametrize("character", [" ", "\u3000", "\t", "：", "“", "9"])
def test_long_runs_of_one_character_take_no_longer_than_their_length(character: str) -> None:
    """Quadratic, blanks behind a column took a minute; a second or two is what this length costs."""
    text = "目标表 甲\n  乙：3个  说明 丙" + character * 20_000
    begun = perf_counter()
    assert len(scopes(text)) == len(text)
    assert perf_counter() - begun < 30
