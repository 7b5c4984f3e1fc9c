"""Sheets beside the form, hidden columns, and the same project in several files."""

import io
from pathlib import Path

from openpyxl import Workbook

from perfrules import load
from perfrules.importing import Imported, read_goal_tables

FORM = (("项目名称", "甲"), ("一级指标", "三级指标", "去年", "指标值"), ("产出指标", "面积", "4亩", "5亩"))


def _saved(workbook: Workbook) -> io.BytesIO:
    stream = io.BytesIO()
    workbook.save(stream)
    stream.seek(0)
    return stream


def _workbook() -> Workbook:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in FORM:
        sheet.append(row)
    return workbook


def _codes(imported: Imported) -> list[str]:
    return [each.code.id for each in imported.diagnostics]


def test_a_sheet_of_notes_is_listed_as_a_whole() -> None:
    workbook = _workbook()
    workbook.create_sheet("填表说明").append(("1.指标值要量化", "2.每个项目一张"))
    imported = read_goal_tables(_saved(workbook))
    assert _codes(imported) == ["PF782", "PF842"]
    assert "工作表“填表说明”里没有绩效目标表，2格没有用上，从“1.指标值要量化”开始" in imported.diagnostics[1].message


def test_a_hidden_column_is_not_read_and_told() -> None:
    workbook = _workbook()
    workbook.worksheets[0].column_dimensions["C"].hidden = True
    imported = read_goal_tables(_saved(workbook))
    assert [line.target.text for line in imported.goal_tables[0].indicators] == ["5亩"]
    assert _codes(imported) == ["PF784"]
    assert "第3列是隐藏的，里面写的“去年 4亩”" in imported.diagnostics[0].message


def test_hidden_targets_are_no_targets() -> None:
    workbook = _workbook()
    workbook.worksheets[0].column_dimensions.group("C", "D", hidden=True)
    assert _codes(read_goal_tables(_saved(workbook))) == ["PF784", "PF784", "PF841", "PF780"]


def test_a_project_in_rules_and_in_a_workbook_is_told(tmp_path: Path) -> None:
    workbook, rules = tmp_path / "甲.xlsx", tmp_path / "甲.rules"
    workbook.write_bytes(_saved(_workbook()).getvalue())
    rules.write_text("目标表 甲\n  产出指标\n    面积：6亩\n", "utf-8")
    ruleset = load(rules, workbook)
    assert [line.target.text for table in ruleset.goal_tables for line in table.indicators] == ["6亩"]
    assert [each.code.id for each in ruleset.diagnostics if each.code.severity.value == "error"] == ["PF611"]


def test_a_file_that_only_its_name_tells_is_told(tmp_path: Path) -> None:
    (tmp_path / "甲.pdf").write_bytes(b"%PDF-1.7")
    assert [each.code.id for each in load(tmp_path / "甲.pdf").diagnostics] == ["PF843"]
