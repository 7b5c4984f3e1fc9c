"""The calculation behind a budget where it is said in words: 128家企业，每家补助10万元，合计1280万元."""

import re
from fractions import Fraction

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.readers.headers import as_unit
from perfrules.review.calculations import total_in
from perfrules.syntax import Language, fold
from perfrules.tables import Calculation
from perfrules.targets import parse_quantity
from perfrules.units import Quantity, exact_text

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_MONEY = re.compile(rf"{_NUMBER}[万亿]?元")
_EACH = re.compile(rf"每([^\d\s,，。;；、每]{{1,16}})({_NUMBER}[万亿]?元)")
_COUNTED = re.compile(rf"(?<![\d.第]){_NUMBER}")
_LONGEST_UNIT = 4
_LONGEST = 2000


def calculation_in_words(
    text: str, label: Label | None, language: Language, flaws: list[Diagnostic]
) -> tuple[Calculation, ...]:
    """Give the calculation that a text says in words, where it is one and there is no other way to read it.

    That is so where the text has one price for each of something, counts that thing once, calls one amount the total,
    and speaks of no other money. What does not come to the total is told and left out.

    >>> from perfrules.syntax import STANDARD
    >>> [each.text for each in calculation_in_words("补助128家，每家10万元，合计1280万元。", None, STANDARD, [])]
    ['128家 × 10万元/家 = 1280万元']
    """
    folded = fold(text)
    prices = list(_EACH.finditer(folded))
    total = total_in(folded) if len(folded) <= _LONGEST else None
    if len(prices) != 1 or folded.count("每") != 1 or total is None:
        return ()
    amounts = [found[0] for found in _MONEY.finditer(folded)]
    unit = _unit_at(prices[0][1], language)
    counts = {found[0] for found in _COUNTED.finditer(folded) if _unit_at(folded[found.end() :], language) == unit}
    if not unit or len(counts) != 1 or len(amounts) != 2:
        return ()
    stated = f"{counts.pop()}{unit} × {prices[0][2]}/{unit} = {next(each for each in amounts if each != prices[0][2])}"
    return _checked(stated, total, label, language, flaws)


def _checked(
    text: str, total: Quantity, label: Label | None, language: Language, flaws: list[Diagnostic]
) -> tuple[Calculation, ...]:
    factors = [parse_quantity(each, language) for each in text.partition(" = ")[0].split(" × ")]
    known = tuple(each for each in factors if each is not None)
    if len(known) < len(factors):
        return ()
    product = Fraction(1)
    for each in known:
        product *= each.canonical
    if product != total.canonical:
        labels = () if label is None else (label,)
        comes_to = f"{exact_text(product / total.unit.factor)}{total.unit.text}"
        flaws.append(Diagnostic.of(Code.CALCULATION_DIFFERS, *labels, text=text, result=comes_to))
        return ()
    return (Calculation(text, known, total, None if label is None else label.place),)


def _unit_at(text: str, language: Language) -> str:
    """Give the longest unit that a text begins with."""
    lengths = range(min(_LONGEST_UNIT, len(text)), 0, -1)
    return next((text[:length] for length in lengths if as_unit(text[:length], language)), "")
