"""Files to self-evaluation tables that are filled in, with scores: forms, and lists of many projects."""

import re
from collections.abc import Iterator, Sequence

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.names import comparable
from perfrules.readers.contents import SourceFile, read_contents
from perfrules.readers.filled_money import MONEY_COLUMNS, read_filled_money
from perfrules.readers.filled_rows import LINE_COLUMNS, FilledRows, read_filled_rows
from perfrules.readers.headers import lexicon
from perfrules.readers.sheet import Contents, Sheet
from perfrules.readers.table import Table, find_table, labelled
from perfrules.source import FilePlace
from perfrules.syntax import STANDARD, Language
from perfrules.tables import FilledLine, FilledMoney, FilledTable, FilledTables, Printed

_LABEL_CELLS = 10
_MOST_PROJECTS = 2000
_YEAR = re.compile(r"(20\d\d)年")


def read_filled(*files: SourceFile, language: Language = STANDARD) -> FilledTables:
    r"""Read self-evaluation tables that already have scores, from CSV and XLSX files.

    A form has indicators (三级指标, 指标值 or 实际完成值, 得分), and above them its money (全年执行数, 执行率, 得分)
    where there is any; a sheet may hold several. A list with a column 项目名称 holds one table for each project. What
    cannot be read is left out, and `FilledTables.diagnostics` says so with its place. `language` has the words of the
    ruleset they are for.

    Raises:
        TypeError: A file is neither a path nor a binary stream.
        ModuleNotFoundError: A file is a workbook, and openpyxl, of the extra `xlsx`, is not installed.

    >>> import io
    >>> filled = read_filled(io.BytesIO("三级指标,指标值,实际完成值,分值,得分\n企业数,≥60家,58家,10,9.67".encode()))
    >>> [(line.indicator.name, line.score.text) for table in filled.tables for line in table.lines]
    [('企业数', '9.67')]
    """
    parts = [_recognised(*read_contents(file), language) for file in files]
    return FilledTables(
        tuple(_joined([table for part in parts for table in part.tables])),
        tuple(diagnostic for part in parts for diagnostic in part.diagnostics),
        tuple(file for part in parts for file in part.files),
    )


def _recognised(file: str, contents: Contents, language: Language) -> FilledTables:
    flaws = list(contents.diagnostics)
    tables = [table for sheet in contents.sheets for table in _read_sheet(sheet, language, flaws)]
    if not tables and (contents.sheets or not flaws) and flaws == list(contents.diagnostics):
        flaws.append(Diagnostic.of(Code.HEADERS_UNKNOWN, Label(FilePlace(file))))
    return FilledTables(tuple(tables), tuple(flaws), contents.records)


def _read_sheet(sheet: Sheet, language: Language, flaws: list[Diagnostic]) -> Iterator[FilledTable]:
    start = 0
    while table := _lines_below(sheet, start, language):
        above = range(start, table.header_row)
        year = _year(sheet, above)
        rows = read_filled_rows(table, year)
        flaws += (*table.diagnostics, *rows.diagnostics)
        money = list(_money(sheet, above, language, flaws))
        grade = _grade(sheet, range(start, rows.end), language)
        form = FilledTable(table.project, grade=grade, year=year, place=sheet.place(table.header_row, 0))
        yield from _tables(rows, money, form)
        start = rows.end
    if not start:
        for project, row in _money(sheet, range(len(sheet.rows)), language, flaws):
            yield FilledTable(project, money=(row,), place=row.place)


def _lines_below(sheet: Sheet, start: int, language: Language) -> Table | None:
    """Find the indicators of a form; the money above them has a row for each project of a department."""
    if table := find_table(sheet, *LINE_COLUMNS, start=start, language=language):
        return table
    money = find_table(sheet, *MONEY_COLUMNS, start=start, language=language)
    if money is None:
        return None
    return find_table(sheet, *LINE_COLUMNS, start=money.header_row, language=language, depth=_MOST_PROJECTS)


def _money(sheet: Sheet, rows: range, language: Language, flaws: list[Diagnostic]) -> Iterator[tuple[str, FilledMoney]]:
    table = find_table(sheet, *MONEY_COLUMNS, start=rows.start, stop=rows.stop, language=language)
    if table is not None:
        flaws += table.diagnostics
        yield from read_filled_money(table, rows.stop, flaws)


def _year(sheet: Sheet, rows: range) -> int | None:
    """Find the year that a form states above its table; None where there is none, or more than one."""
    years = {found for row in rows for text in sheet.rows[row] for found in _YEAR.findall(comparable(text[:200]))}
    return int(years.pop()) if len(years) == 1 else None


def _grade(sheet: Sheet, rows: range, language: Language) -> Printed:
    """Find the grade, which forms print behind its label, above or below the indicators."""
    labels = lexicon(language).grade_labels
    for row in rows:
        cells = [text.strip() for text in sheet.rows[row] if text.strip()]
        if text := labelled(cells[:_LABEL_CELLS], lambda label: comparable(label) in labels):
            column = next(index for index, cell in enumerate(sheet.rows[row]) if cell.strip().endswith(text))
            return Printed(text, place=sheet.place(row, column))
    return Printed()


def _tables(rows: FilledRows, money: Sequence[tuple[str, FilledMoney]], form: FilledTable) -> Iterator[FilledTable]:
    """Give the form, or, where the lines name several projects, the table of each."""
    projects: dict[str, list[FilledLine]] = {}
    for project, line in rows.lines:
        projects.setdefault(project, []).append(line)
    if len(projects) <= 1:
        lines = tuple(line for _, line in rows.lines)
        yield attrs.evolve(
            form,
            project=next(iter(projects), form.project),
            lines=lines,
            money=tuple(row for _, row in money),
            weight=rows.weight,
            score=rows.score,
        )
        return
    for project, own in projects.items():
        yield FilledTable(project, tuple(own), year=form.year, place=own[0].place)


def _joined(tables: Sequence[FilledTable]) -> Iterator[FilledTable]:
    """Put the money of a project that stands in a sheet of its own into its table."""
    loose = {comparable(table.project): table for table in tables if table.project and table.money and not table.lines}
    wanting = {comparable(table.project) for table in tables if table.lines and not table.money}
    for table in tables:
        name = comparable(table.project)
        if table.lines and not table.money and name in loose:
            yield attrs.evolve(table, money=loose[name].money)
        elif loose.get(name) is not table or name not in wanting:
            yield table
