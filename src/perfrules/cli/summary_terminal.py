"""A summary on a terminal: by class, by department, and what could not be read."""

import io
from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from perfrules.cli.terminal import terminal, text_file, write_lines
from perfrules.datasets.summary import Group, Summary
from perfrules.datasets.summary_texts import ELSEWHERE, NUMBERS, headlines, numbers, unread_rows

_MOST_GROUPS = 30
"""Departments that a terminal has room for; the others are in the CSV and JSON forms."""


def print_summary(summary: Summary) -> None:
    """Print to standard output: as wide as the terminal, without colours where it is none."""
    _draw(terminal(), summary)


def summary_text(summary: Summary) -> str:
    """Give what a file gets: the same, without colours."""
    stream = io.StringIO()
    _draw(text_file(stream), summary)
    return stream.getvalue()


def _draw(console: Console, summary: Summary) -> None:
    for line in headlines(summary):
        write_lines(console, line, style="bold")
    classes = [each.category or ELSEWHERE for each in summary.categories]
    departments = [each.department or ELSEWHERE for each in summary.departments]
    for name, labels, groups in (("类别", classes, summary.categories), ("部门", departments, summary.departments)):
        if len(groups) > 1:
            console.print(_grid(name, labels, groups))
        if len(groups) > _MOST_GROUPS:
            write_lines(console, f"共{len(groups)}个部门，这里列出行数最多的{_MOST_GROUPS}个；全部用 --format csv 看。")
    if summary.unread:
        grid = Table("列", "没有读懂最多的格", "行数", box=SIMPLE_HEAD, header_style="bold")
        for row in unread_rows(summary):
            grid.add_row(*map(Text, row))
        console.print(grid)


def _grid(name: str, labels: Sequence[str], groups: Sequence[Group]) -> Table:
    grid = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), header_style="bold")
    grid.add_column(name, overflow="fold", min_width=8)
    for each in NUMBERS:
        grid.add_column(each, justify="right", overflow="fold", min_width=4)
    for label, group in list(zip(labels, groups, strict=True))[:_MOST_GROUPS]:
        grid.add_row(*map(Text, (label, *numbers(group))))
    return grid
