"""`perfrules review 全省.parquet`: the tables of a province from the command line."""

import csv
import json
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from cli.running import run
from datasets.province import province

SEVEN = province(1)
COPIES = [SEVEN.set_column(1, "项目名称", [[name] * 7]) for name in "甲乙"]
TABLE = pa.concat_tables([province(40, seed=3), *COPIES])


@pytest.fixture
def data(tmp_path: Path) -> str:
    path = tmp_path / "全省.parquet"
    parquet.write_table(TABLE, path)
    return str(path)


def test_people_see_rules_copies_and_outliers(data: str) -> None:
    done = run("review", data)
    assert done.code == 1, done.err
    assert done.out.startswith("共294行，42个项目；")
    assert all(text in done.out for text in ("审核规则", "PR101", "指标值没有填"))


def test_the_tables_are_written_for_excel(data: str, tmp_path: Path) -> None:
    folder = tmp_path / "审核"
    assert run("review", data, "--format", "csv", "-o", str(folder)).code == 1
    tables = {path.stem: list(csv.DictReader(path.read_text("utf-8").splitlines())) for path in folder.iterdir()}
    assert set(tables) == {"审核意见", "雷同的项目", "相差悬殊的指标值"}
    assert {row["规则"] for row in tables["审核意见"]} >= {"PR101", "PR109"}
    assert [(row["项目"], row["雷同的项目"], row["相同的占"]) for row in tables["雷同的项目"]] == [
        ("甲", "乙", "100%"),
        ("乙", "甲", "100%"),
    ]


def test_programs_get_all_of_it(data: str, tmp_path: Path) -> None:
    printed = json.loads(run("review", data, "--format", "json").out)
    run("review", data, "--format", "json", "-o", str(tmp_path / "审核.json"))
    assert json.loads((tmp_path / "审核.json").read_text("utf-8")) == printed
    assert [each["name"] for each in printed["evidence"]["inputs"]["files"]] == ["全省.parquet"]


def test_only_the_level_that_is_asked_for_is_listed(data: str) -> None:
    rows = csv.DictReader(run("review", data, "--level", "错误", "--format", "csv").out.splitlines())
    assert {row["级别"] for row in rows} == {"错误"}


def test_nothing_to_say_is_fine(tmp_path: Path) -> None:
    rows = {"指标名称": ["培训人数"], "指标值": ["≥50人次"]}
    parquet.write_table(pa.table(rows), tmp_path / "a.parquet")
    done = run("review", str(tmp_path / "a.parquet"))
    assert (done.code, done.err) == (0, "")
    assert "没有项目名称这一列，看不出雷同的项目" in done.out


def test_a_csv_that_is_too_long_for_a_form_is_data(tmp_path: Path) -> None:
    path = tmp_path / "全省.csv"
    path.write_text("三级指标,指标值\n" + "培训人数,≥50人次\n" * 20_000, "utf-8")
    assert run("review", str(path)).out.startswith("共20,000行")


def test_short_ones_are_read_as_forms(tmp_path: Path) -> None:
    path = tmp_path / "目标表.csv"
    path.write_text("项目名称,灌区\n三级指标,指标值\n改善面积,≥58亩\n", "utf-8")
    assert "审核意见" in run("review", str(path)).out


def test_settings_count(data: str, tmp_path: Path) -> None:
    (tmp_path / "设置.rules").write_text("审核设置 本省\n  PR101：不查    理由 另行核对\n", "utf-8")
    found = json.loads(run("review", data, "--settings", str(tmp_path / "设置.rules"), "--format", "json").out)
    assert "PR101" not in {each["rule"] for each in found["findings"]}


def test_what_cannot_be_asked_of_data_is_said(data: str) -> None:
    for more in (("--format", "html"), ("--last-year", data), (data,), ("--columns", "指标值=没有")):
        done = run("review", data, *more)
        assert (done.code, done.out) == (2, "")


def test_a_column_of_names_is_needed(tmp_path: Path) -> None:
    parquet.write_table(pa.table({"指标值": ["≥50人次"]}), tmp_path / "a.parquet")
    assert "PF880" in run("review", str(tmp_path / "a.parquet")).err
