"""Lines that are evaluated one by one by the scalar engine: each distinct one once."""

import math
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from perfrules.actuals import Actual, read_actual
from perfrules.columnar.columns import Columns
from perfrules.columnar.results import Result
from perfrules.diagnostics import Code
from perfrules.evaluation import evaluate
from perfrules.readers.printed import read_printed
from perfrules.scoring import Scheme, score
from perfrules.syntax import Language
from perfrules.tables import Indicator
from perfrules.targets import ContextColumns, parse

_HEAVIEST = Fraction(10**12)
"""No line of any table weighs as much: what does is an amount in the wrong column."""

Indexes = npt.NDArray[np.int32]
Cell = str | int | float | Decimal | bool | date | None
SchemeOf = Callable[[str, int | None], Scheme | None]
"""The scheme for what the column of schemes says and the budget year; None where there is none of that name."""


@attrs.frozen
class Line:
    """The cells of one line; texts are empty where there is none, and other values None."""

    cells: Mapping[str, Cell]

    def text(self, field: str) -> str:
        """Give the cell of a column of texts."""
        return str(self.cells.get(field) or "")


def result_of(line: Line, language: Language, scheme_of: SchemeOf) -> Result:
    """Evaluate one line, and score it where it has a weight."""
    problems: list[Code] = []
    year = _year(line, problems)
    target = parse(line.text("target"), **_context(line, year, language))
    actual = read_actual(line.cells.get("actual"), language)
    outcome = evaluate(target, actual, baseline=_baseline(line.cells.get("baseline"), language))
    weight, judgement = _number(line, "weight", problems), _number(line, "judgement", problems)
    scheme = None if weight is None else scheme_of(line.text("scheme"), year)
    if weight is None or scheme is None:
        missing = [] if weight is None else [Code.SCHEME_UNKNOWN]
        return Result.of(outcome, None, [code.id for code in (*problems, *missing)])
    indicator = Indicator(line.text("name"), target, line.text("category"), line.text("subcategory"))
    points = score(outcome, Fraction(weight), scheme, indicator, judgement)
    return Result.of(outcome, points, [code.id for code in problems])


def _context(line: Line, year: int | None, language: Language) -> ContextColumns:
    return {
        "sign": line.text("sign"),
        "unit": line.text("unit"),
        "direction": line.text("direction"),
        "name": line.text("name"),
        "category": line.text("category"),
        "subcategory": line.text("subcategory"),
        "basis": line.text("basis"),
        "year": year,
        "language": language,
    }


def _baseline(cell: Cell, language: Language) -> Actual | None:
    return None if cell is None or cell == "" else read_actual(cell, language)


def _year(line: Line, problems: list[Code]) -> int | None:
    number = _number(line, "year", problems)
    if number is None:
        return None
    if number == int(number) and 0 < number < 10000:
        return int(number)
    problems.append(Code.CELL_NO_NUMBER)
    return None


def _number(line: Line, field: str, problems: list[Code]) -> Decimal | None:
    """Give the number in a cell that has to hold one, None where it is empty or holds none."""
    match line.cells.get(field):
        case None:
            return None
        case str(text):
            printed = read_printed(text)
            number = None if printed.is_percent else printed.number
            is_empty = not text.strip()
        case float(cell):
            number, is_empty = Decimal(repr(cell)), math.isnan(cell)
        case cell:
            number, is_empty = Decimal(cell), False  # type: ignore[arg-type]
    if number is not None and number.is_finite() and 0 <= number <= _HEAVIEST:
        return number
    if not is_empty:
        problems.append(Code.CELL_NO_NUMBER)
    return None


def distinct(columns: Columns) -> tuple[list[Line], Indexes]:
    """Give the distinct lines of a batch, and for each row which of them it is."""
    fields = list(columns.by_field)
    cells = [values(columns.by_field[field]) for field in fields]
    known: dict[tuple[Cell, ...], int] = {}
    which = (known.setdefault(row, len(known)) for row in zip(*cells, strict=True))
    indexes = np.fromiter(which, np.int32, columns.length)
    return [Line(dict(zip(fields, row, strict=True))) for row in known], indexes


def values(array: pa.Array) -> list[Cell]:
    """Give the values of a column as Python has them. A short float is the number that is written the shortest.

    >>> values(pa.array([0.1, None], pa.float32()))
    [Decimal('0.1'), None]
    """
    if array.type in {pa.float16(), pa.float32()}:
        found = array.to_numpy(zero_copy_only=False)
        known = array.is_valid().to_pylist()
        return [Decimal(str(number)) if here else None for number, here in zip(found, known, strict=True)]
    cells: list[Cell] = array.to_pylist()
    return cells
