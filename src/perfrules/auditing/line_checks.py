"""What is to be said about one line of a table that is filled in."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

import attrs

from perfrules.actuals import NotReported
from perfrules.auditing.agreement import is_share
from perfrules.auditing.recount import CountedLine, CountedMoney
from perfrules.diagnostics import Code, Diagnostic, Label, Severity
from perfrules.evaluation import Outcome, Verdict
from perfrules.report.wording import percent_text, range_text
from perfrules.scoring import Scheme, Score, is_inapplicable
from perfrules.source import Place
from perfrules.tables import Printed
from perfrules.targets import Amounts

_EXPLAINED_FROM = Fraction(9, 10)
"""A lower execution rate is to be explained. No document gives the number; it is what offices ask for."""


_SAID_OTHERWISE = {Code.NOT_REPORTED, Code.JUDGEMENT_NEEDED}
"""What a blank cell is complained of anyway, and what a printed score answers."""


def check_line(counted: CountedLine, result: Score) -> Iterator[Diagnostic]:
    """Check what was filled in for an indicator, apart from whether its score is right."""
    line, outcome = counted.line, counted.outcome
    name, place = line.indicator.name, line.place
    if isinstance(line.actual.value, NotReported):
        yield _blank(name, "实际完成值", place)
    if line.score.is_blank and not is_inapplicable(line.actual):
        yield _blank(name, "得分", line.score.place)
    yield from _number(name, "分值", line.weight, "10")
    yield from _number(name, "得分", line.score, "9.67")
    yield from _above_weight(name, line.score, line.weight)
    for each in (*(() if counted.is_execution else outcome.diagnostics), *result.diagnostics):
        if _matters(each, counted):
            yield attrs.evolve(each, labels=tuple(_labels(place, name)))
    if not line.reason and (why := _to_explain(outcome, result)):
        yield Diagnostic.of(Code.REASON_MISSING, *_labels(place), name=name, what=why)


def check_money(counted: CountedMoney, result: Score) -> Iterator[Diagnostic]:
    """Check a row of the money block, apart from whether its score is right."""
    row = counted.row
    for field, printed, example in (
        ("分值", row.weight, "10"),
        ("执行率", row.rate, "92.2%"),
        ("得分", row.score, "9.22"),
    ):
        yield from _number(row.name, field, printed, example)
    yield from _above_weight(row.name, row.score, row.weight)
    if not row.weight.is_blank:
        yield from (attrs.evolve(each, labels=tuple(_labels(row.place))) for each in result.diagnostics)
    if row.budget is None or row.spent is None or not row.budget.canonical:
        return
    rate = row.spent.canonical / row.budget.canonical
    yield from _rate(counted, rate)
    if not row.weight.is_blank and rate < _EXPLAINED_FROM and not row.reason:
        what = f"的预算执行率只有{percent_text(rate)}，不到{percent_text(_EXPLAINED_FROM)}"
        yield Diagnostic.of(Code.REASON_MISSING, *_labels(row.place), name=row.name, what=what)


def differs(
    counted: CountedLine | CountedMoney,
    result: Score,
    scheme: Scheme,
    tried: int | None,
    explained_by: Sequence[Scheme],
) -> Diagnostic:
    """Say that a printed score is not the one of the scheme, and by which others it would be.

    `tried` is how many others there are, None where they were not tried.
    """
    places = _labels(counted.printed.place)
    computed = f"{range_text(result.low, result.high)}分"
    arguments = {
        "name": counted.name,
        "printed": counted.printed.text,
        "scheme": scheme.name,
        "computed": computed,
    }
    if explained_by:
        others = "、".join(f"“{each.name} {each.title}”" for each in explained_by)
        return Diagnostic.of(Code.SCORE_EXPLAINED, *places, **arguments, others=others)
    words = "不一致的太多，没有再试别的办法" if tried is None else f"另外{tried}种办法也都得不出这个分"
    return Diagnostic.of(Code.SCORE_DIFFERS, *places, **arguments, tried=words)


def _matters(diagnostic: Diagnostic, counted: CountedLine) -> bool:
    """Whether a reader of the table should hear of it: doubts, and 已完成 where a number was asked for."""
    if diagnostic.code is Code.ASSERTED:
        return isinstance(counted.outcome.target.region, Amounts)
    if diagnostic.code is Code.ACTUAL_UNREAD and isinstance(counted, CountedLine):
        return not is_inapplicable(counted.line.actual)
    return diagnostic.severity is not Severity.INFO and diagnostic.code not in _SAID_OTHERWISE


def _to_explain(outcome: Outcome, result: Score) -> str:
    """Say what the office has to explain about a line: that it is not met, or what the scheme itself asks about."""
    extent = "" if outcome.attainment is None else f"完成率{percent_text(outcome.attainment)}"
    if outcome.verdict is Verdict.UNMET:
        return f"没有达成（{extent}）" if extent else "没有达成"
    asks = any(each.code is Code.SCHEME_NOTE for each in result.diagnostics)
    return f"的{extent or '实际值超过了指标值'}，评分办法要求说明" if asks else ""


def _rate(counted: CountedMoney, rate: Fraction) -> Iterator[Diagnostic]:
    row = counted.row
    if row.rate.number is not None and not is_share(row.rate, rate):
        yield Diagnostic.of(
            Code.RATE_DIFFERS,
            *_labels(row.rate.place),
            name=row.name,
            printed=row.rate.text,
            spent=row.spent,
            budget=row.budget,
            computed=percent_text(rate),
        )


def _above_weight(name: str, score: Printed, weight: Printed) -> Iterator[Diagnostic]:
    if score.number is not None and weight.number is not None and score.number > weight.number:
        places = [*_labels(score.place, "得分"), *_labels(weight.place, "分值")]
        yield Diagnostic.of(
            Code.PART_ABOVE_WHOLE, *places, name=name, part="得分", value=score.text, whole="分值", limit=weight.text
        )


def _number(name: str, field: str, printed: Printed, example: str) -> Iterator[Diagnostic]:
    """Complain of a text where a number belongs."""
    if printed.number is None and not printed.is_blank:
        places, text = _labels(printed.place), printed.text
        yield Diagnostic.of(Code.CELL_NOT_NUMBER, *places, name=name, field=field, text=text, example=example)


def _blank(name: str, field: str, place: Place | None) -> Diagnostic:
    return Diagnostic.of(Code.CELL_BLANK, *_labels(place), name=name, field=field)


def _labels(place: Place | None, note: str = "") -> list[Label]:
    return [] if place is None else [Label(place, note)]
