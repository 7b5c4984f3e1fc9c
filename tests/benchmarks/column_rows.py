"""Rows as a province has them, as many as are asked for: the same number of rows is the same rows."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

CASES = ("numbers", "text", "different")
GIVEN = ["target", "category", "subcategory", "weight", "actual"]
"""The columns that perfrules is given. Polars is given the number and the operator of each bound besides."""

UNIT_CHARACTERS = "家%万元人次天项"
UNITS = (
    ("家", "数量指标"),
    ("%", "质量指标"),
    ("万元", "经济成本指标"),
    ("人次", "数量指标"),
    ("天", "时效指标"),
    ("项", "数量指标"),
)
BOUNDS = 40
"""Numbers that bounds have, for every unit and operator: 6 × 3 × 40 different targets repeat."""

BATCH = 65_536


def table(case: str, rows: int, first: int = 0) -> pa.Table:
    """Give rows at once; others, where they begin with another one."""
    return pa.Table.from_batches(stream(case, rows, first))


def stream(case: str, rows: int, first: int = 0) -> Iterator[pa.RecordBatch]:
    """Give rows a batch at a time."""
    for start in range(first, first + rows, BATCH):
        yield _batch(case, start, min(BATCH, first + rows - start))


def _batch(case: str, start: int, rows: int) -> pa.RecordBatch:
    random = np.random.default_rng(start)
    unit, op = random.integers(len(UNITS), size=rows), random.choice(3, size=rows, p=[0.7, 0.2, 0.1])
    bound = 20 + 2 * random.integers(BOUNDS, size=rows)
    if case == "different":
        bound = 1000 + start + np.arange(rows)
    # Most actual values are at the bound or beyond it, a fifth miss it; tenths, as people report.
    tenths = np.where(
        op == 2, bound * 10, bound * 10 + random.integers(-20, 80, size=rows) * np.where(op == 1, -1, 1) * 2
    )
    signs, names = pa.array(["≥", "≤", "="]).take(pa.array(op)), _taken([unit for unit, _ in UNITS], unit)
    target = pc.binary_join_element_wise(signs, pc.cast(pa.array(bound), pa.string()), names, "")
    columns = {
        "target": target,
        "category": pa.array(["产出指标"] * rows),
        "subcategory": _taken([name for _, name in UNITS], unit),
        "weight": pa.array(random.integers(1, 21, size=rows)),
        "actual": _written(tenths, names, random) if case == "text" else pa.array(tenths / 10),
        "bound": pa.array(bound.astype(np.float64)),
        "op": signs,
    }
    return pa.record_batch(columns)


def _written(tenths: np.ndarray, names: pa.Array, random: np.random.Generator) -> pa.Array:
    """Write actual values as people do: whole, with a decimal, and the large ones with commas."""
    kind = random.choice(3, size=len(tenths), p=[0.6, 0.3, 0.1])
    whole = pc.cast(pa.array(tenths // 10), pa.string())
    decimal = pc.binary_join_element_wise(whole, pc.cast(pa.array(tenths % 10), pa.string()), ".")
    grouped = pc.binary_join_element_wise(pc.cast(pa.array(1 + tenths % 9), pa.string()), "280", ",")
    return pc.binary_join_element_wise(pc.choose(pa.array(kind), whole, decimal, grouped), names, "")


def _taken(words: list[str], which: np.ndarray) -> pa.Array:
    return pa.array(words).take(pa.array(which))
