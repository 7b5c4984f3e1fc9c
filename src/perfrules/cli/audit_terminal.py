"""An audit on a terminal: the scores of each table, what they came to, then what is to be put right."""

import io

from rich.console import Console
from rich.table import Table
from rich.text import Text

from perfrules.auditing import Audit, AuditedTable, Standing
from perfrules.auditing.wording import COLUMNS, notes, rows, summary, title
from perfrules.cli.terminal import draw_diagnostics, terminal, text_file, write_lines

_NUMBERS = {"分值", "填报得分", "应得分"}
_SHORT = {"核对", *_NUMBERS}
_STYLES = {
    Standing.DIFFERENT.value: "red",
    Standing.EXPLAINED.value: "yellow",
    Standing.OPEN.value: "yellow",
}


def print_audit(audit: Audit, detail: bool) -> None:
    """Print to standard output: as wide as the terminal, without colours where it is none."""
    _draw(terminal(), audit, detail)


def audit_text(audit: Audit, detail: bool) -> str:
    """Give what a file gets: the same, without colours."""
    stream = io.StringIO()
    _draw(text_file(stream), audit, detail)
    return stream.getvalue()


def _draw(console: Console, audit: Audit, detail: bool) -> None:
    for table in audit.tables:
        write_lines(console, title(table), style="bold")
        write_lines(console, summary(table))
        console.print(_grid(table))
        for note in notes(table, detail):
            write_lines(console, note.heading, indent=2, style="bold")
            for step in note.steps:
                write_lines(console, step, indent=4)
        draw_diagnostics(console, tuple(table.diagnostics))
        console.print()
    draw_diagnostics(console, audit.diagnostics)


def _grid(table: AuditedTable) -> Table:
    grid = Table(padding=(0, 0), header_style="bold")
    for name in COLUMNS:
        grid.add_column(name, justify="right" if name in _NUMBERS else "left", no_wrap=name in _SHORT, overflow="fold")
    for row in rows(table):
        grid.add_row(*(Text(cell, style=_STYLES.get(cell, "")) for cell in row))
    return grid
