"""Rows of a sheet of spending, as reported spending."""

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.readers.headers import QUARTERS, Field
from perfrules.readers.table import Record, Table
from perfrules.tables import Actuals, ReportedSpending
from perfrules.targets import parse_quantity
from perfrules.units import Quantity

SPENDING_COLUMNS = ({Field.PROJECT, Field.SPENT}, {Field.PROJECT, Field.ADJUSTED}, {Field.PROJECT, Field.INITIAL})
WHOLE_COLUMNS = ({Field.SPENT, Field.ADJUSTED}, {Field.SPENT, Field.INITIAL})

_MONEY = (("货币", 1),)
_NOTHING = {"", "-", "—", "/", "无"}


def read_spending_rows(table: Table) -> Actuals:
    """Read every row that names a project, in order."""
    spending: list[ReportedSpending] = []
    diagnostics = list(table.diagnostics)
    for record in table.records():
        if not record.is_total:
            row, flaws = _reported(record, record.text(Field.PROJECT))
            spending.append(row)
            diagnostics += flaws
    return Actuals((), tuple(spending), tuple(diagnostics))


def read_whole(table: Table, project: str, end: int) -> Actuals:
    """Read the block of money that a form has above the row `end`: its first row is the whole, the others are parts."""
    for record in table.records():
        if record.row < end and any(map(record.text, (Field.SPENT, Field.ADJUSTED, Field.INITIAL))):
            row, flaws = _reported(record, project)
            return Actuals((), (row,), (*table.diagnostics, *flaws))
    return Actuals()


def _reported(record: Record, project: str) -> tuple[ReportedSpending, list[Diagnostic]]:
    flaws: list[Diagnostic] = []
    fields = (Field.INITIAL, Field.ADJUSTED, Field.SPENT, Field.FORECAST_SPENT, *QUARTERS)
    initial, adjusted, spent, forecast, *quarters = (read_amount(record, field, project, flaws) for field in fields)
    place = record.place(Field.PROJECT if Field.PROJECT in record.table.columns else Field.SPENT)
    has_quarters = any(quarter is not None for quarter in quarters)
    row = ReportedSpending(
        project,
        initial,
        adjusted,
        spent,
        tuple(quarters) if has_quarters else (),
        through_month=record.through_month(Field.SPENT),
        forecast=forecast,
        place=place,
    )
    return row, flaws


def read_amount(record: Record, field: Field, name: str, flaws: list[Diagnostic]) -> Quantity | None:
    """Read an amount of money of what `name` calls, None where there is none; what is wrong is added to `flaws`."""
    text = record.text_with_unit(field, record.table.unit)
    if text in _NOTHING:
        return None
    label = Label(record.place(field))
    quantity = parse_quantity(text)
    if quantity is None or quantity.unit.dimension not in (_MONEY, ()):
        flaws.append(Diagnostic.of(Code.AMOUNT_UNREADABLE, label, name=name, field=field.value, text=text))
        return None
    if not quantity.unit.dimension:
        flaws.append(Diagnostic.of(Code.AMOUNT_WITHOUT_UNIT, label, name=name, field=field.value, text=text))
    return quantity
