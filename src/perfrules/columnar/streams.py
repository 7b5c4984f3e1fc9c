"""Takes tables and streams of any library that speaks Arrow, and evaluates them a chunk at a time."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol

import pyarrow as pa

from perfrules.columnar.batch import Evaluator
from perfrules.ruleset import Ruleset

CHUNK = 131_072
"""Lines that are worked on at once: so few that what is known about them stays in the cache of a core."""

THREADS = 2
"""Chunks that are worked on at once. Arrow and NumPy let other threads run."""


class ArrowStream(Protocol):
    """What gives Arrow data to others: tables and readers of PyArrow, Polars, pandas, DuckDB."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Give the data, as the Arrow PyCapsule interface says."""


Source = ArrowStream | Iterable[pa.RecordBatch]


def evaluate(
    data: ArrowStream,
    *,
    scheme: str | None = None,
    ruleset: Ruleset | None = None,
    columns: Mapping[str, str] | None = None,
) -> pa.Table:
    """Judge and score every line of a table; gives the table with the columns of `ADDED`.

    `columns` says which column holds which field (`{"actual": "全年完成"}`) where neither its name nor the header of an
    official form does. `scheme` names the scheme for all lines, `ruleset` has schemes and words of your own.

    Raises:
        PerfRulesError: A column that is needed is missing, or there is no scheme of that name.
        TypeError: `data` is nothing that gives Arrow data.
    """
    evaluator = Evaluator(Ruleset() if ruleset is None else ruleset, scheme, columns or {})
    reader = _reader(data)
    done = list(batches(reader, evaluator))
    if not done:
        done = [evaluator.batch(pa.RecordBatch.from_pylist([], schema=reader.schema))]
    return pa.Table.from_batches(done).unify_dictionaries()


def batches(source: Source, evaluator: Evaluator, threads: int = THREADS) -> Iterator[pa.RecordBatch]:
    """Judge and score a stream as it comes, in order, a few chunks at a time, whatever its length.

    >>> lines = [pa.record_batch({"target": ["≥60家"], "actual": ["60家"]})]
    >>> [batch["verdict"].to_pylist() for batch in batches(lines, Evaluator())]
    [['met']]
    """
    chunks = _chunks(_reader(source) if hasattr(source, "__arrow_c_stream__") else source)
    with ThreadPoolExecutor(threads) as pool:
        waiting = deque[Future[pa.RecordBatch]]()
        try:
            for chunk in chunks:
                waiting.append(pool.submit(evaluator.batch, chunk))
                if len(waiting) > threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for each in waiting:
                each.cancel()


def _reader(data: object) -> pa.RecordBatchReader:
    if not hasattr(data, "__arrow_c_stream__"):
        raise TypeError(f"data must give Arrow data (a table of PyArrow, Polars, pandas, DuckDB), not {type(data)}")
    return pa.RecordBatchReader.from_stream(data)


def _chunks(source: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in source:
        for start in range(0, batch.num_rows, CHUNK):
            yield batch.slice(start, CHUNK)
