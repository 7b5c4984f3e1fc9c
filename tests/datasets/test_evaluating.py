"""A dataset is judged as a table in memory is, summed up to the last point, and goes on where it broke off."""

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import csv, feather, parquet

from datasets.province import province
from perfrules import frame
from perfrules.datasets.dataset import Dataset
from perfrules.datasets.reading import open_dataset
from perfrules.datasets.run import evaluate_dataset
from perfrules.datasets.summary import Group, Summary
from perfrules.diagnostics import Code, PerfRulesError
from perfrules.ruleset import Ruleset

TABLE = province(40)
EXPECTED = frame.evaluate(TABLE)


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    path = tmp_path / "全省.parquet"
    parquet.write_table(TABLE, path, row_group_size=60)
    return open_dataset(str(path))


def _evaluate(dataset: Dataset, output: Path | None = None) -> Summary:
    return evaluate_dataset(dataset, Ruleset(), output=output, rows_per_part=100)


def _rows(table: pa.Table) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = table.to_pylist()
    return rows


# ---- results


@pytest.mark.parametrize("name", ["结果.parquet", "结果.feather", "结果.arrow", "结果"])
def test_results_are_those_of_the_table_in_memory(dataset: Dataset, tmp_path: Path, name: str) -> None:
    output = tmp_path / name
    _evaluate(dataset, output)
    read = feather.read_table if output.suffix in {".feather", ".arrow"} else parquet.read_table
    found = read(sorted(output.glob("*.parquet")) if output.is_dir() else output)
    assert _rows(found) == _rows(EXPECTED)


def test_results_can_be_written_as_csv(dataset: Dataset, tmp_path: Path) -> None:
    _evaluate(dataset, tmp_path / "结果.csv")
    rows = _rows(csv.read_csv(tmp_path / "结果.csv"))
    assert [row["verdict"] for row in rows] == EXPECTED["verdict"].to_pylist()
    assert (tmp_path / "结果.csv").read_text("utf-8").splitlines()[0].startswith('"部门名称","项目名称"')


def test_nothing_but_the_file_is_left(dataset: Dataset, tmp_path: Path) -> None:
    _evaluate(dataset, tmp_path / "结果.parquet")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["全省.parquet", "结果.parquet"]


def test_a_dataset_without_rows_has_results_without_rows(tmp_path: Path) -> None:
    parquet.write_table(TABLE.slice(0, 0), tmp_path / "空.parquet")
    summary = _evaluate(open_dataset(str(tmp_path / "空.parquet")), tmp_path / "结果.parquet")
    assert summary.total == Group()
    assert parquet.read_table(tmp_path / "结果.parquet").schema.names == EXPECTED.schema.names


# ---- sums


def test_sums_are_those_of_the_rows(dataset: Dataset) -> None:
    summary = _evaluate(dataset)
    rows = _rows(EXPECTED)
    for group in summary.groups:
        own = [row for row in rows if (row["部门名称"], row["一级指标"]) == (group.department, group.category)]
        verdicts = Counter(row["verdict"] for row in own)
        assert group.rows == len(own)
        assert (group.met, group.unmet, group.unknown) == (verdicts["met"], verdicts["unmet"], verdicts["unknown"])
        assert group.open == sum(row["points"] is None for row in own)
        assert group.low == sum(Decimal(str(row["points_low"])) for row in own)
        assert group.high == sum(Decimal(str(row["points_high"])) for row in own)
        assert group.weight == sum(Decimal(str(row["分值"])) for row in own)
    assert summary.total.rows == len(rows)
    assert sum(each.rows for each in summary.departments) == sum(each.rows for each in summary.categories) == len(rows)


def test_cells_that_were_not_read_are_counted() -> None:
    counted = Counter(cell for cell in TABLE["指标值"].to_pylist() if cell in {"按5号文件执行", "100坐"})
    assert counted.total() > 0


def test_the_commonest_unread_cells_come_first(tmp_path: Path) -> None:
    targets = ["100坐"] * 3 + ["按5号文件执行"] * 2 + ["≥60家"] * 2
    actuals = ["5家"] * 5 + ["一二三木头人"] + ["58家"]
    parquet.write_table(pa.table({"target": targets, "actual": actuals}), tmp_path / "a.parquet")
    summary = _evaluate(open_dataset(str(tmp_path / "a.parquet")))
    assert summary.unread_targets == 5
    assert summary.unread_actuals == 1
    assert [(each.field, each.text, each.rows) for each in summary.unread] == [
        ("target", "100坐", 3),
        ("target", "按5号文件执行", 2),
        ("actual", "一二三木头人", 1),
    ]


def test_classes_are_named_as_in_the_official_form_and_rows_without_one_are_counted(tmp_path: Path) -> None:
    rows = {"target": ["≥1", "≥1", "≥1"], "actual": ["1", "1", "0"], "一级指标": ["产出指标（50分）", "产出", None]}
    parquet.write_table(pa.table(rows), tmp_path / "a.parquet")
    summary = _evaluate(open_dataset(str(tmp_path / "a.parquet")))
    assert {each.category: (each.met, each.unmet) for each in summary.categories} == {"产出指标": (2, 0), "": (0, 1)}


