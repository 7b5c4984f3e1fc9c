"""A report on a terminal: tables like the official form, then the reasons for every point that is missing."""

import io
import os
import sys
from collections.abc import Iterable, Sequence

from rich.cells import chop_cells
from rich.console import Console
from rich.table import Table
from rich.text import Text

from perfrules.diagnostics import Diagnostic, Severity
from perfrules.evaluation import Verdict
from perfrules.report import Department, Report, TableReport
from perfrules.report.notes import notes
from perfrules.report.wording import (
    COLUMNS,
    DEPARTMENT_COLUMNS,
    department_rows,
    department_text,
    headline,
    mean_text,
    rows,
    title_text,
)

_FILE_WIDTH = 120
_NUMBERS = {"完成率", "分值", "得分", "预算", "占比"}
_SHORT = {"结论", *_NUMBERS}
_LEAST_WIDTHS = {"结论": 8, "完成率": 7, "得分": 5}
"""Room for the longest verdict and usual figures, so that one changed value does not shift the whole table."""
_STYLES = {Verdict.MET.label: "green", Verdict.UNMET.label: "red", Verdict.UNKNOWN.label: "yellow"}
_SEVERITIES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "dim"}


def print_report(report: Report, detail: bool) -> None:
    """Print to standard output: as wide as the terminal, without colours where it is none."""
    _draw(terminal(), report, detail)


def report_text(report: Report, detail: bool) -> str:
    """Give what a file gets: the same, without colours."""
    stream = io.StringIO()
    _draw(text_file(stream), report, detail)
    return stream.getvalue()


def terminal() -> Console:
    """Give standard output to draw on: as wide as the terminal, without colours where it is none."""
    is_terminal = sys.stdout.isatty()
    width = None if is_terminal or "COLUMNS" in os.environ else _FILE_WIDTH
    return Console(width=width, highlight=False, markup=False, emoji=False)


def text_file(stream: io.StringIO) -> Console:
    """Give a text to draw on, without colours."""
    return Console(file=stream, width=_FILE_WIDTH, highlight=False, markup=False, emoji=False)


def _draw(console: Console, report: Report, detail: bool) -> None:
    for table in report.projects:
        _draw_table(console, table, detail)
    for department in report.departments:
        _draw_department(console, department, detail)
    draw_diagnostics(console, report.diagnostics)


def _draw_table(console: Console, table: TableReport, detail: bool) -> None:
    write_lines(console, title_text(table), style="bold")
    write_lines(console, headline(table))
    console.print(_grid(COLUMNS, rows(table)))
    for note in notes(table, detail):
        write_lines(console, note.heading, indent=2, style="bold")
        for step in note.steps:
            write_lines(console, step, indent=4)
    console.print()


def write_lines(console: Console, text: str, indent: int = 0, style: str = "") -> None:
    """Write a text on as many lines as it needs: Chinese breaks anywhere, where rich would only break at spaces."""
    for part in chop_cells(" ".join(text.split()), console.width - indent):
        console.print(Text(" " * indent + part, style=style), no_wrap=True)


def _grid(header: Sequence[str], body: Iterable[Sequence[str]]) -> Table:
    """Draw a grid with a line above each row that starts a new class, as merged cells look in the form."""
    grid = Table(padding=(0, 0), header_style="bold")
    for name in header:
        short = name in _SHORT
        grid.add_column(
            name,
            justify="right" if name in _NUMBERS else "left",
            no_wrap=short,
            overflow="fold",
            min_width=_LEAST_WIDTHS.get(name),
        )
    for row in body:
        if row[0]:
            grid.add_section()
        grid.add_row(*(Text(cell, style=_STYLES.get(cell, "")) for cell in row))
    return grid


def _draw_department(console: Console, department: Department, detail: bool) -> None:
    write_lines(console, department_text(department), style="bold")
    if department.shares:
        console.print(_grid(DEPARTMENT_COLUMNS, department_rows(department)))
        write_lines(console, mean_text(department))
    console.print()
    for table in department.tables:
        _draw_table(console, table, detail)


def draw_diagnostics(console: Console, diagnostics: Sequence[Diagnostic]) -> None:
    """Print what is to be put right, with its places."""
    if diagnostics:
        write_lines(console, "需要核对", style="bold")
    for diagnostic in diagnostics:
        message, *places = str(diagnostic).splitlines()
        write_lines(console, message, indent=2, style=_SEVERITIES[diagnostic.severity])
        for place in places:
            write_lines(console, place, indent=4)
