"""Typing: however a text came about, an editor is told what reading it afresh tells."""

import random
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("pygls", reason="语言服务器要装 perfrules[lsp]")

from perfrules.diagnostics import PerfRulesError
from perfrules.lsp.actions import actions
from perfrules.lsp.completion import completion
from perfrules.lsp.definitions import definitions, references, rename, renamed_at
from perfrules.lsp.diagnostics import diagnostics_of
from perfrules.lsp.document import Document
from perfrules.lsp.hints import hints
from perfrules.lsp.hover import hover
from perfrules.lsp.layout import layout
from perfrules.lsp.lenses import lenses, tried_at
from perfrules.lsp.marks import Marks, marks_of
from perfrules.lsp.outline import folds, symbols
from perfrules.lsp.reading import Reading, read_documents
from perfrules.lsp.tokens import tokens
from perfrules.rules import read_ruleset
from perfrules.source import Source

TEXT = """# 一个规则集
用语 本地
  单位
    垄：量词

目标表 企业补助
  年度：2023
  预算数：100万元
    财政资金：100万元
  目标：补助企业。
  产出指标
    数量指标
      补助企业数：≥60家    依据 年度计划
      开垄数：≥3垄    分值 甲
      培训人数：≥60坐
    时效指标
      完成时间：6月底前
  满意度指标
    服务对象满意度指标
      企业满意度：≥90%    依剧 年度计划

评分办法 某省/2025
  继承：central/mof-2020-10
  参数
    及格线：六成
  得分
    完成率 ≥ 及格 线：分值
    否则：0分
"""
LINES = TEXT.split("\n")
JUNK = (
    "",
    "目",
    "：",
    "  ：",
    "甲：乙  ：丙",
    '"',
    "甲    ",
    "否则：",
    "\t",
    "𠮷",
    "目标表",
    "评分办法 central/mof-2020-10",
)


def _marked(marks: Marks) -> set[tuple[str, str, int, int]]:
    found = [(line.text, mark.diagnostic.code.id, *mark.span) for line, all in marks.items() for mark in all]
    return set(found)


def _afresh(text: str) -> tuple[Reading, Document]:
    document = Document.of("x.rules", text)
    return read_documents([document]), document


@given(st.data())
@settings(deadline=None)
def test_edits_lead_to_what_reading_afresh_gives(data: st.DataObject) -> None:
    document = Document.of("x.rules", TEXT)
    reading = read_documents([document])
    for _ in range(data.draw(st.integers(1, 4))):
        spots = sorted(
            (line, data.draw(st.integers(0, 20)))
            for line in data.draw(st.lists(st.integers(0, len(document.lines)), min_size=2, max_size=2))
        )
        document = document.edited(spots[0], spots[1], data.draw(st.sampled_from((*JUNK, "\n", "  年度：2024\n"))))
        reading = read_documents([document], reading)
        fresh, other = _afresh(document.text)
        assert document.text == other.text
        assert _marked(marks_of(reading, document)) == _marked(marks_of(fresh, other))
        assert reading.content.goal_tables == fresh.content.goal_tables
        assert reading.content.schemes == fresh.content.schemes


@pytest.mark.parametrize("number", [number for number, line in enumerate(LINES) if line.strip()])
def test_a_broken_line_hides_nothing_of_the_other_lines(number: int) -> None:
    document = Document.of("x.rules", TEXT)
    before = read_documents([document])
    marks = marks_of(before, document)
    for text in _broken(LINES[number]):
        edited = document.edited((number, 0), (number, len(LINES[number]) + 1), text)
        after = marks_of(read_documents([edited], before), edited, marks)
        for line in edited.lines[:number] + edited.lines[number + 1 :]:
            lost = {mark.diagnostic.code for mark in marks.get(line, ())}
            lost -= {mark.diagnostic.code for mark in after.get(line, ())}
            assert not lost, (text, line.text)
        assert [entry.place.source for entry in edited.blocks if entry.line.whole.text in LINES]


def _broken(line: str) -> Iterator[str]:
    """Half of a line, all but its last character, and lines that do not parse."""
    blanks = line[: len(line) - len(line.lstrip())]
    said = line.strip()
    choice = random.Random(said)  # noqa: S311 - a test
    yield blanks + said[: choice.randrange(1, max(2, len(said)))]
    yield f"{blanks}{said[:-1]}：乙  ：丙"
    yield f"{blanks}甲：乙  ：丙"
    yield f"{blanks}「{said}"


def test_a_document_is_told_what_its_file_is_told() -> None:
    reading, document = _afresh(TEXT)
    content = read_ruleset(Source("x.rules", TEXT))
    said = [each for line in marks_of(reading, document).values() for each in line]
    cells = [each for one in content.goal_tables for line in one.indicators for each in line.target.diagnostics]
    assert sorted(each.diagnostic.message for each in said) == sorted(
        each.message for each in (*content.diagnostics, *cells)
    )


@given(st.data())
@settings(deadline=None)
def test_every_question_has_an_answer_in_any_text(data: st.DataObject) -> None:
    """What is typed makes no sense most of the time; an editor asks all the same."""
    document = Document.of("x.rules", TEXT)
    alphabet = st.sampled_from(
        (*JUNK, *'：:#“"「 \t\n甲6%且(', "  依据 ", "试算 ", "分档 ", "免审 PR105", "诊断 PF514")
    )
    for _ in range(data.draw(st.integers(1, 3))):
        spots = sorted(
            (data.draw(st.integers(0, len(document.lines))), data.draw(st.integers(0, 20))) for _ in range(2)
        )
        document = document.edited(spots[0], spots[1], "".join(data.draw(st.lists(alphabet, max_size=4))))
    reading, last = read_documents([document]), len(document.lines)
    marks = marks_of(reading, document)
    diagnostics_of(reading, document, marks)
    actions(reading, document, marks, 0, last)
    hints(reading, document, 0, last)
    symbols(document)
    folds(document)
    layout(document)
    assert len(tokens(document)) % 5 == 0
    assert all(each >= 0 for each in tokens(document))
    for lens in lenses(document, "x"):
        tried_at(reading, document, lens.data["line"] if isinstance(lens.data, dict) else 0)
    for number in range(last):
        spot = (number, data.draw(st.integers(0, len(document.lines[number].text))))
        completion(reading, document, spot)
        hover(reading, document, spot)
        definitions(reading, document, spot)
        references(reading, document, spot, with_definition=True)
        if renamed_at(reading, document, spot) is not None:
            with suppress(PerfRulesError):
                assert rename(reading, document, spot, "一个没有的名称") is not None
