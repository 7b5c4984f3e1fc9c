"""The block 用语: what a ruleset adds holds in all of it, and points at both places where it cannot be added."""

import io
import pickle
from pathlib import Path

import pytest

from perfrules import load
from perfrules.actuals import read_actual
from perfrules.rules import RulesetContent, read_ruleset
from perfrules.source import Source, TextPlace
from perfrules.syntax import STANDARD
from perfrules.targets import parse

WORDS = """用语 某县的写法
  单位
    垄：量词  又写 菜垄
  等级
    河长考核：出色/出彩、合格、落后
  表头
    三级指标：考核要点
"""
TABLE = """目标表 菜地
  年度：2023
  测算：30垄 × 2万元/垄 = 60万元
  产出指标
    数量指标
      新建菜地：≥30垄
    质量指标
      河长考核：合格以上
"""


def read(text: str) -> RulesetContent:
    return read_ruleset(Source("规则文件", text))


@pytest.mark.parametrize(
    ("line", "lexicon", "word"),
    [
        ("单位\n    亩：量词", "grammar/units.txt", "亩"),
        ("单位\n    垄：量词  又写 市亩", "grammar/units.txt", "市亩"),
        ("等级\n    水质：清、浊", "grammar/scales.txt", "水质"),
        ("等级\n    河长考核：是、否", "grammar/words.txt", "是"),
        ("程度词：提高", "grammar/words.txt", "提高"),
        ("表头\n    三级指标：二级指标", "grammar/headers.txt", "二级指标"),
    ],
)
def test_a_word_that_has_a_meaning_is_pointed_at_in_both_places(line: str, lexicon: str, word: str) -> None:
    (diagnostic,) = read(f"用语 甲\n  {line}").diagnostics
    here, there = (label.place for label in diagnostic.labels)
    assert isinstance(here, TextPlace)
    assert isinstance(there, TextPlace)
    assert (here.source.name, there.source.name) == ("规则文件", lexicon)
    assert [place.source.text[slice(*place.span)] for place in (here, there)] == [word, word]


def test_words_hold_in_every_file_of_the_ruleset_and_in_no_other(tmp_path: Path) -> None:
    (tmp_path / "甲.rules").write_text(TABLE, encoding="utf-8")
    (tmp_path / "乙.rules").write_text(WORDS, encoding="utf-8")
    ruleset = load(tmp_path)
    assert not ruleset.diagnostics
    assert str(ruleset.goal_tables[0].indicators[0].target) == "[30垄, ∞)"
    assert ruleset.goal_tables[0].calculations[0].factors[0].unit.text == "垄"
    alone = load(tmp_path / "甲.rules")
    assert [diagnostic.code.id for diagnostic in alone.diagnostics] == ["PF615"]
    assert [diagnostic.code.id for diagnostic in alone.goal_tables[0].indicators[0].target.diagnostics] == ["PF303"]


def test_actuals_are_read_with_the_words_and_headers_of_their_ruleset(tmp_path: Path) -> None:
    file = tmp_path / "甲.rules"
    file.write_text(WORDS + TABLE, encoding="utf-8")
    sheet = "项目,考核要点,完成值\n菜地,新建菜地,28菜垄\n菜地,河长考核,出彩\n".encode()
    lines = load(file).evaluate(io.BytesIO(sheet)).projects[0].lines
    assert [line.outcome.verdict.label for line in lines] == ["未达成", "达成"]


def test_the_same_words_make_the_same_language_and_survive_pickling() -> None:
    one, other = read(WORDS).language, read("# 另一个文件\n" + WORDS).language
    assert one is other
    assert one is not STANDARD
    target = parse("≥30垄", language=one)
    copy = pickle.loads(pickle.dumps(target))  # noqa: S301 - our own bytes
    assert copy == target
    assert copy.language is one
    assert parse("≥30垄", language=one) != parse("≥30垄")


def test_an_actual_value_compares_through_the_units_that_it_was_read_with() -> None:
    language = read("用语 甲\n  单位\n    垄：量词  可比 畦\n    畦：量词").language
    assert str(read_actual("3畦", language).value) != str(read_actual("3畦").value)
    assert read_actual("3亩", language).value == read_actual("3亩").value


def test_hundreds_of_words_are_read_in_time() -> None:
    units = "".join(
        f"    {first}{second}棚：量词\n" for first in "甲乙丙丁戊己庚辛壬癸" for second in "子丑寅卯辰巳午未申酉"
    )
    content = read(f"用语 甲\n  单位\n{units}")
    assert not content.diagnostics
    assert str(parse("≥3癸酉棚", language=content.language)) == "[3癸酉棚, ∞)"
