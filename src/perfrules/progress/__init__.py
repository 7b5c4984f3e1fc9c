"""The progress of goal tables during the year, and its forms."""

from perfrules.progress.build import build_progress
from perfrules.progress.progress import Progress, TableProgress

__all__ = ["Progress", "TableProgress", "build_progress"]
