"""Columns of millions of lines, from and to Arrow: Polars, pandas, DuckDB and PyArrow.

A data frame of Polars or pandas comes back as one, whatever else gives Arrow data as a table of PyArrow.

>>> import pyarrow as pa
>>> lines = pa.table({"指标值": ["≥60家", "≥90%"], "实际完成值": ["58家", "95%"], "分值": [10, 20]})
>>> evaluate(lines).select(["verdict", "points"]).to_pylist()
[{'verdict': 'unmet', 'points': Decimal('9.6700000000')}, {'verdict': 'met', 'points': Decimal('20.0000000000')}]
"""

from perfrules.columnar import ADDED, FIELDS, Evaluator
from perfrules.columnar.streams import batches, evaluate
from perfrules.surveying import COPIES, FINDINGS, OUTLIERS, duplicates, findings, outliers

__all__ = [
    "ADDED",
    "COPIES",
    "FIELDS",
    "FINDINGS",
    "OUTLIERS",
    "Evaluator",
    "batches",
    "duplicates",
    "evaluate",
    "findings",
    "outliers",
]
