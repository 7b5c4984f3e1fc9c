"""One line, evaluated by the scalar engine."""

import math
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

import attrs

from perfrules.actuals import Actual, read_actual
from perfrules.columnar.columns import Cell
from perfrules.columnar.results import Result
from perfrules.diagnostics import Code
from perfrules.evaluation import evaluate
from perfrules.readers.printed import read_printed
from perfrules.scoring import Scheme, score
from perfrules.syntax import Language
from perfrules.tables import Indicator
from perfrules.targets import ContextColumns, Target, parse

_HEAVIEST = Fraction(10**8)
"""No line of any table weighs as much: what does is an amount in the wrong column."""

SchemeOf = Callable[[str, int | None], Scheme | None]
"""The scheme for what the column of schemes says and the budget year; None where there is none of that name."""


@attrs.frozen
class Line:
    """The cells of one line; texts are empty where there is none, and other values None."""

    cells: Mapping[str, Cell]

    def text(self, field: str) -> str:
        """Give the cell of a column of texts."""
        return str(self.cells.get(field) or "")


def result_of(line: Line, language: Language, scheme_of: SchemeOf, target: Target | None = None) -> Result:
    """Evaluate one line, and score it where it has a weight. Its `target` is given where it was read already."""
    problems: list[Code] = []
    year = year_of(line, problems)
    target = target or parse(line.text("target"), **context_of(line, year, language))
    actual = read_actual(line.cells.get("actual"), language)
    outcome = evaluate(target, actual, baseline=baseline_of(line.cells.get("baseline"), language))
    weight, judgement = _number(line, "weight", problems), _number(line, "judgement", problems)
    scheme = None if weight is None else scheme_of(line.text("scheme"), year)
    if weight is None or scheme is None:
        missing = [] if weight is None else [Code.SCHEME_UNKNOWN]
        return Result.of(outcome, None, [code.id for code in (*problems, *missing)])
    indicator = Indicator(line.text("name"), target, line.text("category"), line.text("subcategory"))
    points = score(outcome, Fraction(weight), scheme, indicator, judgement)
    return Result.of(outcome, points, [code.id for code in problems])


def context_of(line: Line, year: int | None, language: Language) -> ContextColumns:
    """Give the columns that stand around a target."""
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


def baseline_of(cell: Cell, language: Language) -> Actual | None:
    """Read a baseline; an empty cell is none."""
    return None if cell is None or cell == "" else read_actual(cell, language)


def year_of(line: Line, problems: list[Code]) -> int | None:
    """Read the budget year; what is none is a problem."""
    number = _number(line, "year", problems)
    if number is None:
        return None
    if number == int(number) and 0 < number < 10000:
        return int(number)
    problems.append(Code.CELL_NO_NUMBER)
    return None


def _number(line: Line, field: str, problems: list[Code]) -> Decimal | None:
    number, is_wrong = number_in(line.cells.get(field))
    if is_wrong:
        problems.append(Code.CELL_NO_NUMBER)
    return number


def number_in(cell: Cell) -> tuple[Decimal | None, bool]:
    """Give the number in a cell that has to hold one, and whether it holds something else.

    >>> number_in("10分"), number_in(""), number_in("50%")
    ((Decimal('10'), False), (None, False), (None, True))
    """
    match cell:
        case None:
            return None, False
        case str(text):
            printed = read_printed(text)
            number = None if printed.is_percent else printed.number
            is_empty = not text.strip()
        case float(value):
            number, is_empty = Decimal(repr(value)), math.isnan(value)
        case _:
            number, is_empty = Decimal(cell), False  # type: ignore[arg-type]
    if number is not None and number.is_finite() and 0 <= number <= _HEAVIEST:
        return number, False
    return None, not is_empty
