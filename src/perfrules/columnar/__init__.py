"""Columns: millions of lines at once, each as the scalar engine would judge and score it."""

from perfrules.columnar.batch import Evaluator
from perfrules.columnar.columns import FIELDS, Columns, columns_of
from perfrules.columnar.results import ADDED

__all__ = ["ADDED", "FIELDS", "Columns", "Evaluator", "columns_of"]
