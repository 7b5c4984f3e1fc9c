"""Reads a target cell in its context."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Unpack

import attrs

from perfrules.diagnostics import Code, Diagnostic, PerfRulesError, Severity
from perfrules.syntax import LONGEST, fold, read_target, words
from perfrules.targets.completion import complete
from perfrules.targets.context import NO_CONTEXT, Context, ContextColumns
from perfrules.targets.denotation import denote
from perfrules.targets.region import Referred
from perfrules.targets.target import Target


def parse(
    text: str,
    *,
    strict: bool = False,
    references: Mapping[str, object] | None = None,
    **columns: Unpack[ContextColumns],
) -> Target:
    """Read what a target cell asks for.

    `columns` are the other columns of its row, as texts: `sign` (≥, 大于等于, 定性 …), `unit`, `direction` (正向,
    反向), `name` (三级指标), `category` (一级指标), `subcategory` (二级指标), `basis`, and `year`, the budget year as
    an int; `language` has a ruleset's own words (`Ruleset.language`). `references` are the values that a target such as
    不超预算 may refer to, by name; where they are given, one that is not among them is a diagnostic.

    Never raises on text: what cannot be read is `qualitative` or `blank` with diagnostics. With `strict`, an error
    among the diagnostics raises `PerfRulesError`. A wrong type of argument raises `TypeError`.

    >>> print(parse("≥90%"), parse("控制在5天以内"), parse("2023年12月31日前"))
    [90%, ∞) (-∞, 5天] (-∞, 2023-12-31]
    >>> parse("10万元/家", subcategory="成本指标").to_dict()["op_from"]
    'class'
    """
    target = _parse(text, Context(**columns)) if columns else _parse_alone(text)
    if references is not None and (missing := _unknown_reference(target, references)):
        target = attrs.evolve(target, diagnostics=(*target.diagnostics, missing))
    if strict and any(diagnostic.severity is Severity.ERROR for diagnostic in target.diagnostics):
        raise PerfRulesError(*target.diagnostics)
    return target


def _unknown_reference(target: Target, references: Mapping[str, object]) -> Diagnostic | None:
    if not isinstance(target.region, Referred) or reference_named(target.region.to, references) is not None:
        return None
    return Diagnostic.of(Code.REFERENCE_MISSING, target=target.text, name=target.region.to)


def reference_named(name: str, references: Iterable[str]) -> str | None:
    """Give the one of the references that is the value of that name, under whichever spelling.

    >>> reference_named("预算", ["项目", "预算数"])
    '预算数'
    """
    meanings = words()["REFERRED"].meanings
    return next((spelling for spelling in references if meanings.get(fold(spelling), spelling) == name), None)


@lru_cache(maxsize=16384)
def _parse_alone(text: str) -> Target:
    """Read a cell without context: to look it up by its text alone is what a repeated cell costs."""
    return _parse.__wrapped__(text, NO_CONTEXT)


@lru_cache(maxsize=16384)
def _parse(text: str, context: Context) -> Target:
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")
    expression, diagnostics = complete(text, read_target(text, context.language), context)
    if len(text) > LONGEST:
        diagnostics.append(Diagnostic.of(Code.TEXT_TOO_LONG, length=len(text), most=LONGEST))
    region, doubts = denote(text, expression)
    return Target(text.strip(), expression, region, (*diagnostics, *doubts), context.year, context.language)
