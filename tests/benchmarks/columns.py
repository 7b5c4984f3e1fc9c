"""What columns cost beside Polars, from ten thousand rows to ten million: run `python tests/benchmarks/columns.py`.

Each line runs in a process of its own. There perfrules and Polars take turns, and the medians are told; the ratio is
perfrules ÷ Polars, so that below 1 perfrules is the faster one. Memory is measured in one more process, which makes the
rows as they are evaluated and forgets them. Name cases and sizes to run only those: `columns.py text 10000 1000000`.
"""

import json
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import attrs
import column_rows
import polars as pl
import pyarrow as pa

from perfrules.columnar.amounts import amounts
from perfrules.frame import Evaluator, batches
from perfrules.syntax import STANDARD

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
MOST_DIFFERENT = 100_000
"""All-different targets are parsed one by one: more of them say nothing more."""

Call = Callable[[], object]


@attrs.frozen
class Peer:
    """A job of Polars, and what is done for it here."""

    name: str
    ours: Call
    theirs: Call


def peers(case: str, table: pa.Table) -> Iterator[Peer]:
    """Give what is compared in a case."""
    frame, evaluator = pl.from_arrow(table), Evaluator()
    assert isinstance(frame, pl.DataFrame)

    def ours() -> None:
        for _ in batches(table.select(column_rows.GIVEN), evaluator):
            pass

    match case:
        case "numbers":
            yield Peer("Polars: compare with score, bounds given as numbers", ours, lambda: frame.select(_scored()))
            yield Peer(
                "Polars: the same, bounds cut from the text", ours, lambda: frame.with_columns(_cut()).select(_scored())
            )
        case "text":
            yield Peer("Polars: strip and cast", ours, lambda: frame.select(_cast()))
            yield Peer(
                "Polars: strip, cast, compare with score", ours, lambda: frame.with_columns(_cast()).select(_scored())
            )
            texts = table["actual"]
            yield Peer(
                "Polars: strip and cast; perfrules: amounts alone, one core",
                lambda: [amounts(chunk, STANDARD) for chunk in texts.chunks],
                lambda: frame.select(_cast()),
            )
        case "different":
            yield Peer("Polars: bounds cut from the text", ours, lambda: frame.with_columns(_cut()).select(_scored()))


def _scored() -> list[pl.Expr]:
    """Compare and score as the ministry's scheme does, in floats: full points where it is met, else in proportion."""
    actual, bound, op, weight = (pl.col(name) for name in ("actual", "bound", "op", "weight"))
    met = pl.when(op == "≥").then(actual >= bound).when(op == "≤").then(actual <= bound).otherwise(actual == bound)
    rate = pl.when(op == "≤").then(bound / actual).otherwise(actual / bound)
    points = pl.when(met).then(weight).otherwise((weight * rate.clip(0, 1)).round(2))
    return [met.alias("met"), rate.alias("rate"), points.alias("points")]


def _cast() -> pl.Expr:
    text = pl.col("actual").str.strip_chars_end(column_rows.UNIT_CHARACTERS)
    return text.str.replace_all(",", "", literal=True).cast(pl.Float64)


def _cut() -> list[pl.Expr]:
    text = pl.col("target")
    number = text.str.strip_chars("≥≤=" + column_rows.UNIT_CHARACTERS).cast(pl.Float64, strict=False)
    return [number.alias("bound"), text.str.slice(0, 1).alias("op")]


# ---- what a process of its own does


def timed(case: str, rows: int) -> None:
    """Take turns, and print the medians as JSON."""
    table, found = column_rows.table(case, rows), []
    for peer in peers(case, table):
        peer.ours(), peer.theirs()
        rounds = 3 if rows > 10**6 else 7
        times = [(_time(peer.ours), _time(peer.theirs)) for _ in range(rounds)]
        found.append((peer.name, *(statistics.median(side) for side in zip(*times, strict=True))))
    print(json.dumps(found))


def _time(call: Call) -> float:
    begin = perf_counter()
    call()
    return perf_counter() - begin


def weighed(case: str, rows: int) -> None:
    """Evaluate rows that are made on the way, and print the most memory that the process had, in MB."""
    done = 0
    for batch in batches(column_rows.stream(case, rows), Evaluator()):
        done += batch.num_rows
    assert done == rows
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


# ---- the table


def main(*chosen: str) -> None:
    """Print a Markdown table of every case and size."""
    cases = [case for case in column_rows.CASES if case in chosen] or column_rows.CASES
    sizes = [int(size) for size in chosen if size.isdecimal()] or SIZES
    print("| actual values | rows | beside | perfrules, M rows/s | the other, M rows/s | ratio | peak memory, MB |")
    print("|---|---:|---|---:|---:|---:|---:|")
    for case in cases:
        for rows in sizes if case != "different" else [size for size in sizes if size <= MOST_DIFFERENT]:
            memory = _child("weighed", case, rows)
            for name, ours, theirs in _child("timed", case, rows):  # type: ignore[attr-defined]  # as `timed` prints it
                speeds = f"{rows / ours / 1e6:.3g} | {rows / theirs / 1e6:.3g} | {ours / theirs:.2f}"
                print(f"| {case} | {rows:,} | {name} | {speeds} | {memory} |", flush=True)


def _child(task: str, case: str, rows: int) -> object:
    command = [sys.executable, str(Path(__file__)), task, case, str(rows)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own Python
    return json.loads(printed.splitlines()[-1])


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["timed", case, rows]:
            timed(case, int(rows))
        case ["weighed", case, rows]:
            weighed(case, int(rows))
        case chosen:
            main(*chosen)
