"""The indicators of a self-evaluation table that is filled in: rows of a form, to the total row and the grade."""

import re
from collections.abc import Sequence

import attrs

from perfrules.actuals import read_actual
from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.names import comparable
from perfrules.readers.actual_rows import actual_text
from perfrules.readers.headers import Field, lexicon
from perfrules.readers.printed import read_printed
from perfrules.readers.table import Record, Table, form_end
from perfrules.source import CellPlace
from perfrules.tables import FilledLine, Indicator, Printed
from perfrules.targets import parse

LINE_COLUMNS = ({Field.INDICATOR, Field.ACTUAL, Field.JUDGEMENT}, {Field.INDICATOR, Field.TARGET, Field.JUDGEMENT})

_FILLED = (Field.TARGET, Field.ACTUAL, Field.WEIGHT, Field.JUDGEMENT)
_DIRECTIONS = {"正向", "反向"}
_POINTS_IN_NAME = re.compile(r"\((\d{1,3}(?:\.\d{1,2})?)分\)$")


@attrs.frozen
class FilledRows:
    """What the rows below a header hold: lines with their projects, the total row, and where it all ends.

    `end` is the row after the last one, where another form may begin.
    """

    lines: tuple[tuple[str, FilledLine], ...]
    weight: Printed
    score: Printed
    end: int
    diagnostics: tuple[Diagnostic, ...] = ()


def read_filled_rows(table: Table, year: int | None) -> FilledRows:
    """Read the rows until another form begins."""
    lines: list[tuple[str, FilledLine]] = []
    flaws: list[Diagnostic] = []
    weight = score = Printed()
    end = form_end(table)
    for record in table.records():
        if record.row >= end:
            break
        cells = _cells(record)
        if _without_points(cells[0]) in lexicon(table.language).grand_totals:
            weight, score = _totals(record, cells)
        elif _is_nameless(record):
            flaws.append(
                Diagnostic.of(
                    Code.ROW_WITHOUT_NAME, Label(record.place(Field.INDICATOR)), text=record.text(Field.JUDGEMENT)
                )
            )
        elif _is_line(record):
            lines.append((record.text(Field.PROJECT) or table.project, _line(record, year, flaws)))
    return FilledRows(tuple(lines), weight, score, end, tuple(flaws))


def _cells(record: Record) -> list[str]:
    """The filled cells of a row, without those that its merged cells continue from above."""
    return [text.strip() for text in record.table.sheet.rows[record.row] if text.strip()]


def _is_line(record: Record) -> bool:
    """Whether the row is an indicator with something filled in; not a sum."""
    return not record.is_total and bool(record.text(Field.INDICATOR)) and any(map(record.text, _FILLED))


def _is_nameless(record: Record) -> bool:
    """Whether an indicator is filled in that has no name; what stands below a form has no score."""
    filled = [record.text(field) for field in (Field.INDICATOR, Field.ACTUAL, Field.JUDGEMENT)]
    return not filled[0] and all(filled[1:]) and not record.is_total


def _without_points(text: str) -> str:
    """Give a name without the points behind it: 总分（100分）."""
    return _POINTS_IN_NAME.sub("", comparable(text))


def _totals(record: Record, cells: Sequence[str]) -> tuple[Printed, Printed]:
    """Read weight and score of the total row; a form that merges their cells has the score last."""
    weight, score = (_printed(record, field) for field in (Field.WEIGHT, Field.JUDGEMENT))
    if score.is_blank and len(cells) > 1 and cells[-1] != weight.text:
        last = read_printed(cells[-1], _place_of(record, cells[-1]))
        score = last if last.number is not None else score
    return weight, score


def _place_of(record: Record, text: str) -> CellPlace:
    row = [cell.strip() for cell in record.table.sheet.rows[record.row]]
    found = [index for index, cell in enumerate(row) if cell.endswith(text)]
    return record.table.sheet.place(record.row, found[-1] if found else 0)


def _printed(record: Record, field: Field) -> Printed:
    return read_printed(record.text(field), record.place(field))


def _line(record: Record, year: int | None, flaws: list[Diagnostic]) -> FilledLine:
    sign, direction = _sign_and_direction(record)
    name, category, subcategory = (record.text(field) for field in (Field.INDICATOR, Field.CATEGORY, Field.SUBCATEGORY))
    target = parse(
        record.text(Field.ADJUSTED_TARGET) or record.text(Field.TARGET),
        sign=sign,
        direction=direction,
        unit=record.text(Field.UNIT),
        name=name,
        category=category,
        subcategory=subcategory,
        year=year,
        language=record.table.language,
    )
    weight = _weight(record)
    actual, unread = actual_text(record)
    flaws += unread
    return FilledLine(
        Indicator(name, target, category, subcategory, weight=weight.number, place=record.place(Field.TARGET)),
        read_actual(actual, record.table.language),
        weight,
        _printed(record, Field.JUDGEMENT),
        record.text_with_unit(Field.BASELINE),
        record.text(Field.REASON),
        record.place(Field.ACTUAL),
    )


def _sign_and_direction(record: Record) -> tuple[str, str]:
    """Tell the two apart by what they hold: forms put either under 指标性质 and under 指标方向."""
    texts = [record.text(Field.SIGN), record.text(Field.DIRECTION)]
    directions = [text for text in texts if text in _DIRECTIONS]
    signs = [text for text in texts if text and text not in _DIRECTIONS]
    return signs[-1] if signs else "", directions[0] if directions else ""


def _weight(record: Record) -> Printed:
    """Read the points that the line can get; a form without a column for them has them behind the name: 甲（20分）."""
    if Field.WEIGHT in record.table.columns:
        return _printed(record, Field.WEIGHT)
    found = _POINTS_IN_NAME.search(comparable(record.text(Field.INDICATOR)))
    return read_printed(found[1], record.place(Field.INDICATOR)) if found else Printed()
