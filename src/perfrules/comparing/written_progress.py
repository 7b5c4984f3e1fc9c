"""The tables of progress in its JSON form: lights, and what they rest on."""

from perfrules.comparing.change import Kind
from perfrules.comparing.looking import Data, objects, optional, text, value
from perfrules.comparing.side import SideLine, SideTable
from perfrules.comparing.written_report import target_of
from perfrules.report.wording import EXECUTION
from perfrules.targets import parse


def progress_tables(data: Data) -> tuple[SideTable, ...]:
    """Give the tables; the money is a line of its own.

    Raises:
        MalformedError: Something is not where the form has it.
    """
    return tuple(map(_table, objects(data, "tables")))


def _table(data: Data) -> SideTable:
    execution, completion = optional(data, "execution", dict), value(data, "completion", dict)
    lines = [_line(each) for each in objects(data, "lines")]
    return SideTable(
        value(data, "name", str),
        optional(data, "year", int),
        tuple(lines if execution is None else [_money(execution), *lines]),
        budget="" if execution is None else text(execution, "budget"),
        values={Kind.METHOD: value(data, "method", str), Kind.LIGHT: value(completion, "light", str)},
    )


def _money(data: Data) -> SideLine:
    values = {Kind.SPENT: text(data, "spent"), Kind.FORECAST: _forecast(data), Kind.LIGHT: value(data, "light", str)}
    return SideLine(EXECUTION, "", "", parse(""), values=values, basis=value(data, "basis", str))


def _line(data: Data) -> SideLine:
    values = {
        Kind.ACTUAL: value(data, "actual", str),
        Kind.FORECAST: _forecast(data),
        Kind.LIGHT: value(data, "light", str),
    }
    name, category, subcategory = (value(data, key, str) for key in ("name", "category", "subcategory"))
    return SideLine(name, category, subcategory, target_of(data), values=values, basis=value(data, "basis", str))


def _forecast(data: Data) -> str:
    """The forecast that the office gave; the one by the pace follows from what was reached."""
    forecast = optional(data, "forecast", dict)
    return "" if forecast is None or not value(forecast, "given", bool) else value(forecast, "text", str)
