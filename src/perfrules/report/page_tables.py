"""The tables and drawings of one scored table on a page."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from perfrules.evaluation import Deviation
from perfrules.evaluation.as_page import VERDICTS
from perfrules.page import NONE, Band, Bar, Cell, Column, Group, Mark, PlanChart, Row, Table
from perfrules.report.lines import ExecutionLine, Line
from perfrules.report.notes import line_steps, score_steps
from perfrules.report.report import TableReport
from perfrules.report.total import Total
from perfrules.report.wording import EXECUTION, NOTHING, decimal_text, has_execution, percent_text, range_text
from perfrules.scoring import Score
from perfrules.units import Quantity

_COLUMNS = (
    Column("三级指标"),
    Column("指标值"),
    Column("实际完成值"),
    Column("结论"),
    Column("完成率", is_number=True),
    Column("偏差", is_number=True),
    Column("分值", is_number=True),
    Column("得分", is_number=True),
)


def points_bar(total: Total) -> Bar | None:
    """Draw points as shares of the full mark; None where there is nothing to get."""
    return Bar(total.low / total.weight, total.high / total.weight) if total.weight else None


def bands(table: TableReport) -> Iterator[Band]:
    """Give the bar of each class, the execution of the budget first."""
    for title, scores in _classes(table):
        total = Total.of(scores)
        if bar := points_bar(total):
            yield Band(title, _points_text(total), bar)


def lines_table(table: TableReport) -> Table:
    """Give the table of indicators, class by class, each with the derivation of its score."""
    groups = [Group((_execution_row(table.execution),))] if has_execution(table) else []
    for title, lines in _by_class(table):
        total = Total.of(line.score for line in lines)
        groups.append(Group(tuple(map(_line_row, lines)), title or "未分类", f"{_points_text(total)}分"))
    return Table("指标和得分", _COLUMNS, tuple(groups))


def plan_chart(table: TableReport) -> PlanChart | None:
    """Compare the payment plan with what was spent by the ends of the quarters; None where neither is known."""
    budget, reported = table.execution.budget, table.execution.reported
    quarters = reported.quarters if reported else ()
    spent = tuple(_share(amount, budget) for amount in quarters)
    planned = tuple(map(Fraction, table.table.plan))
    if not planned and not any(share is not None for share in spent):
        return None
    return PlanChart(planned, spent, rows=tuple(_quarters(planned, spent, quarters)))


def _quarters(
    planned: tuple[Fraction, ...], spent: tuple[Fraction | None, ...], amounts: tuple[Quantity | None, ...]
) -> Iterator[tuple[str, str, str]]:
    for index in range(max(len(planned), len(spent))):
        share = spent[index] if index < len(spent) else None
        amount = amounts[index] if index < len(amounts) else None
        reached = NOTHING if share is None else f"{percent_text(share)}（{amount}）"
        yield f"{index + 1}季度末", percent_text(planned[index] if index < len(planned) else None), reached


def _share(amount: Quantity | None, budget: Quantity | None) -> Fraction | None:
    if amount is None or budget is None or not budget.number or amount.unit.dimension != budget.unit.dimension:
        return None
    return amount.canonical / budget.canonical


def _classes(table: TableReport) -> Iterator[tuple[str, list[Score]]]:
    if has_execution(table):
        yield EXECUTION, [table.execution.score]
    names = dict.fromkeys(_class(line) for line in table.lines)
    for name in names:
        yield name or "未分类", [line.score for line in table.lines if _class(line) == name]


def _by_class(table: TableReport) -> Iterator[tuple[str, list[Line]]]:
    return ((title, list(lines)) for title, lines in groupby(table.lines, _class))


def _class(line: Line) -> str:
    return line.indicator.category or line.indicator.sub_goal


def _points_text(total: Total) -> str:
    return f"{range_text(total.low, total.high)} / {decimal_text(total.weight)}"


def _execution_row(line: ExecutionLine) -> Row:
    budget, spent = (NOTHING if amount is None else str(amount) for amount in (line.budget, line.spent))
    gap = None if line.rate is None else Deviation((line.rate - 1) * 100, "百分点")
    cells = (Cell(EXECUTION), Cell(budget), Cell(spent), NONE, _rate(line.rate), _gap(gap), *_points(line.score))
    return Row(cells, tuple(score_steps(line.score)))


def _line_row(line: Line) -> Row:
    indicator, outcome = line.indicator, line.outcome
    verdict = Mark(VERDICTS[outcome.verdict], outcome.verdict.label)
    cells = (
        Cell(indicator.name.strip(), note=indicator.subcategory),
        Cell(outcome.target.text or NOTHING),
        Cell(outcome.actual.text or "未填"),
        Cell(mark=verdict),
        _rate(outcome.attainment),
        _gap(outcome.deviation),
        *_points(line.score),
    )
    return Row(cells, tuple(line_steps(line, detail=True)))


def _rate(rate: Fraction | None) -> Cell:
    return NONE if rate is None else Cell(percent_text(rate), bar=Bar(rate, rate), key=rate)


def _gap(gap: Deviation | None) -> Cell:
    if gap is None:
        return NONE
    size = decimal_text(abs(gap.number))
    sign = "" if not gap.number else "+" if gap.number > 0 else "-"
    return Cell(f"{sign}{size}{gap.unit}" if gap.number else "0", key=gap.number)


def _points(score: Score) -> tuple[Cell, Cell]:
    if score.waived:
        return NONE, Cell("不适用")
    bar = points_bar(Total.of([score]))
    points = Cell(range_text(score.low, score.high), bar=bar, key=score.low)
    return Cell(decimal_text(score.weight), key=score.weight), points
