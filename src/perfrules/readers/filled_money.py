"""The money of a self-evaluation table that is filled in: the block above its indicators, or a sheet of projects."""

import re
from collections.abc import Iterator

from perfrules.diagnostics import Code, Diagnostic
from perfrules.names import comparable
from perfrules.readers.headers import Field
from perfrules.readers.printed import read_printed
from perfrules.readers.spending_rows import read_amount
from perfrules.readers.table import Record, Table
from perfrules.tables import FilledMoney, Printed

MONEY_COLUMNS = (
    {Field.SPENT, Field.ADJUSTED, Field.JUDGEMENT},
    {Field.SPENT, Field.INITIAL, Field.JUDGEMENT},
    {Field.SPENT, Field.RATE},
)

_AMOUNTS = (Field.INITIAL, Field.ADJUSTED, Field.SPENT)
_IS_MONEY = re.compile("资金|拨款|总额|结转|预算|经费|补助|债券|收入|合计|总计")
_POINTS_IN_HEADER = re.compile(r"\((\d{1,3})分")


def read_filled_money(table: Table, end: int, flaws: list[Diagnostic]) -> Iterator[tuple[str, FilledMoney]]:
    """Read the rows of money above the row `end`, each with its project, where a column or the form names one."""
    for record in table.records():
        name = _name(record)
        if record.row >= end or not _belongs(record, name):
            return
        if any(map(record.text, (*_AMOUNTS, Field.RATE, Field.JUDGEMENT))):
            yield record.text(Field.PROJECT) or table.project, _row(record, name, flaws)


def _name(record: Record) -> str:
    """Give what the row is called: its project, or the last text to the left of its first amount."""
    if name := record.text(Field.PROJECT):
        return name
    first = min(record.table.columns[field].index for field in _AMOUNTS if field in record.table.columns)
    cells = [text.strip() for text in record.table.sheet.rows[record.row][:first] if text.strip()]
    return cells[-1] if cells else "年度资金总额"


def _belongs(record: Record, name: str) -> bool:
    """Whether the row is still one of money: by its name, or by a number where an amount should be."""
    if record.text(Field.PROJECT) or _IS_MONEY.search(name):
        return True
    return any(read_printed(record.text(field)).number is not None for field in _AMOUNTS)


def _row(record: Record, name: str, flaws: list[Diagnostic]) -> FilledMoney:
    problems: list[Diagnostic] = []
    initial, adjusted, spent = (read_amount(record, field, name, problems) for field in _AMOUNTS)
    flaws += (each for each in problems if each.code is not Code.AMOUNT_WITHOUT_UNIT)  # a rate needs no unit
    return FilledMoney(
        name,
        adjusted if Field.ADJUSTED in record.table.columns else initial,
        spent,
        _weight(record),
        read_printed(record.text(Field.RATE), record.place(Field.RATE)),
        read_printed(record.text(Field.JUDGEMENT), record.place(Field.JUDGEMENT)),
        record.text(Field.REASON),
        record.place(Field.JUDGEMENT if Field.JUDGEMENT in record.table.columns else Field.SPENT),
    )


def _weight(record: Record) -> Printed:
    """Read the points that the rate can get; some forms have them in the header: 得分（20分×执行率）."""
    column = record.table.columns.get(Field.JUDGEMENT)
    if Field.WEIGHT in record.table.columns or column is None:
        return read_printed(record.text(Field.WEIGHT), record.place(Field.WEIGHT))
    row = record.table.header_row
    found = _POINTS_IN_HEADER.search(comparable(record.table.sheet.text(row, column.index)))
    return read_printed(found[1], record.table.sheet.place(row, column.index)) if found else Printed()
