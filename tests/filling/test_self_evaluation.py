"""The 自评表 that is written says what the report says, and is audited without a difference."""

import shutil
import subprocess
from fractions import Fraction
from pathlib import Path

import pytest

import perfrules
from filling import forms
from perfrules.auditing import Standing
from perfrules.readers import read_filled

SAME = {Standing.SAME}


def test_a_written_form_is_audited_without_a_difference(tmp_path: Path) -> None:
    forms.report(tmp_path).to_xlsx(tmp_path / "自评表.xlsx")
    audit = perfrules.audit(tmp_path / "自评表.xlsx")
    assert (audit.diagnostics, audit.findings) == ((), ())
    (table,) = audit.tables
    assert {each.standing for each in table.scores if not each.printed.is_blank} == SAME
    # 10 × 901/1000 = 9.01; 600 人 wanted, 580 came: 25 × 29/30 = 24.17; all others are met.
    assert (table.table.score.text, table.table.weight.text, table.table.grade.text) == ("98.18", "100", "优")


def test_text_stays_text(tmp_path: Path) -> None:
    forms.report(tmp_path).to_xlsx(tmp_path / "自评表.xlsx")
    filled = read_filled(tmp_path / "自评表.xlsx")
    (table,) = filled.tables
    assert [(line.indicator.target.text, line.actual.text, line.reason) for line in table.lines] == [
        ("≥600人", "580人", "=1+1"),
        ("=100%", "100%", "=1+1"),
        ("≤3起", "2起", "=1+1"),
        ("≥90%", "92%", "=1+1"),
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "{{项目名称}}", "甲\x07乙"])
def test_no_text_becomes_a_formula(tmp_path: Path, text: str) -> None:
    report = forms.report(tmp_path, {"培训人数": text})
    report.to_xlsx(tmp_path / "自评表.xlsx")
    report.to_docx(tmp_path / "自评表.docx")
    wanted = text.replace("\x07", "\ufffd")
    assert wanted in [cell for row in forms.sheets(tmp_path / "自评表.xlsx")["培训"] for cell in row]
    assert wanted in [cell for row in forms.words(tmp_path / "自评表.docx")[0] for cell in row]
    from openpyxl import load_workbook  # noqa: PLC0415

    cells = [cell for row in load_workbook(tmp_path / "自评表.xlsx").worksheets[0].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value == wanted} == {"s"}


def test_sums_and_rates_are_formulas_with_their_results(tmp_path: Path) -> None:
    forms.report(tmp_path).to_xlsx(tmp_path / "自评表.xlsx")
    written, results = (forms.sheets(tmp_path / "自评表.xlsx", shown)["培训"] for shown in (False, True))
    found = {cell: results[row][column] for row, cells in enumerate(written) for column, cell in enumerate(cells)}
    assert {formula: str(result) for formula, result in found.items() if str(formula).startswith("=") and result} == {
        "=ROUND(F6/E6,4)": "0.901",
        "=SUM(G6,G12:G15)": "100",
        '=IF(COUNTBLANK(I6)+COUNTBLANK(H12:H15)>0,"",SUM(I6,H12:H15))': "98.18",
        "=100%": "=100%",
        "=1+1": "=1+1",
    }


def test_open_points_are_blank_and_said(tmp_path: Path) -> None:
    report = forms.report(tmp_path, {"培训期数": "100%", "有无投诉": "2起", "学员满意度": "92%"})
    report.to_xlsx(tmp_path / "自评表.xlsx")
    rows = forms.sheets(tmp_path / "自评表.xlsx", results=True)["培训"]
    (line,) = [row for row in rows if "培训人数" in row]
    assert (str(line[6]), line[7]) == ("25", None)
    (total,) = [row for row in rows if row[0] == "总分"]
    assert (str(total[6]), total[7] or "") == ("100", "")
    (remark,) = [str(row[2]) for row in rows if row[0] == "说明"]
    assert "“培训人数”没有填报实际完成值，得分待定，在0～25分之间" in remark
    assert "总得分待定，在74.01～99.01分之间" in remark


