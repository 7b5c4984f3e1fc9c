"""One file out of the parts of a result: Parquet, CSV or Arrow, by the end of its name."""

import os
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
from pyarrow import csv, ipc, parquet

from perfrules.datasets.failures import unwritable

SUFFIXES = (".parquet", ".csv", ".arrow", ".feather")
"""What the name of a file of results may end in; any other name is that of a folder."""


def assemble(path: Path, batches: Iterator[pa.RecordBatch], schema: pa.Schema) -> None:
    """Write a file: it appears complete, or what was there before stays.

    Raises:
        PerfRulesError: The file cannot be written, or not in this form.
    """
    target = Path(os.path.realpath(path))
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with _writer(draft, target.suffix.lower(), schema) as writer:
            for batch in batches:
                writer.write_batch(batch)
        draft.replace(target)
    except (OSError, pa.ArrowException) as error:
        raise unwritable(path, error) from error
    finally:
        draft.unlink(missing_ok=True)


def _writer(
    path: Path, suffix: str, schema: pa.Schema
) -> "parquet.ParquetWriter | csv.CSVWriter | ipc.RecordBatchFileWriter":
    match suffix:
        case ".csv":
            return csv.CSVWriter(str(path), schema)
        case ".parquet":
            return parquet.ParquetWriter(path, schema, compression="zstd")
        case _:
            return ipc.new_file(str(path), schema)
