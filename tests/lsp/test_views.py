"""What an editor shows of a whole document: outline, folds, colours, hints, buttons, offers, layout."""

import pytest

pytest.importorskip("pygls", reason="语言服务器要装 perfrules[lsp]")

from lsprotocol import types

from lsp.ruleset import TEXT, opened, text_at
from perfrules.lsp.actions import actions
from perfrules.lsp.document import Document
from perfrules.lsp.hints import hints
from perfrules.lsp.layout import layout
from perfrules.lsp.lenses import lenses, tried_at
from perfrules.lsp.marks import marks_of
from perfrules.lsp.outline import folds, symbols
from perfrules.lsp.positions import Encoding
from perfrules.lsp.tokens import LEGEND, tokens


def _names(found: list[types.DocumentSymbol]) -> list[str]:
    return [name for each in found for name in (each.name, *_names(list(each.children or ())))]


def test_the_outline_has_every_line() -> None:
    _, document = opened()
    names = _names(symbols(document))
    assert names[:4] == ["用语 本地", "单位", "垄", "目标表 企业补助"]
    assert len(names) == sum(1 for line in document.lines if line.said)


def test_a_broken_line_keeps_its_place_in_the_outline() -> None:
    _, document = opened(TEXT.replace("评分办法 某省/2025", "评分办法 某省/2025  ：  ："))
    assert "及格线" in _names(symbols(document))


def test_blocks_and_comments_fold() -> None:
    _, document = opened()
    found = {(each.start_line, each.end_line, each.kind) for each in folds(document)}
    last = next(number for number, line in enumerate(document.lines) if "企业满意度" in line.text)
    assert (4, last, None) in found
    comment = next(number for number, line in enumerate(document.lines) if line.text.startswith("# 一个"))
    assert (comment, comment + 1, types.FoldingRangeKind.Comment) in found


def _coloured(document: Document, first: int = 0, last: int | None = None) -> set[tuple[str, str]]:
    data, found, line, column = tokens(document, first, last), set(), 0, 0
    for at in range(0, len(data), 5):
        down, right, length, kind, _ = data[at : at + 5]
        line, column = line + down, right + (0 if down else column)
        found.add((document.lines[line].text[column : column + length], LEGEND[kind]))
    return found


def test_words_are_coloured_by_what_they_are() -> None:
    _, document = opened()
    assert _coloured(document) >= {
        ("目标表", "keyword"),
        ("企业补助", "class"),
        ("产出指标", "namespace"),
        ("补助企业数", "variable"),
        ("≥", "operator"),
        ("60家", "number"),
        ("依据", "property"),
        ("年度计划", "string"),
        ("及格线", "parameter"),
        ("最小", "function"),
        ("试算", "keyword"),
        ("# 一个办法，", "comment"),
    }


def test_a_part_is_coloured_as_in_the_whole() -> None:
    _, document = opened()
    part = _coloured(document, 5, 9)
    assert part
    assert part < _coloured(document)


def test_colours_are_counted_in_what_the_editor_counts() -> None:
    text = "目标表 𠮷\n  年度：2023"
    lengths = [tokens(Document.of("x.rules", text, encoding))[7] for encoding in Encoding]
    assert lengths == [4, 2, 1]


def test_what_cells_leave_out_is_shown_beside_them() -> None:
    reading, document = opened()
    found = {
        (document.lines[each.position.line].text.strip()[:5], str(each.label))
        for each in hints(reading, document, 0, 99)
    }
    assert ("企业满意度", "≥") in found
    assert ("开垄数：3", "≥") in found
    assert ("企业满意度", "15分") in found
    assert not [each for each in found if each[0].startswith("开垄") and each[1].endswith("分")]
    assert hints(reading, document, 0, 3) == []


def test_a_button_runs_the_examples_of_its_block() -> None:
    reading, document = opened()
    numbers = [each.data["line"] for each in lenses(document, "u") if isinstance(each.data, dict)]
    assert [document.lines[number].text for number in numbers] == ["评分办法 某省/2025", "评分办法 某县/2025"]
    tried = tried_at(reading, document, numbers[0])
    assert tried.summary == "✗ 2例，1处不符"  # half of 60 is under the 及格线, so 0 points and not 5
    assert [each.labels[0].place.excerpt() for each in tried.differences] == [
        "补助企业数：≥60家    实际值 30家    得分 【5】    诊断 无"
    ]
    assert tried_at(reading, document, numbers[1]).summary == "没有试算"


def test_a_review_rule_is_tried_on_its_examples() -> None:
    text = "\n".join(
        (
            "审核规则 HB101 名称太短",
            "  级别：提醒",
            "  标准：完整性",
            "  对象：指标",
            "  应当：长度(名称) ≥ 2",
            "  提示：“{名称}”太短。请写完整。",
            "  正例",
            "    产出指标",
            "      数量指标",
            "        人数：≥6人",
            "  反例",
            "    产出指标",
            "      数量指标",
            "        户数：≥6户",
        )
    )
    reading, document = opened(text)
    tried = tried_at(reading, document, 0)
    assert (tried.count, len(tried.differences)) == (2, 1)


def test_a_misspelt_word_is_mended() -> None:
    reading, document = opened()
    marks = marks_of(reading, document)
    fix = next(each for each in actions(reading, document, marks, 0, 99) if each.kind is types.CodeActionKind.QuickFix)
    assert fix.title == "改成“依据”"
    assert fix.edit is not None
    assert fix.edit.changes is not None
    ((edit,),) = fix.edit.changes.values()
    assert text_at(document, edit.range) == "依剧"
    assert [each.code for each in fix.diagnostics or ()] == ["PF608"]


def test_a_misspelt_unit_is_mended_inside_its_cell() -> None:
    reading, document = opened("目标表 甲\n  产出指标\n    时效指标\n      时间：≤5工作曰")
    (fix, *_) = actions(reading, document, marks_of(reading, document), 3, 3)
    assert fix.edit is not None
    assert fix.edit.changes is not None
    ((edit,),) = fix.edit.changes.values()
    assert (text_at(document, edit.range), edit.new_text) == ("工作曰", "工作日")


def test_a_target_can_be_written_out() -> None:
    reading, document = opened()
    found = {each.title for each in actions(reading, document, {}, 0, 99)}
    assert found == {"写成“≥3垄”", "写成“2023年6月30日前”", "写成“≥90%”"}


def test_layout_changes_only_the_lines_that_it_moves() -> None:
    _, document = opened("目标表 甲\n  年度:2023\n  部门：乙\n")
    (edit,) = layout(document)
    assert (edit.range.start.line, edit.range.end.line, edit.new_text) == (1, 1, "  年度：2023")
    assert layout(opened("目标表 甲\n  年度：2023\n")[1]) == []
    assert layout(opened("目标表 甲\n  甲：乙  ：丙")[1]) == []
