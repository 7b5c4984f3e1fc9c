"""What a monitoring form (运行监控表) asks beside the value so far: the forecast, the causes, the likelihood."""

import re
from enum import Enum
from typing import TypeVar

import attrs

from perfrules.actuals import Actual, NotReported, read_actual
from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.names import comparable
from perfrules.readers.headers import Field
from perfrules.readers.table import Record
from perfrules.tables import Cause, Likelihood

_TICKED = {"√", "✓", "✔", "☑", "■", "v", "V", "是", "1", "Y", "y", "○", "●", "*"}
_NOT_TICKED = {"", "□", "☐", "×", "否", "0", "/", "-", "无"}
_SEPARATORS = re.compile(r"[、,;/和及\s]+")
_CAUSES = {
    Field.CAUSE_FUNDS: Cause.FUNDS,
    Field.CAUSE_RULES: Cause.RULES,
    Field.CAUSE_STAFF: Cause.STAFF,
    Field.CAUSE_EQUIPMENT: Cause.EQUIPMENT,
    Field.CAUSE_OTHER: Cause.OTHER,
}
_LIKELIHOODS = {
    Field.CERTAIN: Likelihood.CERTAIN,
    Field.POSSIBLE: Likelihood.POSSIBLE,
    Field.IMPOSSIBLE: Likelihood.IMPOSSIBLE,
}
_Choice = TypeVar("_Choice", bound=Enum)


@attrs.frozen
class Foresight:
    """The forecast for the year, None where the cell is empty; the causes and the likelihood, as ticked or written."""

    forecast: Actual | None = None
    causes: tuple[Cause, ...] = ()
    likelihood: Likelihood | None = None


def read_foresight(record: Record) -> tuple[Foresight, list[Diagnostic]]:
    """Read the columns of one row. What is none of the answers of the form is a diagnostic, and left out."""
    flaws: list[Diagnostic] = []
    text = record.text_with_unit(Field.FORECAST)
    forecast = read_actual(text, record.table.language) if text else None
    causes = [*_written(record, Field.CAUSE, Cause, flaws), *_ticked(record, _CAUSES, flaws)]
    likelihoods = [*_written(record, Field.LIKELIHOOD, Likelihood, flaws), *_ticked(record, _LIKELIHOODS, flaws)]
    likelihoods = list(dict.fromkeys(likelihoods))
    if len(likelihoods) > 1:
        text = "、".join(each.value for each in likelihoods)
        flaws.append(_flaw(record, Field.LIKELIHOOD, text, Likelihood))
    found = Foresight(
        None if forecast is None or isinstance(forecast.value, NotReported) else forecast,
        tuple(dict.fromkeys(causes)),
        likelihoods[0] if len(likelihoods) == 1 else None,
    )
    return found, flaws


def _written(record: Record, field: Field, choices: type[_Choice], flaws: list[Diagnostic]) -> list[_Choice]:
    """Read the answers written in one cell: 经费保障、人员保障."""
    text = record.text(field)
    parts = [part for part in _SEPARATORS.split(comparable(text)) if part not in _NOT_TICKED]
    known = {each.value: each for each in choices}
    if all(part in known for part in parts):
        return [known[part] for part in parts]
    flaws.append(_flaw(record, field, text, choices))
    return []


def _ticked(record: Record, columns: dict[Field, _Choice], flaws: list[Diagnostic]) -> list[_Choice]:
    """Read the answers that have a column of their own, by the marks in it; other text is not taken for a mark."""
    found = []
    for field, choice in columns.items():
        text = comparable(record.text(field))
        if text in _TICKED or text == choice.value:
            found.append(choice)
        elif text not in _NOT_TICKED:
            flaws.append(_flaw(record, field, text, type(choice)))
    return found


def _flaw(record: Record, field: Field, text: str, choices: type[Enum]) -> Diagnostic:
    return Diagnostic.of(
        Code.ANSWER_UNREADABLE,
        Label(record.place(field)),
        name=record.text(Field.INDICATOR),
        field=field.value,
        text=text,
        known="、".join(str(each.value) for each in choices),
    )
