"""Supplies the 元 that people leave out: `250万`, `28.40/株`, `每亩300`, `470` in 人/天."""

import attrs

from perfrules.diagnostics import Code, Diagnostic
from perfrules.syntax import Measure, UnitFactors
from perfrules.targets.context import Context
from perfrules.targets.surroundings import name_says
from perfrules.units import SCALES


def with_money(measure: Measure, context: Context, text: str, diagnostics: list[Diagnostic]) -> Measure:
    """Give the measure with 元 where it is missing and the context is about money; note the assumption.

    Elsewhere nothing is supplied, and what is missing becomes a diagnostic.
    """
    unit = _with_yuan(measure.unit, of_people=context.is_cost)
    if unit is None:
        return measure
    reason = "它在成本指标下" if context.is_cost else "指标名称说的是钱" if name_says(context.name, "MONEY") else ""
    if not reason:
        diagnostics.append(Diagnostic.of(Code.MONEY_MISSING, text=text.strip()))
        return measure
    diagnostics.append(
        Diagnostic.of(Code.MONEY_ASSUMED, text=text.strip(), reason=reason, unit=measure.units.unit_of(unit).text)
    )
    return attrs.evolve(measure, unit=unit)


def is_money_supplied(column: UnitFactors, unit: UnitFactors) -> bool:
    """Whether a unit is that of the column with 元 supplied, so that the two do not contradict each other."""
    return bool(column) and any(_with_yuan(column, of_people=people) == unit for people in (False, True))


def _with_yuan(unit: UnitFactors, *, of_people: bool) -> UnitFactors | None:
    """Give the unit with 元 in its place, or None where none is missing."""
    (word, exponent), *rest = unit
    if word in SCALES and exponent == 1:
        return ((f"{word}元", 1), *rest)
    if exponent == -1:
        return (("元", 1), *unit)
    if of_people and word == "人" and rest and all(power == -1 for _, power in rest):
        return (("元", 1), ("人", -1), *rest)
    return None
