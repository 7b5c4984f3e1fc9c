"""Progress as a page for a browser."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from perfrules.diagnostics.as_page import remarks
from perfrules.monitoring import ExecutionProgress, Light, LineProgress
from perfrules.monitoring.figures import percent
from perfrules.monitoring.stand import day_text
from perfrules.page import (
    NONE,
    Bar,
    Cell,
    Column,
    Fact,
    Group,
    Mark,
    Page,
    PlanChart,
    Project,
    Row,
    Table,
    Tone,
)
from perfrules.progress.progress import Progress, TableProgress
from perfrules.progress.wording import (
    EXECUTION,
    NOTHING,
    completion_steps,
    deadlines,
    due_text,
    execution_steps,
    light_text,
    reached_text,
    rows,
    steps,
)

LIGHTS = {
    Light.RED: Tone.BAD,
    Light.YELLOW: Tone.NEAR,
    Light.GREEN: Tone.GOOD,
    Light.BLUE: Tone.AHEAD,
    Light.NOT_DUE: Tone.IDLE,
    Light.UNKNOWN: Tone.OPEN,
}
"""How a light is shown: by shape and word as well as by colour."""

_URGENCY = {light: Fraction(place) for place, light in enumerate((Light.RED, Light.YELLOW, Light.UNKNOWN), -3)}
"""What a light is sorted by: those that somebody has to look at first."""

_OVERVIEW = (
    Column("项目"),
    Column("目标完成", has_keys=True),
    Column("预算执行", has_keys=True),
    Column("执行率", is_number=True),
    Column("完成进度", is_number=True),
    Column("红灯", is_number=True),
    Column("黄灯", is_number=True),
    Column("无法判断", is_number=True),
)
_COLUMNS = (
    Column("三级指标"),
    Column("指标值"),
    Column("目前完成"),
    Column("应达到"),
    Column("完成率", is_number=True),
    Column("全年预计"),
    Column("灯号"),
)
_LEGEND = (
    "灯号除了颜色，还有形状和文字：方块是红灯，三角是黄灯，圆点是绿灯，菱形是蓝灯，圆圈是未到期或无法判断。"
    "点“由来”看灯号是怎么定的。"
)


def as_page(progress: Progress) -> Page:
    """Lay out the progress of all tables."""
    tables = progress.tables
    lights = [line.light for table in tables for line in table.lines]
    keys = [f"p{number}" for number in range(1, len(tables) + 1)]
    return Page(
        "绩效运行监控",
        _subject(progress),
        "各指标的灯号",
        f"{len(tables)}张目标表，{len(lights)}个指标" if tables else "没有可以监控的目标表",
        "",
        f"时间进度 {percent(tables[0].time_share)}" if tables else "",
        _counted(lights),
        overview=_overview(tables, keys) if len(tables) > 1 else None,
        projects=tuple(_project(table, key) for table, key in zip(tables, keys, strict=True)),
        remarks=remarks("需要处理的问题", progress.diagnostics),
        sources=tuple(_sources(tables)),
        evidence=() if progress.evidence is None else tuple(progress.evidence.lines()),
        legend=_LEGEND,
    )


def _subject(progress: Progress) -> str:
    names = dict.fromkeys(table.table.department or table.table.name for table in progress.tables)
    name = next(iter(names)) if len(names) == 1 else ""
    return "　".join(filter(None, (name, f"截至{day_text(progress.as_of)}")))


def _counted(lights: list[Light]) -> tuple[Mark, ...]:
    counts = ((light, lights.count(light)) for light in Light)
    return tuple(Mark(LIGHTS[light], f"{light_text(light)}{count}个") for light, count in counts if count)


def _mark(light: Light) -> Mark:
    return Mark(LIGHTS[light], light_text(light))


def _overview(tables: Iterable[TableProgress], keys: Iterable[str]) -> Table:
    rows = tuple(_overview_row(table, key) for table, key in zip(tables, keys, strict=True))
    return Table("项目一览", _OVERVIEW, (Group(rows),), sought="项目")


def _overview_row(table: TableProgress, key: str) -> Row:
    execution = table.execution
    lights = [line.light for line in table.lines]
    return Row(
        (
            Cell(table.table.name, link=key),
            _light_cell(table.completion),
            NONE if execution is None else _light_cell(execution.light),
            _share_cell(None if execution is None else execution.rate),
            _share_cell(table.completed),
            *(_count_cell(lights.count(light)) for light in (Light.RED, Light.YELLOW, Light.UNKNOWN)),
        )
    )


def _light_cell(light: Light) -> Cell:
    return Cell(mark=_mark(light), key=_URGENCY.get(light, Fraction(0)))


def _share_cell(share: Fraction | None) -> Cell:
    return NONE if share is None else Cell(percent(share), bar=Bar(share, share), key=share)


def _count_cell(count: int) -> Cell:
    return Cell(str(count), key=Fraction(count))


def _project(table: TableProgress, key: str) -> Project:
    marks = [_mark_of("目标完成", table.completion)]
    if table.execution is not None:
        marks.append(_mark_of("预算执行", table.execution.light))
    return Project(
        key,
        f"{table.table.name}（{table.table.year}年）",
        table.table.name,
        marks=tuple(marks),
        facts=tuple(_facts(table)),
        chart=_chart(table),
        table=_lines_table(table),
        notes=(*table.remarks, *deadlines(table)),
    )


def _mark_of(track: str, light: Light) -> Mark:
    return Mark(LIGHTS[light], f"{track} {light_text(light)}")


def _facts(table: TableProgress) -> Iterator[Fact]:
    execution = table.execution
    if table.table.department:
        yield Fact("部门", table.table.department)
    if execution is not None:
        yield Fact("预算", NOTHING if execution.budget is None else str(execution.budget))
        yield Fact("已支出", NOTHING if execution.spent is None else str(execution.spent))
        yield Fact("执行率", percent(execution.rate))
    yield Fact("时间进度", percent(table.time_share))
    yield Fact("完成进度", percent(table.completed))
    yield Fact("监控办法", table.method.title or table.method.name)


def _chart(table: TableProgress) -> PlanChart | None:
    """Draw where spending stands today against the plan; nothing where there is neither."""
    execution, planned = table.execution, tuple(map(Fraction, table.table.plan))
    if execution is None or (not planned and execution.rate is None):
        return None
    today = f"截至{table.as_of.month}月{table.as_of.day}日"
    quarters = ((f"{number}季度末", percent(share), NOTHING) for number, share in enumerate(planned, 1))
    now = (today, NOTHING, NOTHING if execution.rate is None else f"{percent(execution.rate)}（{execution.spent}）")
    return PlanChart(planned, day=table.time_share, rate=execution.rate, day_text=today, rows=(*quarters, now))


def _lines_table(table: TableProgress) -> Table:
    tracks = [Row((Cell("目标完成"), *[NONE] * 5, _light_cell(table.completion)), tuple(completion_steps(table)))]
    if table.execution is not None:
        tracks.append(_execution_row(table, table.execution))
    groups = [Group(tuple(tracks))]
    names = dict.fromkeys(_class(line) for line in table.lines)
    for name in names:
        lines = [line for line in table.lines if _class(line) == name]
        groups.append(Group(tuple(map(_line_row, lines)), name or "未分类"))
    return Table("指标和灯号", _COLUMNS, tuple(groups))


def _class(line: LineProgress) -> str:
    indicator = line.standing.indicator
    return indicator.category or indicator.sub_goal


def _execution_row(table: TableProgress, execution: ExecutionProgress) -> Row:
    _, _, budget, spent, due, _, forecast, _ = rows(table)[0]
    rate = _share_cell(execution.rate)
    light = _light_cell(execution.light)
    cells = (Cell(EXECUTION), Cell(budget), Cell(spent), Cell(due), rate, Cell(forecast), light)
    return Row(cells, tuple(execution_steps(table)))


def _line_row(line: LineProgress) -> Row:
    standing = line.standing
    indicator, forecast = standing.indicator, standing.forecast
    cells = (
        Cell(indicator.name.strip(), note=indicator.subcategory),
        Cell(standing.outcome.target.text or NOTHING),
        Cell(reached_text(standing) or "未填"),
        Cell(due_text(standing)),
        _share_cell(standing.outcome.attainment),
        NONE if forecast is None else Cell(forecast.actual.text),
        _light_cell(line.light),
    )
    return Row(cells, tuple(steps(line)))


def _sources(tables: Iterable[TableProgress]) -> Iterator[Fact]:
    methods = {table.method.name: table.method for table in tables}
    for name, method in methods.items():
        yield Fact(f"监控办法 {name}", "，".join(filter(None, (method.title, method.authority))))
