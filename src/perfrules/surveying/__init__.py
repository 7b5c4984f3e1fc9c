"""Looks across millions of targets: which tables are copies of others, which targets are out of all proportion."""

from perfrules.surveying.copies import COPIES
from perfrules.surveying.extremes import OUTLIERS
from perfrules.surveying.findings import FINDINGS
from perfrules.surveying.tables import duplicates, findings, outliers

__all__ = ["COPIES", "FINDINGS", "OUTLIERS", "duplicates", "findings", "outliers"]
