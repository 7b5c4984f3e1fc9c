"""An overview in words: the same rows for the terminal, Markdown and CSV."""

import csv
import io
from collections.abc import Iterator
from fractions import Fraction

from perfrules.evaluation import Verdict
from perfrules.evidence import MARK
from perfrules.names import indicator_classes
from perfrules.overview.overview import OTHERS, Overview, TableOverview
from perfrules.report.markdown import evidence_list, grid, one_line
from perfrules.report.wording import (
    EXECUTION,
    NOTHING,
    decimal_text,
    department_text,
    grades_text,
    percent_text,
    range_text,
    total_text,
)
from perfrules.tables import Level

_MOST_NAMES = 5
"""Open indicators of a table that are named; the evaluation names them all."""


def columns(overview: Overview) -> tuple[str, ...]:
    """Name the columns: those of the classes are the ones that any table has."""
    lights = () if overview.as_of is None else ("目标灯", "预算灯")
    classes = (name.removesuffix("指标").replace(EXECUTION, "执行") for name in _class_names(overview))
    return ("项目", "预算数", "执行率", *classes, "得分", "等次", "达成", "未达成", "无法判断", *lights)


def rows(overview: Overview) -> Iterator[tuple[str, ...]]:
    """Give a row for each table."""
    names = _class_names(overview)
    for each in overview.tables:
        execution, total = each.report.execution, each.report.total
        parts = {part.name: range_text(part.total.low, part.total.high) for part in each.classes}
        yield (
            each.name,
            NOTHING if execution.budget is None else str(execution.budget),
            percent_text(execution.rate),
            *(parts.get(name, NOTHING) for name in names),
            range_text(total.low, total.high),
            _grades(each.report.grades),
            *(str(each.verdicts[verdict]) for verdict in (Verdict.MET, Verdict.UNMET, Verdict.UNKNOWN)),
            *(() if overview.as_of is None else _lights(each)),
        )


def _class_names(overview: Overview) -> list[str]:
    """Name the classes that any table has, in the order of the official form."""
    found = {part.name for each in overview.tables for part in each.classes}
    return [name for name in (EXECUTION, *(each.name for each in indicator_classes()), OTHERS) if name in found]


def _grades(grades: tuple[str, ...]) -> str:
    """Write the grade, or from which to which it can be."""
    return grades_text(grades) if len(grades) <= 1 else f"{grades[0]}至{grades[-1]}"


def _lights(each: TableOverview) -> tuple[str, str]:
    if each.progress is None:
        return NOTHING, NOTHING
    execution = each.progress.execution
    return each.progress.completion.value, NOTHING if execution is None else execution.light.value


def headlines(overview: Overview) -> Iterator[str]:
    """Say how much there is, and what it came to as a whole."""
    projects = sum(each.report.table.level is Level.PROJECT for each in overview.tables)
    counts = {verdict: sum(each.verdicts[verdict] for each in overview.tables) for verdict in Verdict}
    parts = "，".join(f"{verdict.label}{count}个" for verdict, count in counts.items() if count)
    day = "" if overview.as_of is None else f"　截至{overview.as_of}"
    yield f"项目{projects}个，指标{sum(counts.values())}个{f'：{parts}' if parts else ''}{day}"
    for each in overview.departments:
        yield department_text(each)
    if not overview.departments and overview.report.total is not None:
        yield f"得分 {total_text(overview.report.total)}　等次 {grades_text(overview.report.grades)}"


def open_points(overview: Overview) -> Iterator[str]:
    """Say which points are open, table by table."""
    for each in overview.tables:
        waiting = [line.indicator.name.strip() for line in each.open]
        if each.report.execution.score.points is None:
            waiting.insert(0, EXECUTION)
        if waiting:
            points = each.report.total.open
            more = f"等{len(waiting)}项" if len(waiting) > _MOST_NAMES else ""
            yield f"{each.name}：待定{decimal_text(Fraction(points))}分，{'、'.join(waiting[:_MOST_NAMES])}{more}"


def concerns(overview: Overview) -> Iterator[str]:
    """Say what is to be put right: each kind of message once, with the first of it."""
    for each in overview.concerns:
        first = "" if each.count == 1 else f"{each.count}处，第一处："
        yield f"{each.code.severity.label} {each.code.id}　{first}{each.first.message}"


def as_markdown(overview: Overview) -> str:
    """Write an overview as a document."""
    blocks = ["# 年度一览", *map(one_line, headlines(overview))]
    if overview.tables:
        blocks.append(grid(columns(overview), rows(overview)))
    for title, items in (("待定的分", open_points(overview)), ("需要处理的问题", concerns(overview))):
        lines = [f"- {one_line(item)}" for item in items]
        blocks += [f"## {title}", "\n".join(lines)] if lines else []
    blocks += evidence_list(overview.evidence)
    return "\n\n".join(blocks) + "\n"


def as_csv(overview: Overview) -> str:
    """Write the rows as CSV, with the names of the columns first and what they rest on last."""
    mark = "" if overview.evidence is None else overview.evidence.mark
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow((*columns(overview), MARK))
    writer.writerows((*("" if cell == NOTHING else cell for cell in row), mark) for row in rows(overview))
    return stream.getvalue()
