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
from typing import Any

import attrs
import column_rows
import polars as pl
import pyarrow as pa

from perfrules.columnar.amounts import amounts
from perfrules.frame import Evaluator, batches
from perfrules.syntax import STANDARD
from perfrules.targets import parse

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
MOST_DIFFERENT = 100_000
"""All-different targets are parsed one by one: more of them say nothing more."""

WARMING = 9
Call = Callable[[], object]


@attrs.frozen
class Peer:
    """A job of Polars, and what is done for it here."""

    name: str
    ours: Call
    theirs: Call


def peers(case: str, table: pa.Table, evaluator: Evaluator) -> Iterator[Peer]:
    """Give what is compared in a case."""
    frame = pl.from_arrow(table)
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
            cut = lambda: frame.with_columns(_cut()).select(_scored())  # noqa: E731
            yield Peer("Polars: bounds cut from the text", ours, cut)
            cells = list(zip(*(table[name].to_pylist() for name in ("target", "subcategory")), strict=True))
            alone = lambda: [parse(text, subcategory=name) for text, name in cells]  # noqa: E731
            yield Peer("Polars: bounds cut from the text; perfrules: `parse` alone, one core", alone, cut)


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
    """Take turns, and print the medians as JSON; before them, what the first run of all took."""
    table = column_rows.table(case, rows)
    evaluator = Evaluator()
    chosen = list(peers(case, table, evaluator))
    first = _time(chosen[0].ours)
    # What is met again and again is known by then, as it is to a program that evaluates a year of rows.
    for _ in range(0 if case == "different" else WARMING if rows < 10**6 else 1):
        chosen[0].ours()
    rounds, found = 3 if rows > 10**6 else 7, []
    for number, peer in enumerate(chosen):
        if case == "different":
            # Nobody has seen the texts of a round before.
            tables = (column_rows.table(case, rows, (1 + turn + number * rounds) * rows) for turn in range(rounds))
            times = [_turn(list(peers(case, table, evaluator))[number]) for table in tables]
        else:
            peer.ours(), peer.theirs()
            times = [_turn(peer) for _ in range(rounds)]
        found.append((peer.name, *(statistics.median(side) for side in zip(*times, strict=True))))
    print(json.dumps([first, found]))


def _turn(peer: Peer) -> tuple[float, float]:
    return _time(peer.ours), _time(peer.theirs)


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
    print("| case | rows | beside | perfrules, M rows/s | the other, M rows/s | ratio | first run, s | memory, MB |")
    print("|---|---:|---|---:|---:|---:|---:|---:|")
    for case in cases:
        for rows in sizes if case != "different" else [size for size in sizes if size <= MOST_DIFFERENT]:
            memory = _child("weighed", case, rows)
            first, found = _child("timed", case, rows)
            for name, ours, theirs in found:
                speeds = f"{rows / ours / 1e6:.3g} | {rows / theirs / 1e6:.3g} | {ours / theirs:.2f}"
                print(f"| {case} | {rows:,} | {name} | {speeds} | {first:.2f} | {memory} |", flush=True)


def _child(task: str, case: str, rows: int) -> Any:
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
