"""Opens datasets and reads their rows in order, from any row on, in batches of bounded size."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
from pyarrow import ipc, parquet

from perfrules.datasets import csv_files, duckdb_tables
from perfrules.datasets.dataset import Dataset, Kind, Part
from perfrules.datasets.failures import unreadable
from perfrules.datasets.naming import database_and_table, files_in, kind_of
from perfrules.diagnostics import Code, Diagnostic, Label, PerfRulesError
from perfrules.source import FilePlace

ROWS = 1 << 16
"""Rows of a batch: few enough that what is worked out of them stays in the cache of a processor."""

_FAILURES = (pa.ArrowException, OSError, ValueError)


def open_dataset(name: str) -> Dataset:
    """Find the files of a dataset, and what columns they have. Nothing but their heads is read, of CSV files the bytes.

    Raises:
        PerfRulesError: There is no such data, or it is damaged, or its files have different columns.
    """
    file, table = database_and_table(name)
    if not Path(file or name).exists():
        raise PerfRulesError(Diagnostic.of(Code.FILE_MISSING, Label(FilePlace(file or name))))
    if file:
        part = duckdb_tables.inspect(Path(file), table)
        return Dataset(name, Kind.DUCKDB, (part,), part.schema)
    root = Path(name)
    kind = kind_of(name)
    paths = list(files_in(root)) if root.is_dir() else [root]
    if kind is None:
        raise PerfRulesError(Diagnostic.of(Code.DATA_MISSING, Label(FilePlace(name))))
    parts = tuple(_inspect(path, kind, _constants(path, root)) for path in paths if kind_of(str(path)) is kind)
    return Dataset(name, kind, parts, _schema(name, parts))


def batches(dataset: Dataset, skip: int = 0) -> Iterator[pa.RecordBatch]:
    """Give the rows in order, without the first `skip`, all with the columns and types of the dataset.

    Raises:
        PerfRulesError: A file is damaged, or what stands in it does not fit the columns.
    """
    for part in dataset.parts:
        if part.rows is not None and skip >= part.rows:
            skip -= part.rows
            continue
        for batch in _read(dataset.kind, part, skip):
            first, skip = min(skip, batch.num_rows), max(0, skip - batch.num_rows)
            rest = batch.slice(first)
            for start in range(0, rest.num_rows, ROWS):
                yield _fitted(rest.slice(start, ROWS), part, dataset.schema)


def _inspect(path: Path, kind: Kind, constants: tuple[tuple[str, str], ...]) -> Part:
    try:
        match kind:
            case Kind.CSV:
                return csv_files.inspect(path, constants)
            case Kind.PARQUET:
                head = parquet.read_metadata(path)
                return Part(path, head.schema.to_arrow_schema(), head.num_rows, constants)
            case _:
                with _opened(path) as reader:
                    rows = reader.count_rows() if isinstance(reader, ipc.RecordBatchFileReader) else None
                    return Part(path, reader.schema, rows, constants)
    except _FAILURES as error:
        raise unreadable(path, error) from error


def _read(kind: Kind, part: Part, skip: int) -> Iterator[pa.RecordBatch]:
    """Read a part. Of the rows before `skip`, the values may be left out, never the rows."""
    try:
        match kind:
            case Kind.CSV:
                yield from csv_files.batches(part)
            case Kind.PARQUET:
                yield from _parquet(part, skip)
            case Kind.DUCKDB:
                yield from duckdb_tables.batches(part)
            case Kind.ARROW:
                with _opened(part.path) as reader:
                    if isinstance(reader, ipc.RecordBatchFileReader):
                        yield from map(reader.get_batch, range(reader.num_record_batches))
                    else:
                        yield from reader
    except _FAILURES as error:
        raise unreadable(part.path, error) from error


def _parquet(part: Part, skip: int) -> Iterator[pa.RecordBatch]:
    """Read a Parquet file; stretches (row groups) before `skip` come as empty columns of the same length."""
    with parquet.ParquetFile(part.path) as file:
        for number in range(file.num_row_groups):
            rows = file.metadata.row_group(number).num_rows
            if skip >= rows:
                skip -= rows
                yield _nothing(part.schema, rows)
            else:
                skip = 0
                yield from file.iter_batches(ROWS, row_groups=[number])


def _nothing(schema: pa.Schema, rows: int) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays([pa.nulls(rows, field.type) for field in schema], schema=schema)


def _opened(path: Path) -> ipc.RecordBatchFileReader | ipc.RecordBatchStreamReader:
    """Open Arrow data, in the form of a file or of a stream."""
    mapped = pa.memory_map(str(path))
    if mapped.read(6) == b"ARROW1":
        return ipc.open_file(mapped)
    mapped.seek(0)
    return ipc.open_stream(mapped)


def _constants(path: Path, root: Path) -> tuple[tuple[str, str], ...]:
    """Give the columns that the names of folders hold, as Spark and Hive write them: `年度=2023/part-0.parquet`."""
    folders = path.relative_to(root).parts[:-1] if root.is_dir() else ()
    pairs = (folder.partition("=") for folder in folders)
    return tuple((name, value) for name, equals, value in pairs if equals)


def _schema(name: str, parts: Sequence[Part]) -> pa.Schema:
    """Give the columns of all parts: the same names in any order, in types that hold each part's."""
    first = _columns(parts[0])
    for part in parts[1:]:
        own = _columns(part)
        if differing := set(own.names) ^ set(first.names):
            names = "、".join(sorted(differing))
            raise PerfRulesError(Diagnostic.of(Code.PARTS_DIFFER, Label(FilePlace(str(part.path))), names=names))
        try:
            first = pa.unify_schemas([first, own], promote_options="permissive")
        except pa.ArrowException as error:
            raise unreadable(part.path, error) from error
    if len(set(first.names)) < len(first.names):
        names = "、".join(sorted({each for each in first.names if first.names.count(each) > 1}))
        raise PerfRulesError(Diagnostic.of(Code.COLUMNS_DOUBLED, Label(FilePlace(name)), names=names))
    return first.remove_metadata()


def _columns(part: Part) -> pa.Schema:
    schema = part.schema
    for name, _ in part.constants:
        if name not in schema.names:
            schema = schema.append(pa.field(name, pa.string()))
    return schema


def _fitted(batch: pa.RecordBatch, part: Part, schema: pa.Schema) -> pa.RecordBatch:
    for name, value in part.constants:
        if name not in batch.schema.names:
            batch = batch.append_column(name, pa.repeat(pa.scalar(value), batch.num_rows))
    if batch.schema.equals(schema):
        return batch
    return batch.select(schema.names).cast(schema)
