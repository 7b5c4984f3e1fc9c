"""Whatever kind of file the rows are in, and from whichever row on they are read, they are the same rows."""

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import csv, feather, ipc, parquet

from datasets.province import province
from perfrules.datasets.dataset import Dataset
from perfrules.datasets.naming import kind_of
from perfrules.datasets.reading import batches, open_dataset
from perfrules.diagnostics import Code, PerfRulesError

TABLE = province(30)


def _stream(table: pa.Table, path: str) -> None:
    with ipc.new_stream(path, table.schema) as writer:
        writer.write_table(table, max_chunksize=37)


def _database(table: pa.Table, path: str) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    with duckdb.connect(path) as connection:
        connection.register("source", table)
        connection.execute('CREATE TABLE "指标 2023" AS SELECT * FROM source')


WRITERS: dict[str, Callable[[pa.Table, str], object]] = {
    "a.parquet": lambda table, path: parquet.write_table(table, path, row_group_size=50),
    "a.csv": csv.write_csv,
    "a.tsv": lambda table, path: csv.write_csv(table, path, csv.WriteOptions(delimiter="\t")),
    "a.feather": lambda table, path: feather.write_feather(table, path, chunksize=41),
    "a.arrows": _stream,
    "a.duckdb": _database,
}


def _read(dataset: Dataset, skip: int = 0) -> pa.Table:
    return pa.Table.from_batches(batches(dataset, skip), schema=dataset.schema)


def _texts(table: pa.Table) -> list[dict[str, str]]:
    return [{name: str(cell) for name, cell in row.items()} for row in table.to_pylist()]


@pytest.mark.parametrize("skip", [0, 1, 49, 50, 120, 209, 210, 500])
@pytest.mark.parametrize("name", WRITERS)
def test_every_kind_of_file_gives_its_rows_from_any_row_on(tmp_path: Path, name: str, skip: int) -> None:
    path = str(tmp_path / name)
    WRITERS[name](TABLE, path)
    assert _texts(_read(open_dataset(path), skip)) == _texts(TABLE.slice(skip))


@pytest.mark.parametrize("skip", [0, 1, 70, 105, 209])
def test_a_folder_gives_the_rows_of_its_files_by_name(tmp_path: Path, skip: int) -> None:
    for number in range(3):
        parquet.write_table(TABLE.slice(number * 70, 70), tmp_path / f"part-{number}.parquet")
    (tmp_path / "_SUCCESS").touch()
    (tmp_path / ".part-9.parquet.tmp").write_bytes(b"PAR1")
    dataset = open_dataset(str(tmp_path))
    assert dataset.rows == 210
    assert _read(dataset, skip).equals(TABLE.slice(skip))


def test_the_names_of_folders_are_columns(tmp_path: Path) -> None:
    for department in ("教育局", "水务局"):
        folder = tmp_path / f"主管部门={department}"
        folder.mkdir()
        parquet.write_table(TABLE.slice(0, 7), folder / "part-0.parquet")
    assert _read(open_dataset(str(tmp_path)))["主管部门"].to_pylist() == ["教育局"] * 7 + ["水务局"] * 7


def test_files_whose_types_can_be_joined_are_one_dataset(tmp_path: Path) -> None:
    for number, weights in enumerate(([5, 6], [None, None], [1.5, 2.0])):
        parquet.write_table(pa.table({"分值": weights}), tmp_path / f"{number}.parquet")
    assert _read(open_dataset(str(tmp_path)))["分值"].to_pylist() == [5, 6, None, None, 1.5, 2]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_files_are_read_in_the_encodings_that_offices_use(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(('指标值;实际完成值\n"≥60\n家";58家\n≥3.10%;\n').encode(encoding))
    rows = _read(open_dataset(str(path))).to_pylist()
    assert rows == [{"指标值": "≥60\n家", "实际完成值": "58家"}, {"指标值": "≥3.10%", "实际完成值": ""}]


def test_a_file_that_is_ascii_for_a_million_bytes_may_be_gb18030_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"target,actual\n" + b"60,58\n" * 200_000 + "≥60家,58家\n".encode("gb18030"))
    table = _read(open_dataset(str(path)))
    assert table.num_rows == 200_001
    assert table["actual"][-1].as_py() == "58家"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.parquet", b"PAR1 and no more", Code.DATA_BROKEN),
        ("a.parquet", b"", Code.DATA_BROKEN),
        ("a.arrow", b"ARROW1\0\0 and no more", Code.DATA_BROKEN),
        ("a.duckdb", b"no database at all", Code.DATA_BROKEN),
        ("a.csv", b"", Code.FILE_EMPTY),
        ("a.csv", b"a\0b,c\n1,2\n", Code.ENCODING_UNKNOWN),
        ("a.csv", b"a,b\n1,2\n1,2,3\n", Code.ROW_RAGGED),
        ("a.csv", b"a,a\n1,2\n", Code.COLUMNS_DOUBLED),
    ],
)
def test_what_is_damaged_is_said(tmp_path: Path, name: str, content: bytes, code: Code) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(PerfRulesError) as caught:
        _read(open_dataset(str(path)))
    assert [each.code for each in caught.value.diagnostics] == [code]


def test_a_parquet_file_that_is_damaged_in_the_middle_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    parquet.write_table(TABLE, path, compression="zstd")
    data = bytearray(path.read_bytes())
    data[20:400] = bytes(380)
    path.write_bytes(data)
    with pytest.raises(PerfRulesError) as caught:
        _read(open_dataset(str(path)))
    assert caught.value.diagnostics[0].code is Code.DATA_BROKEN


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    for name, code in (("a.parquet", Code.FILE_MISSING), (".", Code.DATA_MISSING)):
        with pytest.raises(PerfRulesError) as caught:
            open_dataset(str(tmp_path / name))
        assert caught.value.diagnostics[0].code is code


def test_files_with_other_columns_are_no_part_of_it(tmp_path: Path) -> None:
    parquet.write_table(pa.table({"指标值": ["1"], "分值": [1]}), tmp_path / "1.parquet")
    parquet.write_table(pa.table({"指标值": ["1"], "权重": [1]}), tmp_path / "2.parquet")
    with pytest.raises(PerfRulesError, match="不同的列：分值、权重") as caught:
        open_dataset(str(tmp_path))
    assert caught.value.diagnostics[0].code is Code.PARTS_DIFFER


def test_a_database_says_which_tables_it_has(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    _database(TABLE, str(path))
    assert open_dataset(f"{path}:指标 2023").rows == 210
    with pytest.raises(PerfRulesError, match="现有：指标 2023") as caught:
        open_dataset(f"{path}:指标")
    assert caught.value.diagnostics[0].code is Code.DATABASE_TABLE_UNKNOWN


def test_folders_of_rulesets_are_no_data(tmp_path: Path) -> None:
    parquet.write_table(TABLE, tmp_path / "a.parquet")
    assert kind_of(str(tmp_path)) is not None
    (tmp_path / "目标表.rules").touch()
    assert kind_of(str(tmp_path)) is None
