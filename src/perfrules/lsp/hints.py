"""What cells leave out, shown beside them: the operator that is meant, the weight that the scheme gives."""

from collections.abc import Iterator

from lsprotocol import types

from perfrules.lsp.document import Document
from perfrules.lsp.marks import cell_of
from perfrules.lsp.protocol import position_of
from perfrules.lsp.reading import Reading
from perfrules.report.wording import decimal_text
from perfrules.scoring import Scheme, divide_weights
from perfrules.tables import GoalTable, Indicator
from perfrules.targets import Target

_WRITTEN = ("cell", None)


def hints(reading: Reading, document: Document, first: int, last: int) -> list[types.InlayHint]:
    """Give the hints between two lines."""
    return [hint for table in reading.content.goal_tables for hint in _of_table(reading, document, table, first, last)]


def _of_table(
    reading: Reading, document: Document, table: GoalTable, first: int, last: int
) -> Iterator[types.InlayHint]:
    shown = [
        (position, indicator, found[1].place.span, number)
        for position, indicator in enumerate(table.indicators)
        if (found := cell_of(document, indicator)) is not None
        and (number := document.line_number(found[0].source)) is not None
        and first <= number <= last
    ]
    if not shown:
        return
    scheme = reading.ruleset.scheme_for(table)
    weights = divide_weights(table, scheme)
    for position, indicator, cell, number in shown:
        if (operator := _operator(indicator.target)) and cell.start < cell.end:
            before = position_of(document.within(number, cell.start, cell.start).start)
            note = indicator.target.assumption
            yield types.InlayHint(before, operator, tooltip=note or None, padding_right=False)
        if indicator.weight is None:
            after = position_of(document.within(number, cell.end, cell.end).end)
            yield _weight(after, decimal_text(weights[position]), indicator, scheme)


def _weight(where: types.Position, weight: str, indicator: Indicator, scheme: Scheme) -> types.InlayHint:
    note = f"“{indicator.name}”没有写分值，这是“{scheme.name}”分给它的"
    return types.InlayHint(where, f"{weight}分", tooltip=note, padding_left=True)


def _operator(target: Target) -> str:
    """Give the operator that a cell does not write and that was read elsewhere."""
    form = target.to_dict()
    return "" if form.get("op_from") in _WRITTEN else str(form.get("op") or "")
