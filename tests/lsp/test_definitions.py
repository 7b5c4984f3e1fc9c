import pytest

pytest.importorskip("pygls", reason="语言服务器要装 perfrules[lsp]")

from lsp.ruleset import opened, spot, text_at
from perfrules.diagnostics import Code, PerfRulesError
from perfrules.lsp.definitions import definitions, references, rename, renamed_at
from perfrules.lsp.desk import uri_of
from perfrules.lsp.document import Document
from perfrules.lsp.reading import read_documents


@pytest.mark.parametrize(
    ("words", "nth", "line"),
    [
        ("某省/2025", 0, "评分办法 某省/2025"),
        ("及格线", 1, "    及格线：60%"),
        ("补助企业数", 0, "      补助企业数：≥60家    依据 年度计划"),
    ],
)
def test_a_name_leads_to_where_it_was_given(words: str, nth: int, line: str) -> None:
    reading, document = opened()
    (found,) = definitions(reading, document, spot(document, words, nth))
    assert document.lines[found.range.start.line].text == line


def test_a_parameter_leads_to_the_scheme_that_it_is_inherited_from() -> None:
    reading, document = opened()
    (found,) = definitions(reading, document, spot(document, "及格线", 2))
    assert document.lines[found.range.start.line].text == "    及格线：60%"


def test_a_family_leads_to_its_schemes() -> None:
    reading, document = opened(
        "目标表 甲\n  评分办法：省\n\n评分办法 省/2024\n  系列：省\n\n评分办法 省/2025\n  系列：省\n"
    )
    found = definitions(reading, document, spot(document, "：省"))
    assert [each.range.start.line for each in found] == [4, 7]


@pytest.mark.parametrize(
    ("words", "file"), [("central/mof-2020-10", "central/mof-2020-10.rules"), ("PR105", "central/review/")]
)
def test_what_is_shipped_is_found_in_its_file(words: str, file: str) -> None:
    reading, document = opened()
    (found,) = definitions(reading, document, spot(document, words))
    assert file in found.uri


def test_definitions_are_found_in_other_files() -> None:
    table = Document.of("/省/表.rules", "目标表 甲\n  评分办法：某省/2025\n")
    scheme = Document.of("/省/办法.rules", "评分办法 某省/2025\n")
    (found,) = definitions(read_documents([table, scheme]), table, (1, 8))
    assert found.uri == uri_of("/省/办法.rules")


def test_every_use_of_a_name_is_found() -> None:
    reading, document = opened()
    found = references(reading, document, spot(document, "及格线"), with_definition=True)
    assert [text_at(document, each.range) for each in found] == ["及格线"] * 3
    assert len(references(reading, document, spot(document, "及格线"), with_definition=False)) == 2


def test_names_of_facts_are_no_names_of_the_ruleset() -> None:
    reading, document = opened()
    assert references(reading, document, spot(document, "完成率"), with_definition=True) == []
    assert renamed_at(reading, document, spot(document, "完成率")) is None


@pytest.mark.parametrize(
    ("words", "nth", "new", "count"),
    [
        ("及格线", 0, "合格线", 3),
        ("及格线", 2, "合格线", 3),
        ("某省/2025", 1, "某省/2026", 3),
        ("补助企业数", 0, "户数", 1),
    ],
)
def test_a_name_is_changed_everywhere(words: str, nth: int, new: str, count: int) -> None:
    reading, document = opened()
    before = document
    edit = rename(reading, document, spot(document, words, nth), new)
    assert edit is not None
    assert edit.changes is not None
    (edits,) = edit.changes.values()
    assert [each.new_text for each in edits] == [new] * count
    for each in sorted(edits, key=lambda one: (one.range.start.line, one.range.start.character), reverse=True):
        start, end = each.range.start, each.range.end
        document = document.edited((start.line, start.character), (end.line, end.character), each.new_text)
    assert document.text.count(new) == count
    codes = [[each.code for each in read_documents([one]).content.diagnostics] for one in (document, before)]
    assert codes[0] == codes[1]


@pytest.mark.parametrize(
    ("words", "new", "code"),
    [
        ("central/mof-2020-10", "省", Code.NAME_SHIPPED),
        ("及格线", "及格 线", Code.NEW_NAME_WRONG),
        ("及格线", "且", Code.NEW_NAME_WRONG),
        ("补助企业数", "企业：数", Code.NEW_NAME_WRONG),
        ("某省/2025", "某县/2025", Code.NEW_NAME_TAKEN),
    ],
)
def test_a_name_that_cannot_be_is_refused(words: str, new: str, code: Code) -> None:
    reading, document = opened()
    with pytest.raises(PerfRulesError) as error:
        rename(reading, document, spot(document, words), new)
    assert [each.code for each in error.value.diagnostics] == [code]
