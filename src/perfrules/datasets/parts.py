"""Results in numbered parts, each there as a whole or not at all, so that broken-off work goes on behind the last."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path

import attrs
import pyarrow as pa
from pyarrow import parquet

from perfrules.datasets.failures import unreadable, unwritable
from perfrules.datasets.manifest import MANIFEST, DonePart, Manifest

ROWS_PER_PART = 1 << 20

_COMPRESSION = "zstd"


def written(
    folder: Path, manifest: Manifest, results: Iterator[pa.RecordBatch], schema: pa.Schema
) -> Iterator[pa.RecordBatch]:
    """Write results behind the parts that are done, and hand each batch on; the manifest is saved after every part.

    Raises:
        PerfRulesError: A part cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error
    manifest.save(folder)
    pieces = _cut(results, manifest.rows_per_part)
    while (first := next(pieces, None)) is not None:
        path = folder / f"part-{len(manifest.parts) + 1:05}.parquet"
        draft, rows = path.with_name(f".{path.name}.tmp"), 0
        try:
            with parquet.ParquetWriter(draft, schema, compression=_COMPRESSION) as writer:
                for piece in chain([first], pieces):
                    writer.write_batch(piece)
                    yield piece
                    rows += piece.num_rows
                    if rows == manifest.rows_per_part:
                        break
            draft.replace(path)
        except OSError as error:
            raise unwritable(path, error) from error
        finally:
            draft.unlink(missing_ok=True)
        manifest = attrs.evolve(manifest, parts=(*manifest.parts, DonePart(path.name, rows)))
        manifest.save(folder)
    attrs.evolve(manifest, is_complete=True).save(folder)


def done(folder: Path, manifest: Manifest) -> Iterator[pa.RecordBatch]:
    """Read the parts that are done.

    Raises:
        PerfRulesError: A part is not what the manifest says.
    """
    for part in manifest.parts:
        path = folder / part.file
        try:
            with parquet.ParquetFile(path) as file:
                if file.metadata.num_rows != part.rows:
                    raise ValueError(f"{file.metadata.num_rows} rows, not {part.rows}")
                yield from file.iter_batches()
        except (pa.ArrowException, OSError, ValueError) as error:
            raise unreadable(path, error) from error


def remove(folder: Path, manifest: Manifest) -> None:
    """Take away the parts and their manifest, when their rows are in a file of their own; other files stay."""
    for name in (*(part.file for part in manifest.parts), MANIFEST):
        (folder / name).unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()


def _cut(results: Iterator[pa.RecordBatch], rows: int) -> Iterator[pa.RecordBatch]:
    """Cut batches where a part ends."""
    left = rows
    for batch in results:
        start = 0
        while start < batch.num_rows:
            piece = batch.slice(start, left)
            start += piece.num_rows
            left = left - piece.num_rows or rows
            yield piece
