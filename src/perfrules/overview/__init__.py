"""The year at a glance: a line for each project, what is open, and how much there is to put right."""

from perfrules.overview.overview import ClassTotal, Overview, TableOverview, overview_of

__all__ = ["ClassTotal", "Overview", "TableOverview", "overview_of"]
