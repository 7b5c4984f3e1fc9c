"""`perfrules evaluate 全省.parquet`: a year of a province from the command line."""

import csv
import io
import json
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from cli.running import run, run_process
from datasets.province import province

TABLE = province(20)


@pytest.fixture
def data(tmp_path: Path) -> str:
    path = tmp_path / "全省.parquet"
    parquet.write_table(TABLE, path)
    return str(path)


def test_it_sums_up_by_department_and_class(data: str) -> None:
    done = run("evaluate", data, "--format", "csv")
    assert done.code == 1, done.err
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert sum(int(row["行数"]) for row in rows) == 140
    assert {row["部门"] for row in rows} == set(TABLE["部门名称"].to_pylist())
    assert {row["类别"] for row in rows} == {"产出指标", "效益指标", "满意度指标"}


def test_people_see_classes_departments_and_what_was_not_read(data: str) -> None:
    done = run("evaluate", data)
    assert done.out.startswith("共140行：达成")
    assert all(text in done.out for text in ("类别", "部门", "教育局", "没有读懂最多的格", "100坐"))


def test_the_other_forms_say_the_same(data: str) -> None:
    total = json.loads(run("evaluate", data, "--format", "json").out)["total"]
    text = run("evaluate", data, "--format", "md").out
    assert f"- 共{total['rows']}行：达成{total['met']}，" in text
    assert "## 所用的文件和办法" in text


def test_all_met_is_fine(tmp_path: Path) -> None:
    parquet.write_table(pa.table({"指标值": ["≥60家"], "实际完成值": ["60家"]}), tmp_path / "a.parquet")
    assert run("evaluate", str(tmp_path / "a.parquet")).code == 0


def test_it_writes_the_rows_with_what_they_came_to(data: str, tmp_path: Path) -> None:
    done = run_process("evaluate", data, "-o", str(tmp_path / "结果.parquet"))
    assert done.code == 1, done.err
    assert f"已写好：{tmp_path / '结果.parquet'}" in done.err
    assert parquet.read_table(tmp_path / "结果.parquet").num_rows == 140


def test_columns_can_be_named(tmp_path: Path) -> None:
    rows = {"要求": ["≥60家"], "做到": ["58家"], "单位名称": ["水务局"], "权重": [10]}
    parquet.write_table(pa.table(rows), tmp_path / "a.parquet")
    named = ("--columns", "指标值=要求", "actual=做到", "部门=单位名称")
    done = run("evaluate", str(tmp_path / "a.parquet"), *named, "--format", "csv")
    # 58 of 60 is 96.67 %; of 10 points that is 9.67.
    assert done.out.splitlines()[1] == "水务局,,1,0,1,0,0%,9.67,10,96.7%,0"


def test_it_takes_schemes_and_words_of_a_ruleset(data: str, tmp_path: Path) -> None:
    words = tmp_path / "我省.rules"
    words.write_text("用语 我省的写法\n  单位\n    坐：量词\n", "utf-8")
    before = json.loads(run("evaluate", data, "--format", "json").out)["unread"]["targets"]
    after = json.loads(run("evaluate", data, str(words), "--format", "json").out)["unread"]["targets"]
    assert after < before


def test_a_wrong_ruleset_stops_it(data: str, tmp_path: Path) -> None:
    (tmp_path / "我省.rules").write_text("评分办法\n  规则\n", "utf-8")
    assert run("evaluate", data, str(tmp_path / "我省.rules")).code == 2


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (("--columns", "要求=做到"), "PF895"),
        (("--columns", "指标值=没有"), "PF880"),
        (("--columns", "部门=没有"), "PF880"),
        (("--scheme", "没有"), "PF731"),
        (("-o", "结果.xlsx"), "PF914"),
        (("-o", "全省.parquet"), "PF742"),
    ],
)
def test_what_is_wrong_is_said(
    data: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...], code: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("evaluate", Path(data).name, *more)
    assert (done.code, done.out) == (2, "")
    assert f"错误 {code}：" in done.err


def test_a_folder_of_data_is_not_written_into(tmp_path: Path) -> None:
    parquet.write_table(TABLE, tmp_path / "a.parquet")
    done = run("evaluate", str(tmp_path), "-o", str(tmp_path / "结果"))
    assert done.code == 2


def test_two_sets_of_data_are_one_too_many(data: str) -> None:
    assert run("evaluate", data, data).code == 2
    assert run("evaluate", data, "--format", "html").code == 2


def test_it_says_which_columns_are_replaced(data: str, tmp_path: Path) -> None:
    first, second = str(tmp_path / "一.parquet"), str(tmp_path / "二.parquet")
    run("evaluate", data, "-o", first)
    done = run("evaluate", first, "-o", second)
    assert "提示 PF915：" in done.err
    assert "verdict、attainment" in done.err
    assert parquet.read_table(first).equals(parquet.read_table(second))
