"""A survey on a terminal: rules with findings, then the first of each table; all of them are in files."""

import io
from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from perfrules.cli.terminal import terminal, text_file, write_lines
from perfrules.surveying.survey import Survey
from perfrules.surveying.texts import COPY_COLUMNS, FINDING_COLUMNS, OUTLIER_COLUMNS, headlines, rows, rules_found

_MOST = 10
_STYLES = {"错误": "red", "警告": "yellow"}
_FINDING = ("level", "message", "lines")
_COPY = ("department", "project", "indicators", "like_project", "shared", "similarity")
_OUTLIER = ("project", "name", "target", "median", "unit", "row")


def print_survey(survey: Survey) -> None:
    """Print to standard output: as wide as the terminal, without colours where it is none."""
    _draw(terminal(), survey)


def survey_text(survey: Survey) -> str:
    """Give what a file gets: the same, without colours."""
    stream = io.StringIO()
    _draw(text_file(stream), survey)
    return stream.getvalue()


def _draw(console: Console, survey: Survey) -> None:
    for line in headlines(survey):
        write_lines(console, line, style="bold")
    _grid(console, "审核规则", ("编号", "级别", "名称", "意见", "行数"), rules_found(survey))
    tables = (
        (f"意见最多的{_MOST}种", survey.findings, FINDING_COLUMNS, _FINDING),
        (f"雷同的项目（前{_MOST}个）", survey.copies, COPY_COLUMNS, _COPY),
        (f"相差悬殊的指标值（前{_MOST}行）", survey.outliers, OUTLIER_COLUMNS, _OUTLIER),
    )
    for title, table, columns, shown in tables:
        if table is not None:
            chosen = {name: columns[name] for name in shown}
            _grid(console, title, chosen.values(), rows(table, chosen, _MOST))
    if not survey.is_clean:
        write_lines(console, "全部的写到文件里看：--format csv -o 文件夹。规则的理由和依据见 perfrules explain 编号。")


def _grid(console: Console, title: str, header: Iterable[str], body: Iterable[tuple[str, ...]]) -> None:
    shown = list(body)
    if not shown:
        return
    write_lines(console, title, style="bold")
    grid = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), header_style="bold")
    for name in header:
        grid.add_column(name, overflow="fold")
    for row in shown:
        grid.add_row(*(Text(cell, style=_STYLES.get(cell, "")) for cell in row))
    console.print(grid)
