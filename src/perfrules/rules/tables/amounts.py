"""The money of a goal table: budget, calculation, payment plan."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from perfrules import targets
from perfrules.diagnostics import Code
from perfrules.rules.text.fields import value_of
from perfrules.rules.text.lines import Piece, piece
from perfrules.rules.text.outline import Entry, Problems
from perfrules.syntax import Language, fold
from perfrules.tables import Budget, Calculation, FundingSource
from perfrules.units import Dimension, Quantity

QUARTERS = 4
_PERCENT = re.compile(r"(\d{1,4}(?:\.\d{1,10})?)%|0+(?:\.0+)?")
_PLAN_PART = re.compile(r"[^\s、,;，；\u3000]+")
_FACTOR = re.compile(r"[^×*xX✕]+")


def read_budget(total: Entry | None, purpose: str, problems: Problems) -> Budget:
    """Read the budget line, with its parts by source under it."""
    if total is None:
        return Budget(purpose=purpose)
    sources = tuple(
        FundingSource(child.label.removeprefix("其中").lstrip("：:"), read_money(value_of(child), problems))
        for child in total.children
    )
    is_laid_out = total.line.value is not None and not total.line.value.text and total.line.columns
    stated = value_of(total) if is_laid_out else total.line.value
    return Budget(None if stated is None else read_money(stated, problems), sources, purpose)


def read_money(text: Piece, problems: Problems) -> Quantity | None:
    """Read an amount of money; None where nothing is written, and where it is none, which is a diagnostic."""
    if not text.text:
        return None
    amount = targets.parse_quantity(text.text)
    if amount is None or amount.unit.dimension != _money():
        problems.add(Code.AMOUNT_WRONG, text, text=text.text)
        return None
    return amount


@cache
def _money() -> Dimension:
    yuan = targets.parse_quantity("1元")
    return () if yuan is None else yuan.unit.dimension


def read_calculation(text: Piece, language: Language, problems: Problems) -> Calculation | None:
    """Read `128家 × 10万元/家 = 1280万元`, true or not."""
    left, equals, right = fold(text.text).partition("=")
    parts = [*_parts(text, left), piece(text.place.source, text.place.span.start + len(left) + 1, text.place.span.end)]
    amounts = [targets.parse_quantity(part.text.strip(), language) for part in parts]
    known = [amount for amount in amounts if amount is not None]
    if not equals or not right.strip() or len(known) < len(amounts):
        wrong = next((part for part, amount in zip(parts, amounts, strict=True) if amount is None), text)
        problems.add(Code.CALCULATION_WRONG, wrong if equals else text, text=text.text, part=wrong.text.strip())
        return None
    return Calculation(text.text, tuple(known[:-1]), known[-1], text.place)


def _parts(text: Piece, left: str) -> Iterator[Piece]:
    start = text.place.span.start
    for match in _FACTOR.finditer(left):
        yield piece(text.place.source, start + match.start(), start + match.end())


def read_share(text: Piece, problems: Problems) -> Decimal | None:
    """Read the share of a project in its department: `30%`. None where nothing is written, or no percentage."""
    if not text.text:
        return None
    percent = _PERCENT.fullmatch(fold(text.text))
    if percent is None or Decimal(percent[1] or 0) > 100:
        problems.add(Code.VALUE_WRONG, text, text=text.text, what="项目权重", example="30%")
        return None
    return Decimal(percent[1] or 0) / 100


def read_plan(text: Piece, problems: Problems) -> tuple[Decimal, ...]:
    """Read the cumulative shares of four quarters: `0、0、0、100%`. Empty where one of them is no percentage."""
    shares: list[Decimal] = []
    for match in _PLAN_PART.finditer(text.text):
        percent = _PERCENT.fullmatch(fold(match.group()))
        if percent is None or Decimal(percent[1] or 0) > 100:
            start = text.place.span.start
            where = piece(text.place.source, start + match.start(), start + match.end())
            problems.add(Code.PLAN_WRONG, where, text=match.group())
            return ()
        shares.append(Decimal(percent[1] or 0) / 100)
    if len(shares) not in (0, QUARTERS):
        problems.add(Code.PLAN_LENGTH, text, text=text.text, count=len(shares))
        return ()
    return tuple(shares)