def test_a_department_has_a_sheet_for_each_project_and_its_own(tmp_path: Path) -> None:
    report = forms.report(tmp_path, names=("甲", "乙", "丙"))
    report.to_xlsx(tmp_path / "自评表.xlsx")
    shown = forms.sheets(tmp_path / "自评表.xlsx", results=True)
    assert list(shown) == ["甲", "乙", "丙", "科技局整体", "依据"]
    rows = {str(row[1]): row for row in shown["科技局整体"]}
    assert [str(rows[name][8]) for name in ("甲", "乙", "丙", "年度资金总额")] == ["98.18"] * 4
    assert [str(cell) for cell in rows["年度资金总额"][3:7]] == ["3000", "3000", "2703", "0.901"]
    assert perfrules.audit(tmp_path / "自评表.xlsx").findings == ()


def test_word_has_the_same_cells(tmp_path: Path) -> None:
    forms.report(tmp_path).to_docx(tmp_path / "自评表.docx")
    (table,) = forms.words(tmp_path / "自评表.docx")
    (line,) = [row for row in table if "培训人数" in row]
    assert line == ["绩\n效\n指\n标", "产出指标", "数量指标", "培训人数", "≥600人", "580人", "25", "24.17", "=1+1"]
    assert [row[1] for row in table if row[3] == "培训期数"] == ["产出指标"]
    assert [row[-2] for row in table if row[0] == "总分"] == ["98.18"]


def test_headers_stand_on_every_page(tmp_path: Path) -> None:
    import docx  # noqa: PLC0415
    from openpyxl import load_workbook  # noqa: PLC0415

    forms.report(tmp_path).to_docx(tmp_path / "自评表.docx")
    forms.report(tmp_path).to_xlsx(tmp_path / "自评表.xlsx")
    repeated = docx.Document(str(tmp_path / "自评表.docx")).element.body.xpath(".//w:tr[w:trPr/w:tblHeader]")
    assert [text for row in repeated for text in row.xpath(".//w:t/text()")][:2] == ["一级指标", "二级指标"]
    sheet = load_workbook(tmp_path / "自评表.xlsx").worksheets[0]
    first, _ = str(sheet.print_title_rows).replace("$", "").split(":")
    assert sheet[f"B{first}"].value == "一级指标"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


@pytest.mark.parametrize("suffix", ["xlsx", "docx"])
def test_the_same_report_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    report = forms.report(tmp_path)
    for name in ("一", "二"):
        getattr(report, f"to_{suffix}")(tmp_path / f"{name}.{suffix}")
    assert (tmp_path / f"一.{suffix}").read_bytes() == (tmp_path / f"二.{suffix}").read_bytes()


def test_another_program_works_out_the_same(tmp_path: Path) -> None:
    """LibreOffice works out every formula again; the audit of its file finds no difference either."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("没有安装 LibreOffice，不能用别的程序重新计算")
    forms.report(tmp_path, names=("甲", "乙")).to_xlsx(tmp_path / "自评表.xlsx")
    command = [program, "--headless", f"-env:UserInstallation={(tmp_path / 'settings').as_uri()}"]
    command += [
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(tmp_path / "再存"),
        str(tmp_path / "自评表.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 - a program of this machine
    again = tmp_path / "再存" / "自评表.xlsx"
    assert perfrules.audit(again).findings == ()
    ours, theirs = (forms.sheets(file, results=True) for file in (tmp_path / "自评表.xlsx", again))
    assert _numbers(ours) == _numbers(theirs)


def _numbers(shown: dict[str, list[list[object]]]) -> list[tuple[str, str]]:
    return [
        (name, f"{cell:.6f}")
        for name, rows in shown.items()
        for row in rows
        for cell in row
        if isinstance(cell, int | float)
    ]


@pytest.mark.parametrize("suffix", ["xlsx", "docx"])
def test_a_written_form_with_an_indicator_that_does_not_apply_is_audited_without_a_difference(
    tmp_path: Path, suffix: str
) -> None:
    values = {**forms.FILLED, "培训期数": "不适用"}
    getattr(forms.report(tmp_path, values), f"to_{suffix}")(tmp_path / f"自评表.{suffix}")
    audit = perfrules.audit(tmp_path / f"自评表.{suffix}")
    assert [str(each) for each in (*audit.diagnostics, *audit.findings)] == []
    (table,) = audit.tables
    # 90 − 25 = 65 of the indicators' points and 10 for the money apply: (9.01 + 24.17 + 30 + 10) × 100/75 = 97.57.
    assert table.table.score.text.startswith("97.57")
    assert table.total.points == Fraction("73.18") * 100 / 75
