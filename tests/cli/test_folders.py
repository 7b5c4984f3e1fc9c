"""A folder as an office has it: every kind of file in it, told by its content, and nothing dropped in silence."""

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

import perfrules as pr
from cli.running import run
from perfrules.ruleset import gather

Rows = Sequence[tuple[str, ...]]
HEADERS = ("一级指标", "二级指标", "三级指标", "指标值")


def _targets(name: str, target: str = "≥5场") -> Rows:
    return [("项目名称", name), ("年度：2023年",), HEADERS, ("产出指标", "数量指标", "场次", target)]


def _filled(name: str, actual: str, target: str = "≥5场") -> Rows:
    head = [("项目支出绩效自评表",), ("（2023年度）",), ("项目名称", name)]
    money = [
        ("项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数"),
        ("", "年度资金总额", "90", "100", "100"),
    ]
    return [*head, *money, (*HEADERS, "实际完成值"), ("产出指标", "数量指标", "场次", target, actual)]


def _save(path: Path, rows: Rows) -> None:
    path.parent.mkdir(exist_ok=True)
    if path.suffix == ".xlsx":
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(path)
    elif path.suffix == ".docx":
        document = Document()
        table = document.add_table(len(rows), max(map(len, rows)))
        for index, row in enumerate(rows):
            for column, text in enumerate(row):
                table.cell(index, column).text = text
        document.save(str(path))
    elif path.suffix == ".html":
        lines = ("".join(f"<td>{text}</td>" for text in row) for row in rows)
        path.write_text(f"<html><table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table></html>", "utf-8")
    else:
        stream = io.StringIO()
        csv.writer(stream).writerows(rows)
        path.write_text(stream.getvalue(), "utf-8")


def _year(folder: Path, where: str) -> None:
    """Five projects, each with its targets in another kind of file, and their values in others."""
    own = [(where.format(name)) + name for name in "甲乙丙丁戊"]
    (folder / own[0]).parent.mkdir(exist_ok=True)
    text = "目标表 甲项\n  年度：2023\n  产出指标\n    数量指标\n      场次：≥5场\n"
    (folder / f"{own[0]}.rules").write_text(text, "utf-8")
    _save(folder / f"{own[1]}.xlsx", _targets("乙项"))
    _save(folder / f"{own[2]}.docx", _targets("丙项"))
    _save(folder / f"{own[3]}.html", _targets("丁项"))
    _save(folder / f"{own[4]}.csv", _targets("戊项"))
    _save(folder / f"{own[0]}自评.docx", _filled("甲项", "1场"))
    _save(folder / f"{own[1]}自评.html", _filled("乙项", "2场"))
    values = [("项目名称", "三级指标", "实际完成值"), ("丙项", "场次", "3场"), ("丁项", "场次", "4场")]
    _save(folder / "实际值.xlsx", values)
    _save(folder / "戊.实际.xlsx", [("项目名称", "三级指标", "实际完成值"), ("戊项", "场次", "5场")])
    _save(folder / "资金.csv", [("项目名称", "全年预算数（万元）", "全年执行数（万元）"), ("丙项", "10", "9")])


@pytest.mark.parametrize("where", ["", "{}/"], ids=["flat", "a folder for each project"])
def test_every_kind_of_file_is_read(tmp_path: Path, where: str) -> None:
    _year(tmp_path, where)
    ruleset, actuals = gather(tmp_path)
    report = ruleset.evaluate(actuals)
    found = {table.table.name: [line.outcome.actual.text for line in table.lines] for table in report.projects}
    assert found == {f"{name}项": [f"{number}场"] for number, name in enumerate("甲乙丙丁戊", 1)}
    spent = {table.table.name: str(table.execution.spent) for table in report.projects if table.execution.spent}
    assert spent == {"甲项": "100万元", "乙项": "100万元", "丙项": "9万元"}
    assert {each.code.id for each in (*ruleset.diagnostics, *actuals.diagnostics)} <= {"PF614", "PF788"}


def test_all_three_commands_take_the_folder(tmp_path: Path) -> None:
    _year(tmp_path, "")
    evaluated = json.loads(run("evaluate", str(tmp_path), "--format", "json").out)
    seen = json.loads(run("report", str(tmp_path), "--format", "json").out)
    followed = json.loads(run("monitor", str(tmp_path), "--as-of", "2023-12-31", "--format", "json").out)
    assert len(evaluated["projects"]) == len(seen["tables"]) == len(followed["tables"]) == 5


def test_targets_beside_actual_values_do_not_replace_the_goal_table(tmp_path: Path) -> None:
    _save(tmp_path / "目标.docx", _targets("甲项", "≥5场"))
    _save(tmp_path / "自评.docx", _filled("甲项", "4场", "≥4场"))
    ruleset, actuals = gather(tmp_path)
    report = ruleset.evaluate(actuals)
    assert report.projects[0].lines[0].outcome.verdict.value == "unmet"
    assert "PF725" in {each.code.id for each in report.diagnostics}


