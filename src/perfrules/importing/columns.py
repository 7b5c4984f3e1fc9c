"""Several columns of targets in one form: the one for the budget year is taken, and it is said which."""

import re

import attrs

from perfrules.diagnostics import Code, Diagnostic
from perfrules.importing.cells import Cell, cells_in
from perfrules.readers.headers import Field, read_header
from perfrules.readers.sheet import Sheet
from perfrules.syntax import Language, fold

_PERIOD = re.compile(r"(?P<year>20\d\d)年度?|(?P<whole>年度|全年|当年)|(?P<part>中期|长期|实施期|总体|半年|上半年)")
_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_STANDARD = Field.TARGET.value
_LONGEST = 30
_FIRST_ROWS = 60


def with_chosen_targets(sheet: Sheet, year: int | None, language: Language, flaws: list[Diagnostic]) -> Sheet:
    """Give the sheet with the chosen column headed 指标值, where rows of headers have several periods.

    The headers may say it in one row (2023年指标值, 2024年指标值) or in two (指标值 over 中期 and 年度). The budget
    year is `year`, or the one year that stands above the headers.
    """
    for row in range(len(sheet.rows)):
        found = [cell for cell in cells_in(sheet, range(row, row + 1)) if len(cell.text) <= _LONGEST]
        if not any(_field(cell.text, language) is Field.INDICATOR for cell in found):
            continue
        choices = _in_one_row(found, language) or _in_two_rows(found, language)
        if len(choices) < 2 and not any(cell.at[0] > row for cell, _ in choices):
            continue
        wanted = _year_above(sheet, row) or year
        chosen = next((cell for cell, period in choices if _fits(period, wanted)), None)
        if chosen is None:
            continue
        others = [cell for cell, _ in choices if cell is not chosen]
        unused = "、".join(cell.one_line for cell in others)
        labels = (chosen.label, *(cell.label for cell in others))
        flaws.append(Diagnostic.of(Code.TARGET_CHOSEN, *labels, used=chosen.one_line, unused=unused))
        sheet = _headed(sheet, row, chosen, others)
    return sheet


def _field(text: str, language: Language) -> Field | None:
    header = read_header(text, language)
    return None if header is None else header.field


def _in_one_row(cells: list[Cell], language: Language) -> list[tuple[Cell, re.Match[str]]]:
    choices = []
    for cell in cells:
        period = _PERIOD.match(fold(cell.one_line))
        if period is not None and _field(fold(cell.one_line)[period.end() :], language) is Field.TARGET:
            choices.append((cell, period))
    return choices


def _in_two_rows(cells: list[Cell], language: Language) -> list[tuple[Cell, re.Match[str]]]:
    over = next((cell for cell in cells if _field(cell.text, language) is Field.TARGET), None)
    if over is None or over.span.columns < 2:
        return []
    row = over.span.row + over.span.rows
    columns = range(over.span.column, over.span.column + over.span.columns)
    under = [cell for cell in cells_in(over.sheet, range(row, row + 1)) if cell.at[1] in columns]
    periods = [(cell, _PERIOD.match(fold(cell.one_line))) for cell in under]
    return [(cell, period) for cell, period in periods if period is not None]


def _fits(period: re.Match[str], year: int | None) -> bool:
    if period["year"]:
        return year is not None and int(period["year"]) == year
    return bool(period["whole"])


def _year_above(sheet: Sheet, row: int) -> int | None:
    rows = range(max(0, row - _FIRST_ROWS), row)
    years = {int(found) for cell in cells_in(sheet, rows) for found in _YEAR.findall(fold(cell.text[:60]))}
    return years.pop() if len(years) == 1 else None


def _headed(sheet: Sheet, row: int, chosen: Cell, others: list[Cell]) -> Sheet:
    """Head the chosen column with the standard name, and each of the others with its own, in one row."""
    rows = [list(texts) for texts in sheet.rows]
    merges = list(sheet.merges)
    if chosen.at[0] > row:  # the second row of headers is part of the first from here on
        for cell in (chosen, *others):
            rows[cell.at[0]][cell.at[1]] = ""
        above = sheet.merge(row, chosen.at[1])
        rows[above.row][above.column] = ""
        merges.remove(above)
    rows[row] += [""] * (max(cell.at[1] for cell in (chosen, *others)) + 1 - len(rows[row]))
    for cell in others:
        rows[row][cell.at[1]] = cell.text
    rows[row][chosen.at[1]] = _STANDARD
    return attrs.evolve(sheet, rows=tuple(map(tuple, rows)), merges=tuple(merges))
