"""Evaluates a target against an actual value."""

from collections.abc import Mapping
from typing import Unpack

from perfrules.actuals import Actual, read_actual
from perfrules.evaluation.finding import Case
from perfrules.evaluation.judge import judge
from perfrules.evaluation.outcome import Outcome
from perfrules.syntax import STANDARD, Language
from perfrules.targets import ContextColumns, Target, parse, parse_quantity
from perfrules.units import Quantity

_NO_REFERENCES: Mapping[str, Quantity] = {}


def evaluate(
    target: Target,
    actual: Actual,
    *,
    baseline: Actual | None = None,
    references: Mapping[str, Quantity] | None = None,
) -> Outcome:
    """Decide whether an actual value meets a target, by set inclusion.

    `baseline` is the value that a change is measured from; `references` are the other values of the table that a
    target such as 不超预算 refers to, by name.
    """
    case = Case(target, actual, baseline, references or _NO_REFERENCES)
    finding = judge(case, target.region)
    if target.diagnostics or actual.diagnostics:
        diagnostics = (*target.diagnostics, *actual.diagnostics, *finding.diagnostics)
    else:
        diagnostics = finding.diagnostics
    return Outcome(target, actual, finding.verdict, diagnostics, finding.compared)


def check(
    target: str,
    actual: object,
    *,
    baseline: object = None,
    references: Mapping[str, object] | None = None,
    **columns: Unpack[ContextColumns],
) -> Outcome:
    """Read a target cell and an actual value, and say whether it was met.

    `actual`, `baseline` and the `references` are texts or Python values (see `read_actual`); `columns` are the other
    columns of the row (see `parse`). A reference that is no amount raises `ValueError`.

    >>> check("10万元/家", "100000元/户", subcategory="成本指标").verdict
    <Verdict.MET: 'met'>
    >>> check("比上年增加", "3.2%", baseline="2.9%").verdict
    <Verdict.MET: 'met'>
    >>> check("不超预算", "1200万元", references={"预算": "1280万元"}).verdict
    <Verdict.MET: 'met'>
    """
    language = columns.get("language", STANDARD)
    return evaluate(
        parse(target, **columns),
        read_actual(actual, language),
        baseline=None if baseline is None else read_actual(baseline, language),
        references=None
        if references is None
        else {name: _reference(name, value, language) for name, value in references.items()},
    )


def _reference(name: str, value: object, language: Language) -> Quantity:
    quantity = value if isinstance(value, Quantity) else parse_quantity(str(value), language)
    if quantity is None:
        raise ValueError(f"reference {name!r} is no amount: {value!r}")
    return quantity
