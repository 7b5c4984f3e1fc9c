"""The sums of a table that is filled in, where some indicators may not apply (不适用)."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from perfrules.scoring import Inapplicable, Scheme, is_inapplicable
from perfrules.tables import FilledLine, FilledTable, Printed


def is_dropped(line: FilledLine) -> bool:
    """Whether a line does not apply and got no points: it takes no part in the score."""
    return is_inapplicable(line.actual) and not line.score.number


def weight_sums(table: FilledTable) -> set[Fraction]:
    """Give what the weights may add up to: with those of dropped lines, and without.

    Offices do either: they leave the weights as they are, or share out those of dropped lines among the others.
    """
    money = [row.weight for row in table.money if not row.weight.is_blank]
    counted = [line.weight for line in table.lines if not is_dropped(line)]
    dropped = [line.weight for line in table.lines if is_dropped(line) and not line.weight.is_blank]
    sums = (added([*counted, *money]), added([*counted, *dropped, *money]))
    return {each for each in sums if each is not None}


def score_sum(table: FilledTable) -> Fraction | None:
    """Add up the printed scores; None where one is missing.

    >>> score_sum(FilledTable("例")) is None
    True
    """
    lines = (line.score for line in table.lines if not (is_dropped(line) and line.score.is_blank))
    return added([*(row.score for row in table.money if not row.score.is_blank), *lines])


def full_mark(table: FilledTable) -> Fraction | None:
    """Give the points that the table is out of: those of the total row, or else all weights together."""
    if table.weight.number is not None:
        return Fraction(table.weight.number)
    return max(weight_sums(table), default=None)


def making_up(table: FilledTable, scheme: Scheme) -> Fraction:
    """Give what the score is multiplied by to make up for lines that do not apply; 1 where the scheme has no such."""
    if scheme.inapplicable is not Inapplicable.RESCALED or not any(map(is_dropped, table.lines)):
        return Fraction(1)
    full, rest = full_mark(table), min(weight_sums(table), default=None)
    return full / rest if full and rest and full > rest else Fraction(1)


def added(printed: Iterable[Printed]) -> Fraction | None:
    """Add up printed numbers; None where one is missing, or there is none."""
    numbers = [each.number for each in printed]
    known = [number for number in numbers if number is not None]
    return Fraction(sum(known, Decimal(0))) if known and len(known) == len(numbers) else None
