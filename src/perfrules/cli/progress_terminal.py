"""Progress on a terminal: a table with lights for each project, then what is behind them."""

import io
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from perfrules.cli.terminal import draw_diagnostics, terminal, text_file, write_lines
from perfrules.monitoring import Light
from perfrules.progress import Progress, TableProgress
from perfrules.progress.wording import (
    COLUMNS,
    completion_steps,
    deadlines,
    execution_steps,
    heading,
    headline,
    rows,
    steps,
    title_text,
)

_NUMBERS = {"应达到", "完成率"}
_SHORT = {"灯号", "完成率"}
_LEAST_WIDTHS = {"灯号": 8, "完成率": 7}
_STYLES = {
    Light.RED.value: "red",
    Light.YELLOW.value: "yellow",
    Light.GREEN.value: "green",
    Light.BLUE.value: "blue",
    Light.UNKNOWN.value: "yellow",
}


def print_progress(progress: Progress, detail: bool) -> None:
    """Print to standard output: as wide as the terminal, without colours where it is none."""
    _draw(terminal(), progress, detail)


def progress_text(progress: Progress, detail: bool) -> str:
    """Give what a file gets: the same, without colours."""
    stream = io.StringIO()
    _draw(text_file(stream), progress, detail)
    return stream.getvalue()


def _draw(console: Console, progress: Progress, detail: bool) -> None:
    for table in progress.tables:
        _draw_table(console, table, detail)
    draw_diagnostics(console, progress.diagnostics)


def _draw_table(console: Console, table: TableProgress, detail: bool) -> None:
    write_lines(console, title_text(table), style="bold")
    write_lines(console, headline(table))
    console.print(_grid(table))
    for line in table.lines:
        if detail or not line.is_clean:
            _note(console, heading(line), steps(line))
    if detail or table.completion.is_alarm:
        _note(console, "目标完成", completion_steps(table))
    if table.execution is not None:
        _note(console, "预算执行", execution_steps(table))
    for remark in (*table.remarks, *deadlines(table)):
        write_lines(console, remark, indent=2, style="bold")
    console.print()


def _note(console: Console, title: str, parts: Iterable[str]) -> None:
    write_lines(console, title, indent=2, style="bold")
    for part in parts:
        write_lines(console, part, indent=4)


def _grid(table: TableProgress) -> Table:
    grid = Table(padding=(0, 0), header_style="bold")
    for name in COLUMNS:
        grid.add_column(
            name,
            justify="right" if name in _NUMBERS else "left",
            no_wrap=name in _SHORT,
            overflow="fold",
            min_width=_LEAST_WIDTHS.get(name),
        )
    for row in rows(table):
        if row[0]:
            grid.add_section()
        grid.add_row(*(Text(cell, style=_STYLES.get(cell, "")) for cell in row))
    return grid
