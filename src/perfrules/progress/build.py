"""Goal tables, what was reported, a day and a method become progress."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from perfrules.diagnostics import Code, Diagnostic
from perfrules.monitoring import (
    ExecutionProgress,
    Light,
    LineProgress,
    Method,
    first_fitting,
    follow_execution,
    judge,
    spent_through,
    stand,
    time_share,
)
from perfrules.monitoring.facts import completion_facts
from perfrules.monitoring.judge import reason_of, worded
from perfrules.monitoring.stand import day_text
from perfrules.progress.progress import Progress, TableProgress
from perfrules.report.build import BUDGET
from perfrules.report.matching import labels, match
from perfrules.tables import Actuals, GoalTable, Level, ReportedActual, ReportedSpending


def build_progress(tables: Sequence[GoalTable], actuals: Actuals, as_of: date, method: Method) -> Progress:
    """Follow every table whose year the day is in; the others are diagnostics. No file is touched."""
    matched = match(tables, actuals)
    followed: list[TableProgress] = []
    doubts: list[Diagnostic] = []
    for index, table in enumerate(tables):
        if table.year != as_of.year:
            doubts.append(_outside(table, as_of))
            continue
        rows = [matched.rows.get((index, position)) for position in range(len(table.indicators))]
        spending = matched.spending.get(index)
        doubts += _other_periods(table, rows, spending, as_of)
        doubts += _unspent(table, spending)
        followed.append(_follow(table, rows, spending, as_of, method))
    return Progress(as_of, tuple(followed), (*actuals.diagnostics, *matched.diagnostics, *doubts))


def _follow(
    table: GoalTable,
    rows: Sequence[ReportedActual | None],
    spending: ReportedSpending | None,
    as_of: date,
    method: Method,
) -> TableProgress:
    execution = follow_execution(table, spending, as_of, method)
    references = {} if execution.budget is None else {BUDGET: execution.budget}
    has_budget = table.level is Level.PROJECT or execution.budget is not None
    usable = [row if row is None or (row.through_month or 0) <= as_of.month else None for row in rows]
    lines = tuple(
        judge(stand(indicator, row, as_of, method, references), method)
        for indicator, row in zip(table.indicators, usable, strict=True)
    )
    completed = _completed(lines)
    share = time_share(as_of)
    facts = completion_facts([line.light for line in lines], completed, share, method)
    rule = first_fitting(method.completion, facts)
    return TableProgress(
        table,
        method,
        as_of,
        share,
        lines,
        Light.UNKNOWN if rule is None else rule.light,
        reason_of(rule, method.completion, facts, method),
        completed,
        execution if has_budget else None,
        tuple(_remarks(execution, completed, method)),
    )


def _completed(lines: Sequence[LineProgress]) -> Fraction | None:
    """Give the mean attainment of what accumulates: by weight where every such indicator has one, else evenly."""
    rates = [(line.standing.outcome.attainment, line.standing.indicator.weight) for line in lines if _counts(line)]
    weighted = all(weight for _, weight in rates)
    shares = [
        (min(rate or Fraction(0), Fraction(1)), Fraction(weight or 0) if weighted else 1) for rate, weight in rates
    ]
    whole = sum((weight for _, weight in shares), Fraction(0))
    return sum((rate * weight for rate, weight in shares), Fraction(0)) / whole if whole else None


def _counts(line: LineProgress) -> bool:
    standing = line.standing
    return bool(standing.accumulates) and not standing.is_less_than_one and standing.outcome.attainment is not None


def _remarks(execution: ExecutionProgress, completed: Fraction | None, method: Method) -> Iterator[str]:
    facts = {**dict(execution.values), "完成进度": completed}
    remark = first_fitting(method.comparisons, facts)
    if remark is not None:
        yield worded(remark, facts, method)


def _outside(table: GoalTable, as_of: date) -> Diagnostic:
    place = labels((table.place, ""))
    if table.year is None:
        return Diagnostic.of(Code.YEAR_UNSTATED, *place, project=table.name)
    return Diagnostic.of(Code.AS_OF_OUTSIDE_YEAR, *place, project=table.name, year=table.year, as_of=day_text(as_of))


def _other_periods(
    table: GoalTable, rows: Sequence[ReportedActual | None], spending: ReportedSpending | None, as_of: date
) -> Iterator[Diagnostic]:
    """Say once a table where a sheet counts up to another month than that of the day."""
    months = {row.through_month: row.place for row in reversed(rows) if row is not None and row.through_month}
    through = None if spending is None else spent_through(spending)
    if through is not None and spending is not None and not _is_known_for(spending, as_of):
        months[through] = spending.place
    for month, place in months.items():
        if month != as_of.month:
            wanted = f"截至{day_text(as_of)}"
            yield Diagnostic.of(Code.PERIOD_DIFFERS, *labels((place, "")), name=table.name, month=month, wanted=wanted)


def _is_known_for(spending: ReportedSpending, as_of: date) -> bool:
    quarter = (as_of.month - 1) // 3
    ends = (as_of.month, as_of.day) in {(3, 31), (6, 30), (9, 30), (12, 31)}
    return ends and quarter < len(spending.quarters) and spending.quarters[quarter] is not None


def _unspent(table: GoalTable, spending: ReportedSpending | None) -> Iterator[Diagnostic]:
    if table.level is Level.PROJECT and spending is None:
        yield Diagnostic.of(Code.PROJECT_WITHOUT_SPENDING, *labels((table.place, "")), project=table.name)
