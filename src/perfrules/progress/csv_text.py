"""Progress as CSV: a row for each indicator and for the budget of each project."""

import csv
import io
from collections.abc import Iterator

from perfrules.evidence import MARK
from perfrules.monitoring import LineProgress
from perfrules.monitoring.figures import percent
from perfrules.progress.progress import Progress, TableProgress
from perfrules.progress.wording import EXECUTION, NOTHING, due_text, reached_text, rows

COLUMNS = (
    *("项目名称", "年度", "截至", "一级指标", "二级指标", "三级指标", "指标值", "目前完成", "应达到", "完成率"),
    *("进度完成率", "灯号", "全年预计", "要说明的", "偏差原因类别", "原因说明", "完成目标可能性", MARK),
)


def as_csv(progress: Progress) -> str:
    """Write all rows, the names of the columns first, what they rest on last; what there is none of stays empty."""
    mark = "" if progress.evidence is None else progress.evidence.mark
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for table in progress.tables:
        head = (table.table.name, str(table.table.year), table.as_of.isoformat())
        if table.execution is not None:
            writer.writerow([*head, *_execution(table), mark])
        writer.writerows([*head, *_line(line), mark] for line in table.lines)
    return stream.getvalue()


def _execution(table: TableProgress) -> Iterator[str]:
    _, _, budget, spent, due, rate, forecast, light = map(_plain, rows(table)[0])
    yield from (EXECUTION, "", "", budget, spent, due, rate, "", light, forecast, "；".join(table.remarks), "", "", "")


def _line(line: LineProgress) -> Iterator[str]:
    standing, reported = line.standing, line.standing.reported
    indicator, forecast = standing.indicator, standing.forecast
    yield from (indicator.category, indicator.subcategory, indicator.name)
    yield from (standing.outcome.target.text, reached_text(standing), due_text(standing))
    yield from (_plain(percent(standing.outcome.attainment)), _plain(percent(standing.pace)), line.light.value)
    yield "" if forecast is None else forecast.actual.text
    yield line.explanation
    yield "、".join(cause.value for cause in reported.causes) if reported else ""
    yield reported.reason if reported else ""
    yield reported.likelihood.value if reported and reported.likelihood else ""


def _plain(text: str) -> str:
    return "" if text == NOTHING else text