def test_targets_beside_actual_values_are_used_where_there_are_no_others(tmp_path: Path) -> None:
    _save(tmp_path / "甲.docx", _filled("甲项", "4场"))
    _save(tmp_path / "乙.xlsx", _filled("乙项", "6场"))
    ruleset, actuals = gather(tmp_path)
    report = ruleset.evaluate(actuals)
    assert {table.table.name: table.lines[0].outcome.verdict.value for table in report.projects} == {
        "甲项": "unmet",
        "乙项": "met",
    }
    said = [each for each in ruleset.diagnostics if each.code.id == "PF863"]
    assert [str(each.labels[0].place).rsplit("/", 1)[-1].split()[0] for each in said] == ["乙.xlsx", "甲.docx"]


def test_a_project_that_is_only_alike_gets_no_goal_table_of_its_own(tmp_path: Path) -> None:
    _save(tmp_path / "目标.docx", _targets("灌区改造项目"))
    _save(tmp_path / "自评.docx", _filled("灌区改造", "4场"))
    ruleset, actuals = gather(tmp_path)
    assert [table.name for table in ruleset.goal_tables] == ["灌区改造项目"]
    assert "PF862" in {each.code.id for each in ruleset.evaluate(actuals).diagnostics}


def test_values_without_a_project_belong_to_the_goal_table_in_their_folder(tmp_path: Path) -> None:
    for name, actual in (("甲", "4场"), ("乙", "6场")):
        _save(tmp_path / name / "目标.xlsx", _targets(f"{name}项"))
        _save(tmp_path / name / "实际.csv", [("三级指标", "实际完成值"), ("场次", actual)])
    _, actuals = gather(tmp_path)
    assert {(row.project, row.actual.text) for row in actuals.values} == {("甲项", "4场"), ("乙项", "6场")}
    flat = tmp_path / "甲"
    _save(flat / "另一张.xlsx", _targets("丙项"))
    assert {row.project for row in gather(flat)[1].values} == {""}


def test_what_is_not_recognised_is_listed(tmp_path: Path) -> None:
    _save(tmp_path / "目标.xlsx", _targets("甲项"))
    _save(tmp_path / "名单.xlsx", [("姓名", "电话"), ("张三", "12345")])
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    done = run("report", str(tmp_path), "--format", "json")
    concerns = {each["code"]: each["count"] for each in json.loads(done.out)["concerns"]}
    assert concerns["PF864"] == 1
    said = {str(label.place): each.code.id for each in gather(tmp_path)[1].diagnostics for label in each.labels}
    assert said[str(tmp_path / "名单.xlsx")] == "PF864"
    assert str(tmp_path / "坏.docx") in said
    assert done.code == 2


def test_only_given_actuals_count_where_some_are_given(tmp_path: Path) -> None:
    year, other = tmp_path / "年", tmp_path / "另"
    _save(year / "目标.docx", _targets("甲项"))
    _save(year / "实际.csv", [("三级指标", "实际完成值"), ("场次", "4场")])
    _save(other / "实际.csv", [("三级指标", "实际完成值"), ("场次", "6场")])
    data = json.loads(run("evaluate", str(year), "--actuals", str(other), "--format", "json").out)
    assert [line["actual"] for line in data["projects"][0]["lines"]] == ["6场"]


def test_sheets_beside_word_files_are_no_data_in_columns(tmp_path: Path) -> None:
    _save(tmp_path / "目标.docx", _targets("甲项"))
    _save(tmp_path / "实际.csv", [("三级指标", "实际完成值"), ("场次", "6场")])
    data = json.loads(run("evaluate", str(tmp_path), "--format", "json").out)
    assert [line["actual"] for line in data["projects"][0]["lines"]] == ["6场"]


def test_an_output_in_the_folder_is_not_written_over(tmp_path: Path) -> None:
    _save(tmp_path / "目标.docx", _targets("甲项"))
    _save(tmp_path / "实际.csv", [("三级指标", "实际完成值"), ("场次", "4场")])
    before = (tmp_path / "实际.csv").read_bytes()
    assert run("report", str(tmp_path), "--format", "csv", "-o", str(tmp_path / "实际.csv")).code == 2
    assert (tmp_path / "实际.csv").read_bytes() == before


def test_office_files_are_only_read_by_gather_and_not_twice(tmp_path: Path) -> None:
    _save(tmp_path / "目标.docx", _targets("甲项"))
    seen: list[int] = []
    ruleset, actuals = pr.gather(tmp_path, tmp_path / "目标.docx", on_file=lambda: seen.append(1))
    assert (len(seen), len(ruleset.goal_tables), actuals.values) == (1, 1, ())
