from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="语言服务器要装 perfrules[lsp]")

from lsprotocol import types

from perfrules.diagnostics import Code
from perfrules.lsp.desk import Desk
from perfrules.lsp.diagnostics import diagnostics_of
from perfrules.lsp.folder import MOST_FILES

TABLE = "目标表 甲\n  评分办法：某省/2025\n"
SCHEME = "评分办法 某省/2025\n"


def _codes(desk: Desk, uri: str) -> list[object]:
    found = diagnostics_of(desk.reading(uri), desk.documents[uri], desk.marks(uri))
    return [each.code for each in found]


def test_what_stands_in_files_beside_is_known(tmp_path: Path) -> None:
    desk, uri = Desk(), (tmp_path / "表.rules").as_uri()
    desk.open(uri, TABLE)
    assert _codes(desk, uri) == [Code.TABLE_SCHEME_UNKNOWN.id]
    (tmp_path / "办法.rules").write_text(SCHEME, encoding="utf-8")
    desk.look_again()
    assert _codes(desk, uri) == []


def test_what_is_typed_counts_and_not_what_is_on_the_disk(tmp_path: Path) -> None:
    (tmp_path / "办法.rules").write_text(SCHEME, encoding="utf-8")
    desk, uri, other = Desk(), (tmp_path / "表.rules").as_uri(), (tmp_path / "办法.rules").as_uri()
    desk.open(uri, TABLE)
    desk.open(other, SCHEME.replace("2025", "2026"))
    assert _codes(desk, uri) == [Code.TABLE_SCHEME_UNKNOWN.id]
    desk.close(other)
    assert _codes(desk, uri) == []


def test_a_document_that_was_never_saved_stands_alone(tmp_path: Path) -> None:
    desk = Desk()
    desk.open("untitled:1", TABLE)
    desk.open("untitled:2", SCHEME)
    assert _codes(desk, "untitled:1") == [Code.TABLE_SCHEME_UNKNOWN.id]


def test_in_a_folder_with_very_many_files_each_stands_alone(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 1):
        (tmp_path / f"{number}.rules").write_text(SCHEME, encoding="utf-8")
    desk, uri = Desk(), (tmp_path / "表.rules").as_uri()
    desk.open(uri, TABLE)
    assert _codes(desk, uri) == [Code.TABLE_SCHEME_UNKNOWN.id]


def test_files_that_cannot_be_read_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "坏.rules").write_bytes(b"\xff\xfe")
    (tmp_path / "办法.rules").write_text(SCHEME, encoding="utf-8")
    desk, uri = Desk(), (tmp_path / "表.rules").as_uri()
    desk.open(uri, TABLE)
    assert _codes(desk, uri) == []


def test_a_change_may_be_the_whole_text(tmp_path: Path) -> None:
    desk, uri = Desk(), (tmp_path / "表.rules").as_uri()
    desk.open(uri, TABLE)
    desk.change(uri, [types.TextDocumentContentChangeWholeDocument("目标表 乙\n")])
    assert desk.documents[uri].text == "目标表 乙\n"
    assert _codes(desk, uri) == []
