"""The tables of a review in its JSON form: those that something was found about."""

from perfrules.comparing.looking import Data, objects, value
from perfrules.comparing.side import SideFinding, SideTable


def review_tables(data: Data) -> tuple[SideTable, ...]:
    """Give a table for each name that findings have.

    Raises:
        MalformedError: Something is not where the form has it.
    """
    tables: dict[str, list[SideFinding]] = {}
    for each in objects(data, "findings"):
        tables.setdefault(value(each, "table", str), []).append(_finding(each))
    return tuple(SideTable(name, findings=tuple(findings)) for name, findings in tables.items())


def _finding(data: Data) -> SideFinding:
    labels = objects(data, "labels")
    rule, subject = value(data, "rule", str), value(data, "subject", str)
    text = f"{rule} {value(data, 'message', str)}"
    return SideFinding(rule, subject, text, value(labels[0], "place", str) if labels else "")
