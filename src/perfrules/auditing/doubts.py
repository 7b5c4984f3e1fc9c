"""What makes a table that is filled in look too good to be true: no mistake, but worth a look at the evidence."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from perfrules.auditing.recount import CountedLine
from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.report.wording import percent_text
from perfrules.tables import FilledTable

_FEW = 5
"""Fewer lines may well all be met exactly."""

_LITTLE = Fraction(1, 2)
"""What part of the budget is little for a year. No document gives the number."""


def doubts(table: FilledTable, lines: Sequence[CountedLine]) -> Iterator[Diagnostic]:
    """Doubt full marks for everything where little was spent, and numbers that all are exactly what was asked for.

    >>> list(doubts(FilledTable("例"), []))
    []
    """
    place = () if table.place is None else (Label(table.place),)
    name = table.project or "这张表"
    rate, marks = _rate(table), [each.line for each in lines if each.line.weight.number]
    if rate is not None and rate < _LITTLE and marks and all(each.score.number == each.weight.number for each in marks):
        yield Diagnostic.of(Code.FULL_MARKS_WITHOUT_MONEY, *place, name=name, rate=percent_text(rate))
    rates = [each.outcome.attainment for each in lines if each.outcome.attainment is not None]
    if len(rates) >= _FEW and set(rates) == {1}:
        yield Diagnostic.of(Code.ALL_EXACTLY_MET, *place, name=name, count=len(rates))


def _rate(table: FilledTable) -> Fraction | None:
    whole = table.whole
    if whole is None or whole.budget is None or whole.spent is None or not whole.budget.canonical:
        return None
    return whole.spent.canonical / whole.budget.canonical
