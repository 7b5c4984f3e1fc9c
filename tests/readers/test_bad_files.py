"""Files that cannot be read, or not wholly: each is told by its code, and nothing is raised."""

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook

from perfrules.readers import read_actuals, sheet
from readers import workbooks
from readers.csv_files import HEADER, save, stream

ROW = "甲,面积,58亩\n"


def _codes(*files: Path | io.BytesIO) -> list[str]:
    return [each.code.id for each in read_actuals(*files).diagnostics]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "PF703"),
        (b" \r\n\n ", "PF703"),
        (b"\xff\xfe\xff\x00\xd8", "PF706"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PF843"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "PF707"),
        (b"PK\x03\x04 and then nothing", "PF708"),
        (HEADER.encode() + '甲,面积,"58亩\n'.encode(), "PF709"),
        ("考核内容,怎么样\n面积,58亩\n".encode(), "PF711"),
        (b"%PDF-1.7 hello", "PF843"),
        (b"{\\rtf1 hello}", "PF843"),
        (b"MIME-Version: 1.0\r\n", "PF843"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "WordDocument".encode("utf-16-le"), "PF843"),
        ("三级指标,实际完成值\n,\n".encode(), "PF850"),
        ("项目名称,全年执行数（万元）\n".encode(), "PF850"),
    ],
)
def test_bad_bytes_are_told_by_their_code(data: bytes, code: str) -> None:
    assert _codes(io.BytesIO(data)) == [code]


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    assert _codes(tmp_path / "没有.csv", tmp_path) == ["PF701", "PF702"]


def test_a_zip_that_is_no_workbook_is_told(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert _codes(tmp_path / "a.xlsx") == ["PF708"]


@pytest.mark.parametrize(
    ("part", "content", "said"),
    [
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet", "开放文档表格（.ods），读不了。请用Excel"),
        ("mimetype", b"application/vnd.oasis.opendocument.text", "开放文档文本（.odt），读不了。请用Word"),
        ("xl/workbook.bin", b"", "二进制工作簿（.xlsb）"),
        ("目标表/甲.docx", b"", "压缩包，读不了。请用解压软件打开"),
    ],
)
def test_another_kind_of_archive_is_told_with_what_to_save_it_as(part: str, content: bytes, said: str) -> None:
    data = io.BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr(part, content)
    data.seek(0)
    (found,) = read_actuals(data).diagnostics
    assert found.code.id == "PF843"
    assert said in found.message


def test_a_damaged_workbook_is_told_wherever_it_is_cut(tmp_path: Path) -> None:
    data = workbooks.save(tmp_path / "a.xlsx", {"指标": [("三级指标", "实际完成值"), ("甲", "58")]}).read_bytes()
    for length in range(100, len(data), 500):
        assert _codes(io.BytesIO(data[:length])) == ["PF708"]


def test_a_workbook_that_unpacks_to_too_much_is_not_unpacked(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "bomb.xlsx", "w", ZIP_DEFLATED) as archive, archive.open("xl/workbook.xml", "w") as part:
        for _ in range(65):
            part.write(bytes(2**20))
    assert (tmp_path / "bomb.xlsx").stat().st_size < 2**20
    assert _codes(tmp_path / "bomb.xlsx") == ["PF704"]


def test_a_file_beyond_the_bound_is_not_read() -> None:
    assert _codes(io.BytesIO(b"x" * (sheet.MAX_BYTES + 1))) == ["PF704"]


def test_rows_beyond_the_bound_are_not_read(tmp_path: Path) -> None:
    text = HEADER + ROW * sheet.MAX_ROWS
    actuals = read_actuals(stream(text))
    assert len(actuals.values) == sheet.MAX_ROWS - 1
    assert [each.code.id for each in actuals.diagnostics] == ["PF710"]


def test_sheets_beyond_the_bound_are_not_read(tmp_path: Path) -> None:
    count = sheet.MAX_SHEETS + 1
    rows = [("三级指标", "实际完成值"), ("甲", "58")]
    file = workbooks.save(tmp_path / "a.xlsx", {f"指标{number}": rows for number in range(count)})
    actuals = read_actuals(file)
    assert len(actuals.values) == sheet.MAX_SHEETS
    assert [each.code.id for each in actuals.diagnostics] == ["PF792"]


def test_a_sheet_with_a_row_at_its_very_end_is_bounded(tmp_path: Path) -> None:
    file = workbooks.save(tmp_path / "a.xlsx", {"指标": [("三级指标", "实际完成值"), ("甲", "58")]})
    workbook = load_workbook(file)
    workbook.worksheets[0]["XFD1048576"] = "x"
    workbook.save(file)
    actuals = read_actuals(file)
    assert [row.actual.text for row in actuals.values] == ["58"]
    assert [each.code.id for each in actuals.diagnostics] == ["PF710"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_needs_no_word(encoding: str) -> None:
    actuals = read_actuals(stream(HEADER + ROW, encoding))
    assert [row.actual.text for row in actuals.values] == ["58亩"]
    assert actuals.diagnostics == ()


def test_gb18030_is_read_and_said() -> None:
    actuals = read_actuals(stream(HEADER + ROW, "gb18030"))
    assert [row.actual.text for row in actuals.values] == ["58亩"]
    assert [each.code.id for each in actuals.diagnostics] == ["PF705"]


@pytest.mark.parametrize("delimiter", ["\t", ";"])
def test_other_delimiters_are_read(delimiter: str) -> None:
    actuals = read_actuals(stream((HEADER + ROW).replace(",", delimiter)))
    assert [row.actual.text for row in actuals.values] == ["58亩"]


def test_rows_before_a_broken_quote_are_kept(tmp_path: Path) -> None:
    file = save(tmp_path / "a.csv", HEADER + ROW + '甲,人数,"58')
    actuals = read_actuals(file)
    assert [row.indicator for row in actuals.values] == ["面积"]
    assert [str(each.labels[0].place) for each in actuals.diagnostics] == [f"{file} 第3行第1列"]


def test_a_good_file_beside_a_bad_one_is_read(tmp_path: Path) -> None:
    actuals = read_actuals(tmp_path / "没有.csv", save(tmp_path / "有.csv", HEADER + ROW))
    assert [row.actual.text for row in actuals.values] == ["58亩"]
    assert [each.code.id for each in actuals.diagnostics] == ["PF701"]


def test_what_is_no_file_is_a_wrong_call() -> None:
    with pytest.raises(TypeError):
        read_actuals(58)  # type: ignore[arg-type]
