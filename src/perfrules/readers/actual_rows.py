"""Rows of a sheet of indicators, as reported actual values."""

import re
from decimal import Decimal

from perfrules.actuals import read_actual
from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.readers.foresight import Foresight, read_foresight
from perfrules.readers.headers import Field
from perfrules.readers.table import Record, Table
from perfrules.readers.workbook import UNCALCULATED
from perfrules.tables import Actuals, ReportedActual

ACTUAL_COLUMNS = {Field.INDICATOR, Field.ACTUAL}

ERROR_VALUES = {"#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
"""What a spreadsheet shows in a cell whose formula it cannot work out."""

_SIGN = re.compile(r"[≥≤≧≦=><＝＞＜]+")
_SCORE = re.compile(r"(\d+(?:\.\d+)?)分?")


def read_actual_rows(table: Table, end: int) -> Actuals:
    """Read every row above the row `end` that names an indicator, in order."""
    values: list[ReportedActual] = []
    diagnostics = list(table.diagnostics)
    for record in table.records():
        if record.row >= end:
            break
        if record.is_total or not (record.text(Field.INDICATOR) or record.text(Field.ACTUAL)):
            continue
        if not record.text(Field.INDICATOR):
            label = Label(record.place(Field.INDICATOR))
            diagnostics.append(Diagnostic.of(Code.ROW_WITHOUT_NAME, label, text=record.text(Field.ACTUAL)))
            continue
        text, flaws = actual_text(record)
        judgement, doubts = _judgement(record)
        foresight, unread = read_foresight(record)
        values.append(_reported(record, text, judgement, foresight))
        diagnostics += [*flaws, *doubts, *unread]
    return Actuals(tuple(values), (), tuple(diagnostics))


def _reported(record: Record, text: str, judgement: Decimal | None, foresight: Foresight) -> ReportedActual:
    return ReportedActual(
        indicator=record.text(Field.INDICATOR),
        actual=read_actual(text, record.table.language),
        project=record.text(Field.PROJECT) or record.table.project,
        category=record.text(Field.CATEGORY),
        subcategory=record.text(Field.SUBCATEGORY),
        target_text=_target(record),
        baseline=record.text_with_unit(Field.BASELINE),
        reason=record.text(Field.REASON),
        judgement=judgement,
        through_month=record.through_month(Field.ACTUAL),
        forecast=foresight.forecast,
        causes=foresight.causes,
        likelihood=foresight.likelihood,
        place=record.place(Field.ACTUAL),
    )


def actual_text(record: Record) -> tuple[str, list[Diagnostic]]:
    """Give the text of the actual value; what a spreadsheet could not work out is no value."""
    text = record.text_with_unit(Field.ACTUAL)
    label = Label(record.place(Field.ACTUAL))
    if text == UNCALCULATED:
        return "", [Diagnostic.of(Code.FORMULA_UNCALCULATED, label, name=record.text(Field.INDICATOR))]
    if text in ERROR_VALUES:
        return "", [Diagnostic.of(Code.CELL_ERROR, label, name=record.text(Field.INDICATOR), text=text)]
    return text, []


def _target(record: Record) -> str:
    """Put a target together from its columns: sign, value, unit."""
    text = record.text(Field.TARGET)
    columns = (record.text(Field.SIGN), record.text(Field.DIRECTION))  # either may hold the sign
    sign = next((each for each in columns if _SIGN.fullmatch(each)), "")
    if text and not _SIGN.match(text):
        text = f"{sign}{text}"
    return f"{text}{record.text(Field.UNIT)}" if text[-1:].isdigit() else text


def _judgement(record: Record) -> tuple[Decimal | None, list[Diagnostic]]:
    text = record.text(Field.JUDGEMENT)
    if not text or (found := _SCORE.fullmatch(text)):
        return (Decimal(found[1]) if text and found else None), []
    label = Label(record.place(Field.JUDGEMENT))
    return None, [Diagnostic.of(Code.JUDGEMENT_UNREADABLE, label, name=record.text(Field.INDICATOR), text=text)]
