"""What is to be said about a table that is filled in as a whole: its sums, the parts of its money, its grade."""

import re
from collections.abc import Iterator
from fractions import Fraction

from perfrules.auditing.agreement import is_score
from perfrules.auditing.sums import added, is_dropped, making_up, score_sum, weight_sums
from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.names import comparable
from perfrules.scoring import Rounding, Scheme, grade_of
from perfrules.scoring.rounding import rounded
from perfrules.tables import FilledLine, FilledMoney, FilledTable, Printed
from perfrules.units import Quantity, exact_text

_POINTS = re.compile(r"\((\d{1,3}(?:\.\d{1,2})?)分?\)$")

_EXACT = Rounding(2)
"""Sums of printed numbers are exact; what a spreadsheet shows beyond two decimals may be rounded."""


def check_table(table: FilledTable, scheme: Scheme) -> Iterator[Diagnostic]:
    """Check what no single line shows."""
    yield from _weights_missing(table)
    yield from _class_weights(table)
    yield from _weights(table, scheme)
    yield from _scores(table, scheme)
    yield from _parts(table)
    yield from _grade(table, scheme)


def _weights_missing(table: FilledTable) -> Iterator[Diagnostic]:
    """Miss a weight where other lines have one; where none has, the form states them elsewhere."""
    if any(line.weight.number is not None for line in table.lines):
        for line in table.lines:
            if line.weight.is_blank and not is_dropped(line):
                yield Diagnostic.of(Code.CELL_BLANK, *_labels(line.weight), name=line.indicator.name, field="分值")


def _class_weights(table: FilledTable) -> Iterator[Diagnostic]:
    """Compare the points behind the name of a class, 产出指标（50分）, with those of its indicators."""
    classes: dict[str, list[FilledLine]] = {}
    for line in table.lines:
        classes.setdefault(line.indicator.category, []).append(line)
    for name, lines in classes.items():
        stated = _POINTS.search(comparable(name))
        total = added(line.weight for line in lines)
        if (
            stated is not None
            and total is not None
            and total != Fraction(stated[1])
            and not any(map(is_dropped, lines))
        ):
            yield Diagnostic.of(
                Code.SUM_DIFFERS,
                *_labels(lines[-1].weight),
                name=name,
                field="分值",
                computed=exact_text(total),
                stated=f"类别名称里写的是{stated[1]}",
            )


def _weights(table: FilledTable, scheme: Scheme) -> Iterator[Diagnostic]:
    """Compare the weights with the total row, or with the full mark of the scheme where no total is printed."""
    sums = weight_sums(table)
    if not sums or not table.lines:
        return
    stated = None if table.weight.number is None else Fraction(table.weight.number)
    indicators = sum((each.points for each in scheme.weighting.classes), Fraction(0))
    whole = indicators + scheme.weighting.execution
    right = {indicators, whole} if stated is None else {stated}
    unknown = any(is_dropped(line) and line.weight.is_blank for line in table.lines)
    if sums & right or (unknown and max(sums) < max(right)):
        return
    if stated is not None:
        yield _sum_differs(table, "分值", max(sums), f"总分行写的是{table.weight.text}", table.weight)
    elif indicators:
        yield Diagnostic.of(
            Code.WEIGHTS_SUM,
            *_labels(table.lines[-1].weight),
            table=_called(table),
            total=exact_text(max(sums)),
            indicators=exact_text(indicators),
            whole=exact_text(whole),
        )


def _scores(table: FilledTable, scheme: Scheme) -> Iterator[Diagnostic]:
    """Compare the sum with the total row, made up for lines that do not apply where the scheme says so."""
    plain, factor = score_sum(table), making_up(table, scheme)
    if plain is None or table.score.number is None:
        return
    exact, is_plain = plain * factor, is_score(table.score, plain, lambda: plain, _EXACT)
    due = plain if factor == 1 else rounded(exact, scheme.rounding)
    if is_score(table.score, due, lambda: exact, _EXACT):
        return
    if not is_plain:
        stated = "" if factor == 1 else f"按不适用的折算后是{exact_text(due)}，"
        yield _sum_differs(table, "得分", plain, f"{stated}总分写的是{table.score.text}", table.score)
        return
    yield Diagnostic.of(
        Code.TOTAL_NOT_MADE_UP,
        *_labels(table.score),
        name=_called(table),
        scheme=scheme.name,
        printed=table.score.text,
        computed=exact_text(due),
    )


def _sum_differs(table: FilledTable, field: str, total: Fraction, stated: str, printed: Printed) -> Diagnostic:
    return Diagnostic.of(
        Code.SUM_DIFFERS, *_labels(printed), name=_called(table), field=field, computed=exact_text(total), stated=stated
    )


def _parts(table: FilledTable) -> Iterator[Diagnostic]:
    """Check that no part of the money is more than the whole."""
    whole = table.whole
    for part in table.money:
        if whole is not None and part is not whole:
            yield from _above(part, whole, "全年预算数", part.budget, whole.budget)
            yield from _above(part, whole, "全年执行数", part.spent, whole.spent)


def _above(
    part: FilledMoney, whole: FilledMoney, field: str, amount: Quantity | None, limit: Quantity | None
) -> Iterator[Diagnostic]:
    if amount is not None and limit is not None and amount.canonical > limit.canonical:
        places = [Label(row.place, row.name) for row in (part, whole) if row.place is not None]
        yield Diagnostic.of(
            Code.PART_ABOVE_WHOLE,
            *places,
            name=part.name,
            part=field,
            value=amount,
            whole=f"“{whole.name}”的",
            limit=limit,
        )


def _grade(table: FilledTable, scheme: Scheme) -> Iterator[Diagnostic]:
    total = score_sum(table) if table.score.number is None else Fraction(table.score.number)
    stated = [grade.name for grade in scheme.grades if grade.name in table.grade.text]
    right = None if total is None else grade_of(scheme, total, total)
    if total is None or right is None or len(stated) != 1 or stated == [right]:
        return
    yield Diagnostic.of(
        Code.GRADE_DIFFERS,
        *_labels(table.grade),
        name=_called(table),
        printed=table.grade.text,
        total=exact_text(total),
        scheme=scheme.name,
        computed=right,
    )


def _called(table: FilledTable) -> str:
    return table.project or "这张表"


def _labels(printed: Printed) -> list[Label]:
    return [] if printed.place is None else [Label(printed.place)]
