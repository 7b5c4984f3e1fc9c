"""Damaged and hostile files end with a diagnostic, soon and in little memory; nothing is raised, run or fetched."""

import io
import random
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from importing.forms import as_document, as_web_page, as_workbook, draw
from perfrules import read
from perfrules.importing import Imported, read_goal_tables

DATA = Path(__file__).parents[1] / "data"
FORM = draw(read(DATA / "部门整体绩效目标2023.docx").goal_tables[1])
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _codes(imported: Imported) -> list[str]:
    return [each.code.id for each in imported.diagnostics]


def _document(body: str, head: str = "") -> io.BytesIO:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f'{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        )
    stream.seek(0)
    return stream


def _changed(data: bytes, part: str, old: bytes, new: bytes) -> io.BytesIO:
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as given, ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name in given.namelist():
            archive.writestr(name, given.read(name).replace(old, new) if name.endswith(part) else given.read(name))
    stream.seek(0)
    return stream


@pytest.mark.parametrize(
    ("file", "codes"),
    [
        (_document("&a;", '<!DOCTYPE x [<!ENTITY a "一">]>'), ["PF708"]),
        (_document("&a;", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///dev/null">]>'), ["PF708"]),
        (_document("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000), ["PF708"]),
        (_document("<w:tbl><w:tr><w:tc>" * 2000 + "</w:tc></w:tr></w:tbl>" * 2000), ["PF708"]),
        (_document("<w:p/>" * 4_100_000), ["PF704"]),
        (_document("<w:tbl>" + "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 20_001 + "</w:tbl>"), ["PF710", "PF780"]),
        (_document('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr></w:tc></w:tr></w:tbl>'), ["PF780"]),
        (_document("<w:p/>"), ["PF780"]),
        (io.BytesIO(b"<table><tr><td>" * 10_000), ["PF780"]),
        (io.BytesIO(b"<table>" + b"<tr><td rowspan=20000 colspan=200>a" * 300 + b"</table>"), ["PF780"]),
        (io.BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 20), ["PF707"]),
    ],
)
def test_it_is_told(file: io.BytesIO, codes: list[str]) -> None:
    imported = read_goal_tables(file)
    assert _codes(imported) == codes
    assert imported.goal_tables == ()


@pytest.mark.parametrize("write", [as_workbook, as_document, as_web_page, None])
def test_damage_anywhere_raises_nothing(write: Callable[..., io.BytesIO] | None) -> None:
    data = (DATA / "三个项目的目标表.xls").read_bytes() if write is None else write(FORM).read()
    chance = random.Random(7)  # noqa: S311 - the same damage every time
    for turn in range(60):
        damaged = bytearray(data)
        if turn % 2:
            del damaged[chance.randrange(len(data)) :]
        for _ in range(10 if damaged else 0):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        imported = read_goal_tables(io.BytesIO(bytes(damaged)))
        assert imported.goal_tables or imported.diagnostics


def test_rows_that_are_only_formatted_are_no_matter() -> None:
    rows = b"".join(b'<row r="%d"/>' % row for row in range(30, 60_000))
    imported = read_goal_tables(
        _changed(as_workbook(FORM).read(), "sheet1.xml", b"</sheetData>", rows + b"</sheetData>")
    )
    assert (len(imported.goal_tables), _codes(imported)) == (1, [])


def test_merges_without_end_are_bounded() -> None:
    merges = b'<mergeCell ref="A1:XFD1048576"/>' * 2000
    data = as_workbook(FORM).read()
    imported = read_goal_tables(_changed(data, "sheet1.xml", b"</mergeCells>", merges + b"</mergeCells>"))
    assert len(imported.goal_tables) == 1


def test_what_was_deleted_in_a_tracked_document_is_not_read_and_what_was_inserted_is() -> None:
    text = "<w:r><w:t>{}</w:t></w:r>"
    cell = "<w:tc><w:p>{}</w:p></w:tc>"
    changed = f"<w:del>{text.format('≥9亩')}</w:del><w:ins>{text.format('≥5亩')}</w:ins>"
    rows = (["项目名称", "甲"], ["三级指标", "指标值"])
    plain = "".join(f"<w:tr>{''.join(cell.format(text.format(each)) for each in row)}</w:tr>" for row in rows)
    last = f"<w:tr>{cell.format(text.format('面积'))}{cell.format(changed)}</w:tr>"
    imported = read_goal_tables(_document(f"<w:tbl>{plain}{last}</w:tbl>"))
    assert imported.goal_tables[0].indicators[0].target.text == "≥5亩"


def test_an_old_workbook_is_read_like_a_new_one() -> None:
    """The file was made by LibreOffice from the three tables of 2023."""
    old = read(DATA / "三个项目的目标表.xls")
    assert old.goal_tables == read(DATA / "部门整体绩效目标2023.docx").goal_tables[1:]
    assert old.diagnostics == ()
    place = old.goal_tables[0].indicators[0].place
    assert place is not None
    assert place.excerpt() == "【≥60家】"
