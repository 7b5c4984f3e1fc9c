"""The trials (试算) of a monitoring method: a line that gives what was reported by a day, and the light it must get."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from perfrules import targets
from perfrules.actuals import read_actual
from perfrules.diagnostics import Code
from perfrules.monitoring import Light, LightCase
from perfrules.names import comparable
from perfrules.rules.schemes.values import read_date, wrong
from perfrules.rules.tables.amounts import read_money, read_plan
from perfrules.rules.text.fields import Spellings, field_named, unknown_field, value_of
from perfrules.rules.text.lines import Column, Piece
from perfrules.rules.text.outline import Entry, Problems
from perfrules.tables import Budget, GoalTable, Indicator, ReportedActual, ReportedSpending

EXECUTION = "预算执行"
COLUMNS: Spellings = {
    "截至": (),
    "一级指标": ("类别",),
    "二级指标": (),
    "累计": (),
    "实际值": ("实际", "实际完成值"),
    "上年值": ("基期值",),
    "全年预计": (),
    "全年预算数": ("预算", "预算数"),
    "全年执行数": ("执行", "执行数"),
    "支出计划": (),
    "灯号": (),
    "要说明": (),
    "说明": ("备注",),
}
_ANSWERS = {"是": True, "否": False}

_Columns = Mapping[str, Piece]


def read_method_trials(whole: Entry, method: str, problems: Problems) -> Iterator[LightCase]:
    """Read the cases of a block; what its first line gives counts for each of them."""
    common = _columns(whole.line.columns, problems)
    for entry in whole.children:
        rest = (Column(child.line.label, value_of(child), child.line.whole) for child in entry.children)
        columns = {**common, **_columns((*entry.line.columns, *rest), problems)}
        if "灯号" not in columns:
            problems.add(Code.TRIAL_EXPECTS_NOTHING, entry.line.whole, text=entry.line.whole.text, known="灯号")
            continue
        if "截至" not in columns:
            wrong(entry.line.whole, "试算，因为没有写截至哪一天", "截至 2023-07-31", problems)
            continue
        day, light = read_date(columns["截至"], problems), Light.named(comparable(columns["灯号"].text))
        if light is None:
            problems.add(Code.LIGHT_UNKNOWN, columns["灯号"], text=columns["灯号"].text)
        elif day is not None:
            yield attrs.evolve(_case(entry, columns, day, light, problems), method=method)


def _case(entry: Entry, columns: _Columns, day: date, light: Light, problems: Problems) -> LightCase:
    if comparable(entry.label) == EXECUTION:
        budget = read_money(columns["全年预算数"], problems) if "全年预算数" in columns else None
        spent = read_money(columns["全年执行数"], problems) if "全年执行数" in columns else None
        plan = read_plan(columns["支出计划"], problems) if "支出计划" in columns else ()
        table = GoalTable(EXECUTION, year=day.year, budget=Budget(budget), plan=plan)
        return LightCase("", table, day, light, spending=ReportedSpending(EXECUTION, spent=spent), place=entry.place)
    indicator = _indicator(entry, columns, day.year, problems)
    forecast = read_actual(_text(columns, "全年预计")) if "全年预计" in columns else None
    reported = ReportedActual(
        entry.label, read_actual(_text(columns, "实际值")), baseline=_text(columns, "上年值"), forecast=forecast
    )
    explained = _answer(columns, "要说明", problems)
    return LightCase("", indicator, day, light, reported, explained=explained, place=entry.place)


def _indicator(entry: Entry, columns: _Columns, year: int, problems: Problems) -> Indicator:
    category, subcategory = _text(columns, "一级指标"), _text(columns, "二级指标")
    text = "" if entry.line.value is None else entry.line.value.text
    target = targets.parse(text, name=entry.label, category=category, subcategory=subcategory, year=year)
    cumulative = _answer(columns, "累计", problems)
    return Indicator(entry.label, target, category, subcategory, cumulative=cumulative, place=entry.place)


def _answer(columns: _Columns, name: str, problems: Problems) -> bool | None:
    if name not in columns:
        return None
    answer = _ANSWERS.get(comparable(columns[name].text))
    if answer is None:
        wrong(columns[name], name, "是或否", problems)
    return answer


def _text(columns: _Columns, name: str) -> str:
    return columns[name].text if name in columns else ""


def _columns(columns: Iterable[Column], problems: Problems) -> dict[str, Piece]:
    found: dict[str, Piece] = {}
    for column in columns:
        field = field_named(column.key.text, COLUMNS)
        if field is None:
            unknown_field(column.key, "试算", COLUMNS, problems)
        elif field in found:
            problems.add(Code.FIELD_TWICE, column.key, field=field)
        else:
            found[field] = column.text
    return found
