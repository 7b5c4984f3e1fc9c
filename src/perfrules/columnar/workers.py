"""Evaluates chunks in other processes, for lines that the scalar engine has to read one by one."""

import pickle
from functools import lru_cache

import pyarrow as pa

from perfrules.columnar.batch import Evaluator


def written(batch: pa.RecordBatch) -> pa.Buffer:
    """Write a batch so that it travels: only its own rows, not all of the table that it is a part of.

    >>> read(written(pa.record_batch({"target": ["≥60家"]}))).num_rows
    1
    """
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    return sink.getvalue()


def read(buffer: pa.Buffer) -> pa.RecordBatch:
    """Read what was written."""
    return pa.ipc.open_stream(buffer).read_next_batch()


def evaluated_elsewhere(pickled: bytes, buffer: pa.Buffer) -> pa.Buffer:
    """Evaluate a written batch by a pickled evaluator."""
    return written(_evaluator(pickled).batch(read(buffer)))


@lru_cache(maxsize=1)
def _evaluator(pickled: bytes) -> Evaluator:
    """Keep the evaluator, so that what it remembers serves the next chunk too."""
    found: Evaluator = pickle.loads(pickled)  # noqa: S301 - pickled by the process that started this one
    return found
