"""Templates of an office: what they may do, and what is said of those that cannot be filled."""

import zipfile
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

import perfrules
from filling import forms
from perfrules.diagnostics import Code, PerfRulesError
from perfrules.filling import Form, Listing, write_form

PARTS = {
    "项目": [
        Form(
            "甲/乙",
            {"项目名称": "甲/乙"},
            {"指标": Listing(("类", "名称", "分"), (("产出", "子", "1"), ("产出", "丑", "2"), ("效益", "寅", "3")))},
        )
    ]
}


def _write(path: Path, template: Path) -> Path:
    write_form(path, path.suffix, "自评表", PARTS, template)
    return path


def _code(folder: Path, template: Path, suffix: str = ".xlsx") -> Code:
    with pytest.raises(PerfRulesError) as caught:
        _write(folder / f"写出{suffix}", template)
    assert not (folder / f"写出{suffix}").exists()
    return caught.value.diagnostics[0].code


def test_rows_repeat_merged_cells_grow_and_formulas_follow(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["项目", "{{项目名称}}", None, None],
        ["指标", "类", "名称", "分"],
        [None, "{{指标.类 合并}}", "{{指标.名称}}", "{{指标.分}}"],
        ["合计", None, None, "=SUM(D3)+D1*Sheet!D3"],
    ]
    template = forms.template(tmp_path / "模板.xlsx", "{{每个项目}}", rows, ["A2:A3"])
    sheet = load_workbook(_write(tmp_path / "写出.xlsx", template)).worksheets[0]
    assert sheet.title == "甲 乙"
    assert [[cell.value for cell in row[1:3]] for row in sheet.iter_rows(min_row=3, max_row=5)] == [
        ["产出", "子"],
        [None, "丑"],
        ["效益", "寅"],
    ]
    assert sorted(map(str, sheet.merged_cells.ranges)) == ["A2:A5", "B3:B4"]
    assert sheet["D6"].value == "=SUM(D3:D5)+D1*Sheet!D3"


def test_sheets_without_a_marker_stay_as_they_are(tmp_path: Path) -> None:
    template = forms.template(tmp_path / "模板.xlsx", "{{每个项目}}", [["{{项目名称}}"]])
    workbook = load_workbook(template)
    workbook.create_sheet("填表说明")["A1"] = "{{项目名称}}由单位填写"
    workbook.save(template)
    shown = forms.sheets(_write(tmp_path / "写出.xlsx", template))
    assert shown == {"填表说明": [["{{项目名称}}由单位填写"]], "甲 乙": [["甲/乙"]]}


def test_lists_to_choose_from_and_conditional_formats_follow_their_rows(tmp_path: Path) -> None:
    rows: list[list[object]] = [["名称", "分", "评"], ["{{指标.名称}}", "{{指标.分}}", None], ["合计", None, None]]
    template = forms.template(tmp_path / "模板.xlsx", "{{每个项目}}", rows)
    workbook = load_workbook(template)
    sheet = workbook.worksheets[0]
    for cells, formula in (("C2", '"优,良,中,差"'), ("C3", "$A$3")):
        check = DataValidation("list", formula1=formula)
        check.add(cells)
        sheet.add_data_validation(check)
    red = PatternFill(bgColor="FF0000", fill_type="solid")
    sheet.conditional_formatting.add("B2", FormulaRule(["$B2<2"], fill=red))
    workbook.save(template)
    written = load_workbook(_write(tmp_path / "写出.xlsx", template)).worksheets[0]
    found = {str(each.sqref): each.formula1 for each in written.data_validations.dataValidation}
    assert found == {"C2:C4": '"优,良,中,差"', "C5": "$A$5"}
    (area,) = written.conditional_formatting
    assert (str(area.sqref), [rule.formula for rule in area.rules]) == ("B2:B4", [["$B2<2"]])


