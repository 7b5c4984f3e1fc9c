"""Several columns of targets in one form: the one for the budget year is taken, and it is said which."""

import re

import attrs

from perfrules.diagnostics import Code, Diagnostic
from perfrules.importing.cells import Cell, cells_in
from perfrules.importing.labels import Item, is_called
from perfrules.readers.headers import Field, read_header
from perfrules.readers.sheet import Sheet
from perfrules.syntax import Language, fold

_PERIOD = re.compile(
    r"(?P<year>20\d\d)年度?(?![-~至到])|(?P<whole>年度|全年|当年|本年度?)"
    r"|(?P<part>中期|长期|近期|远期|实施期|总体|上?半年|第?[一二三四1-4]季度|20\d\d年?[-~至到]20\d\d年度?|\d{1,2}[-~至到]\d{1,2}月)"
)
_BRACKET = re.compile(r"\(([^()]*)\)$")
_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_STANDARD = Field.TARGET.value
_LONGEST = 30
_FIRST_ROWS = 60


def with_chosen_targets(sheet: Sheet, year: int | None, language: Language, flaws: list[Diagnostic]) -> Sheet:
    """Give the sheet with the chosen column headed 指标值, where rows of headers have periods.

    The headers may say it in one row (2023年指标值, 2024年指标值) or in two (指标值 over 中期 and 年度). The budget
    year is `year`, or the one year that stands above the headers. Where it does not say which column is meant, none is.
    """
    for row in range(len(sheet.rows)):
        found = [cell for cell in cells_in(sheet, range(row, row + 1)) if len(cell.text) <= _LONGEST]
        if not any(_field(cell.text, language) is Field.INDICATOR for cell in found):
            continue
        if tier_cells := _tiers_below(found):
            sheet = _headed(sheet, row, None, tier_cells)
            continue
        choices = _in_two_rows(found, language) or _in_one_row(found, language)
        if not choices:
            continue
        wanted = _year_above(sheet, row) or year
        is_one = sum(bool(period["year"]) for _, period in choices) == 1
        fitting = [cell for cell, period in choices if _fits(period, wanted, is_one)]
        if len(fitting) != 1:
            labels = [cell.label for cell, _ in choices]
            names = "、".join(cell.one_line for cell, _ in choices)
            flaws.append(Diagnostic.of(Code.TARGET_COLUMN_UNKNOWN, *labels, columns=names))
        chosen = fitting[0] if len(fitting) == 1 else None
        others = [cell for cell, _ in choices if cell is not chosen]
        if chosen is not None and others:
            unused = "、".join(cell.one_line for cell in others)
            labels = [chosen.label, *(cell.label for cell in others)]
            flaws.append(Diagnostic.of(Code.TARGET_CHOSEN, *labels, used=chosen.one_line, unused=unused))
        sheet = _headed(sheet, row, chosen, others)
    return sheet


def _field(text: str, language: Language) -> Field | None:
    header = read_header(text, language)
    return None if header is None else header.field


def _in_one_row(cells: list[Cell], language: Language) -> list[tuple[Cell, re.Match[str]]]:
    """Find headers that begin with a period (年度指标值), or have one in brackets (指标值（全年）)."""
    choices = []
    for cell in cells:
        text = fold(cell.one_line).strip()
        bracket = _BRACKET.search(text)
        period = _PERIOD.match(text)
        rest = "" if period is None else text[period.end() :]
        if period is None and bracket is not None:
            period, rest = _PERIOD.fullmatch(bracket[1].strip()), text[: bracket.start()]
        if period is not None and rest and _field(rest, language) is Field.TARGET:
            choices.append((cell, period))
    return choices


def _in_two_rows(cells: list[Cell], language: Language) -> list[tuple[Cell, re.Match[str]]]:
    """Find periods under the header of targets; a file that knows no merged cells leaves those beside it blank."""
    over = next((cell for cell in cells if _field(cell.text, language) is Field.TARGET), None)
    if over is None:
        return []
    row = over.span.row + over.span.rows
    if row >= len(over.sheet.rows):
        return []
    under = list(cells_in(over.sheet, range(row, row + 1)))
    if over.span.columns > 1:
        columns = range(over.span.column, over.span.column + over.span.columns)
        under = [cell for cell in under if cell.at[1] in columns]
    elif {cell.at[1] for cell in under[1:]} & {cell.at[1] for cell in cells} or _first(under) != over.at[1]:
        return []
    periods = [(cell, _PERIOD.match(fold(cell.one_line))) for cell in under]
    found = [(cell, period) for cell, period in periods if period is not None]
    return found if over.span.columns > 1 or len(found) == len(under) else []


def _tiers_below(cells: list[Cell]) -> list[Cell]:
    """Find 优, 良, 中 and 差 under a header of several columns."""
    for over in cells:
        row = over.span.row + over.span.rows
        if over.span.columns > 1 and row < len(over.sheet.rows):
            columns = range(over.span.column, over.span.column + over.span.columns)
            under = [cell for cell in cells_in(over.sheet, range(row, row + 1)) if cell.at[1] in columns]
            if len(under) > 1 and all(is_called(Item.TIER, cell.text) for cell in under):
                return under
    return []


def _first(cells: list[Cell]) -> int | None:
    return cells[0].at[1] if cells else None


def _fits(period: re.Match[str], year: int | None, is_one: bool) -> bool:
    """Whether a column is that of the year; the only one that names a year is, unless another year is known."""
    if period["year"]:
        return int(period["year"]) == year or (is_one and year is None)
    return bool(period["whole"])


def _year_above(sheet: Sheet, row: int) -> int | None:
    rows = range(max(0, row - _FIRST_ROWS), row)
    years = {int(found) for cell in cells_in(sheet, rows) for found in _YEAR.findall(fold(cell.text[:60]))}
    return years.pop() if len(years) == 1 else None


def _headed(sheet: Sheet, row: int, chosen: Cell | None, others: list[Cell]) -> Sheet:
    """Head the chosen column with the standard name, and each of the others with its own, in one row."""
    rows = [list(texts) for texts in sheet.rows]
    merges = list(sheet.merges)
    cells = [*others, *([] if chosen is None else [chosen])]
    if cells[0].at[0] > row:  # the second row of headers is part of the first from here on
        for cell in cells:
            rows[cell.at[0]][cell.at[1]] = ""
        above = sheet.merge(row, min(cell.at[1] for cell in cells))
        rows[above.row][above.column] = ""
        merges = [merge for merge in merges if merge != above]
    rows[row] += [""] * (max(cell.at[1] for cell in cells) + 1 - len(rows[row]))
    for cell in others:
        name, _, period = fold(cell.one_line).strip().partition("(")
        # The name alone would head a column of targets, which the period in front keeps it from.
        rows[row][cell.at[1]] = f"{period.rstrip(')')}{name}" if period else cell.text
    if chosen is not None:
        rows[row][chosen.at[1]] = _STANDARD
    return attrs.evolve(sheet, rows=tuple(map(tuple, rows)), merges=tuple(merges))
