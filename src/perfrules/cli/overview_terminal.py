"""An overview on a terminal: a line for each project, then what is open and what is to be put right."""

import io
from typing import Literal

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from perfrules.cli.terminal import terminal, text_file, write_lines
from perfrules.overview import Overview
from perfrules.overview.texts import columns, concerns, headlines, open_points, rows


def print_overview(overview: Overview) -> None:
    """Print to standard output: as wide as the terminal, without colours where it is none."""
    _draw(terminal(), overview)


def overview_text(overview: Overview) -> str:
    """Give what a file gets: the same, without colours."""
    stream = io.StringIO()
    _draw(text_file(stream), overview)
    return stream.getvalue()


_LEFT = {"项目", "等次", "目标灯", "预算灯"}
_LEFT_OUT = {"预算数", "未达成", "无法判断"}
_LEAST_WIDTHS = {"项目": 12, "执行率": 6, "得分": 6}
_STYLES = {"红": "red", "黄": "yellow", "绿": "green", "蓝": "blue"}


def _grid(overview: Overview) -> Table:
    """Draw the rows, without the budget, for which a terminal has no room; of the verdicts, how many of all are met."""
    grid = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), header_style="bold")
    names = columns(overview)
    for name in names:
        if name not in _LEFT_OUT:
            justify: Literal["left", "right"] = "left" if name in _LEFT else "right"
            grid.add_column(name, justify=justify, overflow="fold", min_width=_LEAST_WIDTHS.get(name, 4))
    for table, row in zip(overview.tables, rows(overview), strict=True):
        cells = {name: cell for name, cell in zip(names, row, strict=True) if name not in _LEFT_OUT}
        cells["达成"] = f"{cells['达成']}/{len(table.report.lines)}"
        grid.add_row(*(Text(cell, style=_STYLES.get(cell, "")) for cell in cells.values()))
    return grid


def _draw(console: Console, overview: Overview) -> None:
    for line in headlines(overview):
        write_lines(console, line, style="bold")
    if overview.tables:
        console.print(_grid(overview))
    for title, items in (("待定的分", list(open_points(overview))), ("需要处理的问题", list(concerns(overview)))):
        if items:
            write_lines(console, title, style="bold")
        for item in items:
            write_lines(console, item, indent=2)