def test_word_repeats_rows_and_paragraphs_however_they_are_cut(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("封面")
    document.add_paragraph("{{每个项目}}")
    paragraph = document.add_paragraph("项目：{")
    for text in ("{项目", "名称}", "}，共"):
        paragraph.add_run(text).bold = True
    document.add_paragraph("{{指标.名称}}；")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "{{指标.类 合并}}", "{{指标.分}}分"
    document.save(str(tmp_path / "模板.docx"))
    written = _write(tmp_path / "写出.docx", tmp_path / "模板.docx")
    assert [each.text for each in docx.Document(str(written)).paragraphs] == [
        "封面",
        "项目：甲/乙，共",
        "子；",
        "丑；",
        "寅；",
    ]
    assert forms.words(written) == [[["产出", "1分"], ["产出", "2分"], ["效益", "3分"]]]


@pytest.mark.parametrize(
    ("title", "row", "code"),
    [
        ("Sheet1", ["{{项目名称}}"], Code.TEMPLATE_WITHOUT_PART),
        ("{{每个部门}}", ["{{项目名称}}"], Code.TEMPLATE_WITHOUT_PART),
        ("{{每个项目}}", ["{{项目名}}"], Code.PLACEHOLDER_UNKNOWN),
        ("{{每个项目}}", ["{{指标.名}}"], Code.PLACEHOLDER_UNKNOWN),
        ("{{每个项目}}", ["{{目标.名称}}"], Code.PLACEHOLDER_UNKNOWN),
        ("{{每个项目}}", ["{{指标.名称}}", "{{项目.名称}}"], Code.TEMPLATE_LISTS_MIXED),
    ],
)
def test_a_template_that_cannot_be_filled_is_told(tmp_path: Path, title: str, row: list[object], code: Code) -> None:
    assert _code(tmp_path, forms.template(tmp_path / "模板.xlsx", title, [row])) is code
    document = docx.Document()
    document.add_paragraph(title)
    document.add_paragraph("".join(map(str, row)))
    document.save(str(tmp_path / "模板.docx"))
    assert _code(tmp_path, tmp_path / "模板.docx", ".docx") is code


def test_what_is_no_template_is_told(tmp_path: Path) -> None:
    assert _code(tmp_path, tmp_path / "没有.xlsx") is Code.TEMPLATE_UNREADABLE
    (tmp_path / "假.xlsx").write_bytes(b"not a package")
    assert _code(tmp_path, tmp_path / "假.xlsx") is Code.TEMPLATE_UNREADABLE
    for name in ("空.xlsx", "空.docx"):
        with zipfile.ZipFile(tmp_path / name, "w") as package:
            package.writestr("一.txt", "二")
        assert _code(tmp_path, tmp_path / name, Path(name).suffix) is Code.TEMPLATE_UNREADABLE
    with zipfile.ZipFile(tmp_path / "大.xlsx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("零.bin", bytes(65 * 2**20))
    assert _code(tmp_path, tmp_path / "大.xlsx") is Code.TEMPLATE_UNREADABLE
    assert _code(tmp_path, forms.template(tmp_path / "模板.xlsx", "表", [[]]), ".docx") is Code.TEMPLATE_SUFFIX_DIFFERS


def test_nothing_to_write_is_no_empty_file(tmp_path: Path) -> None:
    with pytest.raises(PerfRulesError) as caught:
        perfrules.load().to_xlsx(tmp_path / "写出.xlsx")
    assert caught.value.diagnostics[0].code is Code.FORM_EMPTY
    assert not (tmp_path / "写出.xlsx").exists()


def test_the_template_is_not_written_over(tmp_path: Path) -> None:
    template = forms.template(tmp_path / "模板.xlsx", "{{每个项目}}", [["{{项目名称}}"]])
    before = template.read_bytes()
    with pytest.raises(PerfRulesError) as caught:
        _write(template, template)
    assert caught.value.diagnostics[0].code is Code.OUTPUT_IS_INPUT
    assert template.read_bytes() == before


def test_sheets_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    template = forms.template(tmp_path / "模板.xlsx", "{{每个项目}}", [["{{项目名称}}"]])
    names = ["甲" * 40, "甲" * 41, "History", "", "'引'"]
    write_form(
        tmp_path / "写出.xlsx", ".xlsx", "表", {"项目": [Form(name, {"项目名称": name}) for name in names]}, template
    )
    assert list(forms.sheets(tmp_path / "写出.xlsx")) == ["甲" * 31, "甲" * 28 + "（2）", "表", "表（2）", "引"]
