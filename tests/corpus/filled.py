"""Published rows as tables that are filled in, each a table of its own, so that it can be audited."""

from decimal import Decimal

from corpus.cells import Row, context
from perfrules.actuals import read_actual
from perfrules.readers.printed import read_printed
from perfrules.tables import FilledLine, FilledMoney, FilledTable, Indicator, Printed
from perfrules.targets import parse, parse_quantity
from perfrules.units import Quantity


def line_table(row: Row) -> FilledTable:
    """Give the table of a row of `selfeval.jsonl`."""
    target = parse(row["target"] or "", **context(row))
    indicator = Indicator(row["name"] or "", target, row["level1"] or "", row["level2"] or "")
    return FilledTable(
        "", (FilledLine(indicator, read_actual(row["actual"]), _printed(row, "weight"), _printed(row, "score")),)
    )


def money_table(row: Row) -> FilledTable:
    """Give the table of a row of `selfeval_budget.jsonl`."""
    rate = read_printed(row["rate"] or "")
    money = FilledMoney(
        "年度资金总额",
        _amount(row, "budget_full"),
        _amount(row, "spent"),
        _printed(row, "weight"),
        rate,
        _printed(row, "score"),
    )
    return FilledTable("", money=(money,))


def _printed(row: Row, field: str) -> Printed:
    number = row[field]
    return Printed() if number is None else Printed(str(number), Decimal(str(number)))


def _amount(row: Row, field: str) -> Quantity | None:
    number = row[field]
    return None if number is None else parse_quantity(f"{Decimal(str(number)):f}{row['unit']}")
