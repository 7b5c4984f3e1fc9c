"""The tables of an audit in its JSON form: what was filled in, what it should be, and how the two stand."""

from perfrules.auditing import Standing
from perfrules.comparing.change import Kind
from perfrules.comparing.looking import Data, MalformedError, number, objects, optional, text, value
from perfrules.comparing.side import SideLine, SideTable
from perfrules.comparing.written_report import target_of
from perfrules.report.wording import range_text
from perfrules.targets import parse

_LABELS = {standing.name.lower(): standing.value for standing in Standing}


def audit_tables(data: Data) -> tuple[SideTable, ...]:
    """Give the tables; each row of the money is a line of its own.

    Raises:
        MalformedError: Something is not where the form has it.
    """
    return tuple(map(_table, objects(data, "tables")))


def _table(data: Data) -> SideTable:
    lines = (*map(_money, objects(data, "money")), *map(_line, objects(data, "lines")))
    return SideTable(
        value(data, "project", str),
        optional(data, "year", int),
        lines,
        scheme=value(data, "scheme", str),
        # What was filled in has no reason but the one who did it.
        values={Kind.TOTAL: text(data, "printed_total"), Kind.GRADE: text(data, "printed_grade")},
    )


def _money(data: Data) -> SideLine:
    values = {Kind.BUDGET: text(data, "budget"), Kind.SPENT: text(data, "spent"), **_scores(data)}
    return SideLine(value(data, "name", str), "", "", parse(""), values=values, place=text(data, "place"))


def _line(data: Data) -> SideLine:
    name, category, subcategory = (value(data, key, str) for key in ("name", "category", "subcategory"))
    values = {Kind.ACTUAL: value(data, "actual", str), **_scores(data)}
    return SideLine(name, category, subcategory, target_of(data), values=values, place=text(data, "place"))


def _scores(data: Data) -> dict[Kind, str]:
    score, standing = value(data, "score", dict), value(data, "standing", str)
    if standing not in _LABELS:
        raise MalformedError("standing")
    return {
        Kind.WEIGHT: text(data, "weight"),
        Kind.PRINTED: text(data, "printed"),
        Kind.COMPUTED: f"{range_text(number(score, 'low'), number(score, 'high'))}分",
        Kind.STANDING: _LABELS[standing],
    }
