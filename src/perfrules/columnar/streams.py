"""Takes tables and streams of any library that speaks Arrow, and evaluates them a chunk at a time."""

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import Protocol, TypeVar, overload

import narwhals as nw
import pyarrow as pa
from narwhals.typing import IntoDataFrameT

from perfrules.columnar.batch import Evaluator
from perfrules.columnar.results import ADDED
from perfrules.columnar.workers import evaluated_elsewhere, read, written
from perfrules.ruleset import Ruleset

CHUNK = 131_072
"""Lines that are worked on at once: so few that what is known about them stays in the cache of a core."""

THREADS = 2
"""Chunks that are worked on at once. Arrow and NumPy let other threads run."""


_Taken = TypeVar("_Taken")
_Given = TypeVar("_Given")


class ArrowStream(Protocol):
    """What gives Arrow data to others: tables and readers of PyArrow, Polars, pandas, DuckDB."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Give the data, as the Arrow PyCapsule interface says."""


Source = ArrowStream | Iterable[pa.RecordBatch]


@overload
def evaluate(
    data: IntoDataFrameT,
    *,
    scheme: str | None = None,
    ruleset: Ruleset | None = None,
    columns: Mapping[str, str] | None = None,
    processes: int = 0,
) -> IntoDataFrameT: ...
@overload
def evaluate(
    data: ArrowStream,
    *,
    scheme: str | None = None,
    ruleset: Ruleset | None = None,
    columns: Mapping[str, str] | None = None,
    processes: int = 0,
) -> pa.Table: ...
def evaluate(
    data: IntoDataFrameT | ArrowStream,
    *,
    scheme: str | None = None,
    ruleset: Ruleset | None = None,
    columns: Mapping[str, str] | None = None,
    processes: int = 0,
) -> IntoDataFrameT | pa.Table:
    """Judge and score every line of a table; gives the table with the columns of `ADDED`.

    A data frame of Polars or pandas comes back as one, anything else as a table of PyArrow.

    `columns` says which column holds which field (`{"actual": "全年完成"}`) where neither its name nor the header of an
    official form does. `scheme` names the scheme for all lines, `ruleset` has schemes and words of your own.
    `processes` share the work where most targets are different (see :func:`batches`).

    Raises:
        PerfRulesError: A column that is needed is missing, or there is no scheme of that name.
        TypeError: `data` is nothing that gives Arrow data.
    """
    evaluator = Evaluator(Ruleset() if ruleset is None else ruleset, scheme, columns or {})
    reader = reader_of(data)
    done = list(batches(reader, evaluator, processes=processes))
    if not done:
        done = [evaluator.batch(pa.RecordBatch.from_pylist([], schema=reader.schema))]
    return _like(data, pa.Table.from_batches(done).unify_dictionaries())


def batches(
    source: Source, evaluator: Evaluator, threads: int = THREADS, processes: int = 0
) -> Iterator[pa.RecordBatch]:
    """Judge and score a stream as it comes, in order, a few chunks at a time, whatever its length.

    Threads share what they find out, and are best where targets repeat. Where most lines have to be read one by one
    (all targets different), Python lets one thread work at a time; then so many `processes` share the work instead.

    >>> lines = [pa.record_batch({"target": ["≥60家"], "actual": ["60家"]})]
    >>> [batch["verdict"].to_pylist() for batch in batches(lines, Evaluator())]
    [['met']]
    """
    chunks = _chunks(reader_of(source) if hasattr(source, "__arrow_c_stream__") else source)
    if processes:
        with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
            work = partial(evaluated_elsewhere, pickle.dumps(evaluator))
            yield from map(read, _in_order(pool, work, map(written, chunks), processes))
    else:
        with ThreadPoolExecutor(threads) as pool:
            yield from _in_order(pool, evaluator.batch, chunks, threads)


def _in_order(
    pool: Executor, work: Callable[[_Taken], _Given], chunks: Iterable[_Taken], most: int
) -> Iterator[_Given]:
    """Give what becomes of chunks in their order, never taking many more than are worked on."""
    waiting = deque[Future[_Given]]()
    try:
        for chunk in chunks:
            waiting.append(pool.submit(work, chunk))
            if len(waiting) > most:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for each in waiting:
            each.cancel()


def _like(data: object, table: pa.Table) -> pa.Table:
    """Give a table as a data frame of the library that the data came from."""
    given = nw.from_native(data, eager_only=True, pass_through=True)
    if not isinstance(given, nw.DataFrame) or given.implementation.is_pyarrow():
        return table
    # The index of pandas comes along as a column; here it is an index again.
    own = [name for name in table.column_names if name in given.columns or name in ADDED.names]
    done = nw.from_arrow(table.select(own), backend=given.implementation).to_native()
    index = nw.maybe_get_index(given)
    return done if index is None else done.set_axis(index)


def reader_of(data: object) -> pa.RecordBatchReader:
    """Give what reads the Arrow data of any library.

    Raises:
        TypeError: It is nothing that gives Arrow data.
    """
    if not hasattr(data, "__arrow_c_stream__"):
        raise TypeError(f"data must give Arrow data (a table of PyArrow, Polars, pandas, DuckDB), not {type(data)}")
    return pa.RecordBatchReader.from_stream(data)


def _chunks(source: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in source:
        for start in range(0, batch.num_rows, CHUNK):
            yield batch.slice(start, CHUNK)
