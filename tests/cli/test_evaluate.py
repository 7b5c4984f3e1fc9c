"""`perfrules evaluate` on the document of 2023 and its demonstration actuals."""

import csv
import io
import json
import sys
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from cli.running import CSV, SPENDING, TABLES, WORKBOOK, demonstrate, run, run_process


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    done = demonstrate("--format", "json")
    return dict(json.loads(done.out))


def _lines(report: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((project["name"], line) for project in report["projects"] for line in project["lines"])


def test_the_report_is_whole_and_what_is_not_met_gives_exit_code_1() -> None:
    done = run_process("evaluate", TABLES, "--actuals", WORKBOOK)
    assert done.code == 1, done.err
    assert done == demonstrate()
    for name in ("高新技术企业扶持资金", "百川房屋租赁费", "创投基金注资", "高新区科技局"):
        assert name in done.out


def test_csv_and_workbook_give_the_same_report(report: dict[str, Any]) -> None:
    done = run("evaluate", TABLES, "--actuals", CSV, SPENDING, "--format", "json")
    other = json.loads(done.out)
    assert _without_places(other) == _without_places(report)


def _without_places(value: Any) -> Any:
    match value:
        case dict():
            return {key: _without_places(item) for key, item in value.items() if not key.endswith(("place", "inputs"))}
        case list():
            return [_without_places(item) for item in value]
        case _:
            return value


VERDICTS = {
    ("高新技术企业扶持资金", "扶持科技型企业的数量"): "unmet",
    ("高新技术企业扶持资金", "下发资金标准"): "met",
    ("高新技术企业扶持资金", "补助资金发放时间"): "met",
    ("百川房屋租赁费", "高企科研基础能力"): "unmet",
    ("百川房屋租赁费", "被服务企业满意度"): "unmet",
    ("百川房屋租赁费", "研发资金投入"): "met",
    ("创投基金注资", "扶持科技型企业"): "met",
    ("创投基金注资", "带动就业水平"): "unknown",
}
"""The cases that the seed document's README lists; every other line is met."""


def test_every_line_has_the_verdict_that_its_document_explains(report: dict[str, Any]) -> None:
    found = {(project, line["name"]): line["verdict"] for project, line in _lines(report)}
    assert len(found) == 20
    assert {key: VERDICTS.get(key, "met") for key in found} == found


def test_execution_is_spent_money_by_adjusted_budget(report: dict[str, Any]) -> None:
    assert [Fraction(project["execution"]["rate"]) for project in report["projects"]] == [
        Fraction(1180, 1280),
        Fraction(1),
        Fraction(1860, 2000),
    ]


def test_lines_sum_up_to_projects_and_projects_to_the_department(report: dict[str, Any]) -> None:
    for project in report["projects"]:
        scores = [project["execution"]["score"], *(line["score"] for line in project["lines"])]
        assert sum(Fraction(score["weight"]) for score in scores) == 100
        for end in ("low", "high"):
            assert sum(Fraction(score[end]) for score in scores) == Fraction(project[end])
    money = dict(zip(("高新技术企业扶持资金", "百川房屋租赁费", "创投基金注资"), (1280, 973, 2000), strict=True))
    for end in ("low", "high"):
        mean = sum(Fraction(project[end]) * money[project["name"]] for project in report["projects"]) / 4253
        assert Fraction(report[end]) == mean


def test_no_actual_row_of_the_demonstration_is_unmatched(report: dict[str, Any]) -> None:
    """The department's own six indicators have no row, which is one message."""
    assert [diagnostic["code"] for diagnostic in report["diagnostics"]] == ["PF724"]


def test_changing_one_actual_value_changes_that_line_and_the_totals(report: dict[str, Any], tmp_path: Path) -> None:
    changed = tmp_path / "改.csv"
    changed.write_text(Path(CSV).read_text("utf-8-sig").replace("58家", "60家", 1), "utf-8")
    other = json.loads(run("evaluate", TABLES, "--actuals", str(changed), SPENDING, "--format", "json").out)
    different = [
        (project, line["name"])
        for (project, line), (_, former) in zip(_lines(other), _lines(report), strict=True)
        if _without_places(line) != _without_places(former)
    ]
    assert different == [("高新技术企业扶持资金", "扶持科技型企业的数量")]
    gained = Fraction(other["projects"][0]["low"]) - Fraction(report["projects"][0]["low"])
    assert gained > 0
    assert Fraction(other["low"]) - Fraction(report["low"]) == gained * 1280 / 4253


def test_an_unmatched_row_is_reported_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "错.csv"
    file.write_text(Path(CSV).read_text("utf-8-sig").replace("补助高企数量", "补助高新企业数量", 1), "utf-8")
    done = run("evaluate", TABLES, "--actuals", str(file), SPENDING, environment={"COLUMNS": "300"})
    assert done.code == 1
    assert "PF721" in done.out
    assert f"{file} 第2行第6列" in done.out


@pytest.mark.parametrize("columns", [100, 160])
def test_the_table_fits_the_terminal(columns: int) -> None:
    done = demonstrate(columns=columns)
    assert max(map(_width, done.out.splitlines())) <= columns
    assert "扶持科技型企业的" in done.out


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def test_borders_of_a_table_stand_under_each_other() -> None:
    grids = _grids(demonstrate().out)
    assert len(grids) == 5, "three projects, the shares of the department, and its own table"
    for grid in grids:
        assert len(set(map(_borders, grid))) == 1


def _grids(text: str) -> list[list[str]]:
    """Give the rows of each table: from its header on, without the rules between them."""
    grids: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith("┃"):
            grids.append([])
        if line.startswith(("┃", "│")):
            grids[-1].append(line)
    return grids


def _borders(line: str) -> tuple[int, ...]:
    return tuple(_width(line[:index]) for index, character in enumerate(line) if character in "┃│")


def test_there_are_no_colours_where_there_is_no_terminal() -> None:
    assert "\x1b" not in demonstrate().out


@pytest.mark.parametrize("encoding", ["ascii", "gbk"])
@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_any_encoding_of_the_output_will_do(encoding: str, form: str) -> None:
    done = demonstrate("--format", form, encoding=encoding)
    assert done.code == 1, done.err
    if form == "json":
        assert json.loads(done.out)["projects"][0]["name"] == "高新技术企业扶持资金"


def test_detail_derives_every_line() -> None:
    brief, detailed = (demonstrate(*more).out for more in ((), ("--detail",)))
    assert "下发资金标准（" not in brief
    assert "下发资金标准（" in detailed


def test_what_is_to_be_checked_about_a_line_with_full_marks_is_said() -> None:
    """118 of 60 is far more than was planned, which 财预〔2020〕10号 wants to be looked at."""
    assert "补助高企数量（" in demonstrate().out


def test_another_scheme_can_be_named() -> None:
    done = demonstrate("--scheme", "central/mof-2021-101", "--format", "json")
    assert {project["scheme"] for project in json.loads(done.out)["projects"]} == {"central/mof-2021-101"}


def test_an_unknown_scheme_is_bad_use_and_the_known_ones_are_named() -> None:
    done = demonstrate("--scheme", "central/mof-2020")
    assert done.code == 2
    assert done.out == ""
    assert "PF731" in done.err
    assert "最接近的是“central/mof-2020-10”" in done.err


def test_an_unreadable_file_gives_exit_code_2_and_what_can_be_said_is_said(tmp_path: Path) -> None:
    done = run("evaluate", TABLES, "--actuals", CSV, str(tmp_path / "没有.csv"))
    assert done.code == 2
    assert "PF701" in done.out
    assert "高新技术企业扶持资金" in done.out


def test_a_missing_ruleset_is_bad_use(tmp_path: Path) -> None:
    done = run("evaluate", str(tmp_path / "没有.rules"), "--actuals", CSV)
    assert done.code == 2
    assert "PF701" in done.err


def test_actuals_can_come_from_standard_input() -> None:
    done = run(*("evaluate", TABLES, "--actuals", "-", SPENDING, "--format", "json"), stdin=Path(CSV).read_bytes())
    assert len(list(_lines(json.loads(done.out)))) == 20
    assert json.loads(done.out)["projects"][0]["lines"][0]["actual"] == "118家"


@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_a_report_is_written_to_a_file(tmp_path: Path, form: str) -> None:
    output = tmp_path / "自评"
    done = run("evaluate", TABLES, "--actuals", WORKBOOK, "--format", form, "-o", str(output))
    assert (done.code, done.out) == (1, "")
    assert output.read_text("utf-8") == demonstrate("--format", form).out
    assert [path.name for path in tmp_path.iterdir()] == ["自评"]


def test_the_output_is_never_written_over_an_input(tmp_path: Path) -> None:
    file = tmp_path / "actuals.txt"
    file.write_bytes(Path(CSV).read_bytes())
    link = tmp_path / "link.txt"
    link.symlink_to(file)
    for output in (file, link):
        done = run("evaluate", TABLES, "--actuals", str(file), "-o", str(output))
        assert done.code == 2
        assert "PF742" in done.err
    assert file.read_bytes() == Path(CSV).read_bytes()


def test_the_output_is_never_written_over_a_ruleset_in_a_folder(tmp_path: Path) -> None:
    rules = tmp_path / "甲.rules"
    rules.write_text("目标表 甲\n", "utf-8")
    done = run("evaluate", str(tmp_path), "--actuals", CSV, "-o", str(rules))
    assert (done.code, "PF742" in done.err) == (2, True)
    assert rules.read_text("utf-8") == "目标表 甲\n"


def test_an_output_that_cannot_be_written_is_bad_use(tmp_path: Path) -> None:
    done = run("evaluate", TABLES, "--actuals", CSV, "-o", str(tmp_path / "没有" / "自评.md"))
    assert (done.code, "PF743" in done.err) == (2, True)


def test_the_markdown_has_the_same_cells_as_the_csv() -> None:
    text = demonstrate("--format", "md").out
    rows = list(csv.DictReader(io.StringIO(Path(CSV).read_text("utf-8-sig"))))
    for row in rows:
        cells = (row["三级指标"], row["指标值"], row["实际完成值"] or "—")
        assert f"| {' | '.join(cells)} |" in text


@pytest.mark.parametrize("library", ["openpyxl", "rich"])
def test_a_library_that_is_not_installed_is_named(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [name for name in sys.modules if name.split(".")[0] == library or name == "perfrules.cli.terminal"]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, library, None)
    done = run("evaluate", TABLES, "--actuals", WORKBOOK)
    assert (done.code, done.out) == (2, "")
    assert library in done.err
    assert "perfrules[cli]" in done.err
