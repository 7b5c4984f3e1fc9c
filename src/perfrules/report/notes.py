"""Why a line has the points that it has, in words."""

from collections.abc import Iterator
from fractions import Fraction

import attrs

from perfrules.actuals import NotReported
from perfrules.diagnostics import Severity
from perfrules.report.lines import ExecutionLine, Line
from perfrules.report.report import TableReport
from perfrules.report.wording import EXECUTION, decimal_text, has_execution, range_text
from perfrules.scoring import Score, is_inapplicable


@attrs.frozen
class Note:
    """What is to be said about one line: a heading, and the steps of its derivation."""

    heading: str
    steps: tuple[str, ...] = ()


def notes(table: TableReport, detail: bool = False) -> Iterator[Note]:
    """Explain the lines of a table.

    Without `detail`, lines with full marks are left out unless there is something to check about them, and those
    without an actual value are put together in one note.
    """
    execution = table.execution
    if has_execution(table) and (detail or not _is_full(execution.score)):
        yield Note(_heading(EXECUTION, _money(execution), execution.score), tuple(score_steps(execution.score)))
    if table.total != table.sum:
        yield _rescaled_note(table)
    for line in table.lines:
        if steps := tuple(line_steps(line, detail)):
            yield Note(_heading(line.indicator.name.strip(), _values(line), line.score), steps)
    blank = [line for line in table.lines if _is_blank(line)]
    if blank and not detail:
        yield _blank_note(blank)


def _rescaled_note(table: TableReport) -> Note:
    whole, part, total = table.sum.weight + table.waived, table.sum, table.total
    points, result = range_text(part.low, part.high), range_text(total.low, total.high)
    worked_out = f"其余{decimal_text(part.weight)}分得{points}，折算：{points} ÷ {decimal_text(part.weight)}"
    step = f"{worked_out} × {decimal_text(whole)} = {result}"
    return Note(f"不适用的共{decimal_text(table.waived)}分，其余折算成满分", (step,))


def _is_full(score: Score) -> bool:
    return score.low == score.weight


def _is_blank(line: Line) -> bool:
    return isinstance(line.outcome.actual.value, NotReported)


def _heading(name: str, values: str, score: Score) -> str:
    if score.waived:
        return f"{name}（{values}）：不评分"
    return f"{name}（{values}）：{range_text(score.low, score.high)}分，满分{decimal_text(score.weight)}分"


def _values(line: Line) -> str:
    return f"指标值{line.outcome.target.text or '未设定'}，实际{line.outcome.actual.text or '未填'}"


def _money(line: ExecutionLine) -> str:
    return f"预算{line.budget or '未填'}，执行{line.spent or '未填'}"


def _blank_note(lines: list[Line]) -> Note:
    names = "、".join(line.indicator.name.strip() for line in lines)
    points = decimal_text(sum((line.weight for line in lines), Fraction(0)))
    return Note(
        f"没有填报实际完成值：{names}", (f"填报以前，这{len(lines)}个指标的{points}分待定，按0分至满分计入范围",)
    )


def line_steps(line: Line, detail: bool) -> Iterator[str]:
    """Explain one indicator; without `detail` only what is to be said about it."""
    if is_inapplicable(line.outcome.actual):
        # Only what becomes of the line: that 不适用 is no value that could be read is what it says.
        return iter((*score_steps(line.score), *_reason(line)))
    return _steps(line) if detail else _brief_steps(line)


def _steps(line: Line) -> Iterator[str]:
    yield from line.outcome.explain().splitlines()
    yield from score_steps(line.score)
    yield from _reason(line)


def _brief_steps(line: Line) -> Iterator[str]:
    if _is_blank(line):
        return
    yield from (each.message for each in line.outcome.diagnostics if each.severity is not Severity.INFO)
    if _is_full(line.score):
        yield from (each.message for each in line.score.diagnostics)
    else:
        yield from score_steps(line.score)
        yield from _reason(line)


def _reason(line: Line) -> Iterator[str]:
    if line.reason:
        yield f"填报的偏差原因：{line.reason}"


def score_steps(score: Score) -> Iterator[str]:
    """Say how points came about, and what is to be checked about them."""
    yield from score.derivation
    yield from (diagnostic.message for diagnostic in score.diagnostics)
