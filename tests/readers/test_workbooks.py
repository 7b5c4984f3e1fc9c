"""What the cells of a workbook become: what a person sees in them, without the rounding of the screen."""

from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from perfrules.readers import read_actuals
from perfrules.source import CellPlace
from readers import workbooks

HEADER = ("三级指标", "实际完成值")


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        ("58家", "General", "58家"),
        (58, "General", "58"),
        (58.5, "0", "58.5"),
        (0.896, "0.0%", "89.6%"),
        (0.8964, "0%", "89.64%"),
        (0.07, "0%", "7%"),
        (1280, "#,##0.00", "1280"),
        (1280, '#,##0"万元"', "1280万元"),
        (0.1 + 0.2, "General", "0.3"),
        (1e15, "General", "1000000000000000"),
        (date(2023, 12, 15), "yyyy-mm-dd", "2023年12月15日"),
        (date(2023, 12, 1), 'yyyy"年"m"月"', "2023年12月"),
        (True, "General", "是"),
    ],
)
def test_a_cell_is_what_is_seen(tmp_path: Path, value: object, number_format: str, text: str) -> None:
    file = workbooks.save(tmp_path / "a.xlsx", {"指标": [HEADER, ("甲", value)]}, {"B2": number_format})
    assert [row.actual.text for row in read_actuals(file).values] == [text]


def test_date_formats_built_into_chinese_programs_are_dates(tmp_path: Path) -> None:
    """Excel numbers them from 27 on and writes no text of the format, so that openpyxl takes the cell for a number."""
    file = workbooks.save(tmp_path / "a.xlsx", {"指标": [HEADER, ("甲", 45275), ("乙", 45261)]}, {"B2": "0.000"})
    _rewrite(file, "xl/styles.xml", 'numFmtId="164" fontId', 'numFmtId="31" fontId')
    assert [row.actual.text for row in read_actuals(file).values] == ["2023年12月15日", "45261"]


def test_sheets_are_recognised_by_their_headers(tmp_path: Path) -> None:
    sheets: dict[str, list[tuple[object, ...]]] = {
        "说明": [("这是说明",)],
        "资金": [("项目名称", "全年执行数（万元）"), ("甲", 1180)],
        "指标": [("2023年度", None), HEADER, ("面积", "58亩")],
    }
    file = workbooks.save(tmp_path / "a.xlsx", sheets)
    actuals = read_actuals(file)
    assert [(row.indicator, row.place) for row in actuals.values] == [
        ("面积", CellPlace(str(file), "指标", 3, 2, "58亩"))
    ]
    assert [row.project for row in actuals.spending] == ["甲"]
    assert actuals.diagnostics == ()


def test_an_error_of_the_spreadsheet_is_no_value(tmp_path: Path) -> None:
    file = workbooks.save(tmp_path / "a.xlsx", {"指标": [HEADER, ("甲", "#DIV/0!")]})
    actuals = read_actuals(file)
    assert [row.actual.text for row in actuals.values] == [""]
    assert [each.code.id for each in actuals.diagnostics] == ["PF714"]


def test_a_formula_that_was_never_calculated_is_no_value(tmp_path: Path) -> None:
    file = workbooks.save(tmp_path / "a.xlsx", {"指标": [HEADER, ("甲", "=1+1"), ("乙", "2")]})
    actuals = read_actuals(file)
    assert [row.actual.text for row in actuals.values] == ["", "2"]
    assert [each.code.id for each in actuals.diagnostics] == ["PF715"]


def test_a_target_that_a_spreadsheet_takes_for_a_formula_is_a_target(tmp_path: Path) -> None:
    file = workbooks.save(
        tmp_path / "a.xlsx", {"指标": [("三级指标", "指标值", "实际完成值"), ("甲", "=100%", "100%")]}
    )
    actuals = read_actuals(file)
    assert [row.target_text for row in actuals.values] == ["=100%"]
    assert actuals.diagnostics == ()


def test_a_wrong_extent_in_the_file_hides_no_cells(tmp_path: Path) -> None:
    file = workbooks.save(tmp_path / "a.xlsx", {"指标": [HEADER, ("甲", "58")]})
    _rewrite(file, "xl/worksheets/sheet1.xml", 'ref="A1:B2"', 'ref="A1"')
    assert [row.actual.text for row in read_actuals(file).values] == ["58"]


def _rewrite(file: Path, part: str, old: str, new: str) -> None:
    """Change the text of one part of a workbook."""
    with ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part].decode()
    parts[part] = parts[part].decode().replace(old, new).encode()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
