"""A page for a browser: what stands on it as plain values, and how it is drawn as one self-contained HTML file."""

from perfrules.page.draw import draw
from perfrules.page.inline import draw_inline
from perfrules.page.view import (
    NONE,
    Band,
    Bar,
    Cell,
    Column,
    Fact,
    Group,
    Mark,
    Page,
    PlanChart,
    Project,
    Remark,
    Remarks,
    Row,
    Table,
    Tick,
    Tone,
)

__all__ = [
    "NONE",
    "Band",
    "Bar",
    "Cell",
    "Column",
    "Fact",
    "Group",
    "Mark",
    "Page",
    "PlanChart",
    "Project",
    "Remark",
    "Remarks",
    "Row",
    "Table",
    "Tick",
    "Tone",
    "draw",
    "draw_inline",
]