def test_the_summary_rests_on_the_bytes_of_the_input(dataset: Dataset, tmp_path: Path) -> None:
    with_rows, without = _evaluate(dataset, tmp_path / "结果.parquet"), _evaluate(dataset)
    assert with_rows.evidence == without.evidence
    assert with_rows.evidence is not None
    assert [each.name for each in with_rows.evidence.inputs] == ["全省.parquet"]


# ---- going on


class _BrokenError(Exception):
    pass


def _break_off(dataset: Dataset, output: Path, after: int) -> None:
    done = 0

    def count(rows: int) -> None:
        nonlocal done
        done += rows
        if done >= after:
            raise _BrokenError

    with pytest.raises(_BrokenError):
        evaluate_dataset(dataset, Ruleset(), output=output, rows_per_part=100, on_rows=count)


@pytest.mark.parametrize("after", [1, 100, 101, 230, 280])
def test_what_broke_off_goes_on_behind_the_last_whole_part(dataset: Dataset, tmp_path: Path, after: int) -> None:
    output = tmp_path / "结果"
    _break_off(dataset, output, after)
    whole = sorted(output.glob("*.parquet"))
    assert not list(output.glob(".*.tmp"))
    before = {path: path.stat().st_mtime_ns for path in whole}
    summary = _evaluate(dataset, output)
    assert all(path.stat().st_mtime_ns == changed for path, changed in before.items())
    assert _rows(parquet.read_table(sorted(output.glob("*.parquet")))) == _rows(EXPECTED)
    assert attrs_without_evidence(summary) == attrs_without_evidence(_evaluate(dataset))


def attrs_without_evidence(summary: Summary) -> dict[str, object]:
    return {**summary.to_dict(), "evidence": None}


def test_what_is_done_is_not_done_again(dataset: Dataset, tmp_path: Path) -> None:
    output = tmp_path / "结果"
    first = _evaluate(dataset, output)
    changed = {path: path.stat().st_mtime_ns for path in output.iterdir()}
    assert _evaluate(dataset, output) == first
    assert changed == {path: path.stat().st_mtime_ns for path in output.iterdir()}


def test_other_input_is_not_mixed_with_what_is_there(dataset: Dataset, tmp_path: Path) -> None:
    output = tmp_path / "结果"
    _break_off(dataset, output, 150)
    parquet.write_table(TABLE.slice(1), dataset.parts[0].path)
    with pytest.raises(PerfRulesError, match="输入的数据已经变了") as caught:
        _evaluate(open_dataset(dataset.name), output)
    assert caught.value.diagnostics[0].code is Code.RESULTS_OF_OTHER_INPUT


def test_the_same_bytes_are_the_same_input_whenever_they_were_written(dataset: Dataset, tmp_path: Path) -> None:
    output = tmp_path / "结果"
    _break_off(dataset, output, 150)
    path = dataset.parts[0].path
    path.write_bytes(path.read_bytes())
    assert _evaluate(open_dataset(dataset.name), output).total.rows == TABLE.num_rows


def test_another_scheme_is_not_mixed_with_what_is_there(dataset: Dataset, tmp_path: Path) -> None:
    output = tmp_path / "结果"
    _evaluate(dataset, output)
    with pytest.raises(PerfRulesError, match="评分办法已经变了"):
        evaluate_dataset(dataset, Ruleset(), scheme="central/mof-2021-101", output=output, rows_per_part=100)


def test_a_folder_with_something_else_in_it_is_left_alone(dataset: Dataset, tmp_path: Path) -> None:
    for name, content in (("别的", "x"), ("manifest.json", "{")):
        output = tmp_path / f"结果-{name}"
        output.mkdir()
        (output / name).write_text(content)
        with pytest.raises(PerfRulesError) as caught:
            _evaluate(dataset, output)
        assert caught.value.diagnostics[0].code is Code.FOLDER_TAKEN
        assert [path.name for path in output.iterdir()] == [name]


def test_a_part_that_somebody_changed_is_no_part(dataset: Dataset, tmp_path: Path) -> None:
    output = tmp_path / "结果"
    _evaluate(dataset, output)
    parquet.write_table(TABLE.slice(0, 5), output / "part-00001.parquet")
    with pytest.raises(PerfRulesError) as caught:
        _evaluate(dataset, output)
    assert caught.value.diagnostics[0].code is Code.DATA_BROKEN


def test_the_manifest_says_what_the_parts_are(dataset: Dataset, tmp_path: Path) -> None:
    _evaluate(dataset, tmp_path / "结果")
    manifest = json.loads((tmp_path / "结果" / "manifest.json").read_text("utf-8"))
    assert [part["rows"] for part in manifest["parts"]] == [100, 100, 80]
    assert manifest["complete"] is True
