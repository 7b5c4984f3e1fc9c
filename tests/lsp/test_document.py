import pytest

pytest.importorskip("pygls", reason="语言服务器要装 perfrules[lsp]")

from perfrules.lsp.document import Document
from perfrules.lsp.positions import Encoding
from perfrules.lsp.reading import read_documents
from perfrules.rules.text.outline import MOST_LINES


def test_an_edit_keeps_the_other_lines_and_blocks() -> None:
    text = "目标表 甲\n  年度：2023\n\n目标表 乙\n  年度：2023\n"
    document = Document.of("x.rules", text)
    reading = read_documents([document])
    edited = document.edited((1, 5), (1, 9), "2024\n  部门：丙")
    assert [line.text for line in edited.lines[:3]] == ["目标表 甲", "  年度：2024", "  部门：丙"]
    assert edited.lines[3:] == document.lines[2:]
    after = read_documents([edited], reading)
    assert after.content.goal_tables[1] is reading.content.goal_tables[1]
    assert (after.content.goal_tables[0].year, after.content.goal_tables[0].department) == (2024, "丙")


def test_own_words_are_known_in_all_files_as_soon_as_they_are_typed() -> None:
    table = Document.of("表.rules", "目标表 甲\n  产出指标\n    数量指标\n      数：≥3垄\n")
    words = Document.of("用语.rules", "用语 本地\n  单位\n    垅：量词\n")
    before = read_documents([table, words])
    after = read_documents([table, words.edited((2, 4), (2, 5), "垄")], before)
    kinds = [each.content.goal_tables[0].indicators[0].target.to_dict()["kind"] for each in (before, after)]
    assert kinds == ["qualitative", "bound"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_editors_end_them(end: str) -> None:
    document = Document.of("x.rules", f"目标表 甲{end}  年度：2023\u2028\x0c{end}")
    assert [line.text for line in document.lines] == ["目标表 甲", "  年度：2023\u2028\x0c", ""]


@pytest.mark.parametrize(("encoding", "column"), [(Encoding.UTF_8, 4), (Encoding.UTF_16, 2), (Encoding.UTF_32, 1)])
def test_edits_are_counted_as_the_editor_counts(encoding: Encoding, column: int) -> None:
    document = Document.of("x.rules", "😀乙", encoding)
    assert document.edited((0, column), (0, column), "甲").text == "😀甲乙"


def test_spots_beyond_the_text_are_its_end() -> None:
    document = Document.of("x.rules", "目标表 甲")
    assert document.edited((9, 9), (9, 9), "乙").text == "目标表 甲乙"
    assert document.edited((0, 99), (0, 99), "乙").text == "目标表 甲乙"


def test_too_long_a_document_is_not_read() -> None:
    document = Document.of("x.rules", "目标表 甲\n" * (MOST_LINES + 1))
    assert document.blocks == ()
    assert [each.code.id for each in read_documents([document]).content.diagnostics] == ["PF602"]
