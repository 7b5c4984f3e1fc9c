"""A row of the chapter on matching: names in goal tables, and the names that values are reported under."""

from collections.abc import Mapping

import attrs

from perfrules.actuals import read_actual
from perfrules.diagnostics import Diagnostic
from perfrules.report.matching import match
from perfrules.rules import read_ruleset
from perfrules.source import CellPlace, Source
from perfrules.tables import Actuals, GoalTable, Indicator, ReportedActual

NOTHING = "—"
_TARGET = "是"
_PROJECT = "灌区改造"


@attrs.frozen
class Paired:
    """What the reported names belong to, in words, and what is said about them."""

    text: str
    diagnostics: tuple[Diagnostic, ...]


def paired(given: Mapping[str, str]) -> Paired:
    """Match what the row reports with what it has in goal tables."""
    projects = given.get("目标项目", _PROJECT).split("；")
    tables = [_table(project, given.get("目标指标", "改善面积")) for project in projects]
    names = given.get("所报指标", "改善面积").split("；")
    values = tuple(
        _row(number, name, given.get("所报项目", ""), given.get("所报类别", "")) for number, name in enumerate(names)
    )
    matched = match(tables, Actuals(values))
    owners = {row.actual.text: _name(tables, line) for line, row in matched.rows.items()}
    return Paired("；".join(owners.get(str(number), NOTHING) for number in range(len(names))), matched.diagnostics)


def _table(project: str, indicators: str) -> GoalTable:
    """Read a table whose indicators are separated by ；, each with its class before ／ and its target if any."""
    lines = [f"目标表 {project}"]
    for text in indicators.split("；"):
        category, slash, line = text.partition("／")
        name = line if slash else text
        lines += [f"  {category if slash else '产出指标'}", f"    {name}" + ("" if "：" in name else f"：{_TARGET}")]
    content = read_ruleset(Source("目标表", "\n".join(lines)))
    assert content.diagnostics == ()
    return content.goal_tables[0]


def _row(number: int, name: str, project: str, category: str) -> ReportedActual:
    """Report the number of the row as its value, by which it is found again."""
    return ReportedActual(name, read_actual(str(number)), project, category, place=CellPlace("表", "", number + 1, 1))


def _name(tables: list[GoalTable], line: tuple[int, int]) -> str:
    table = tables[line[0]]
    indicator: Indicator = table.indicators[line[1]]
    is_one_of_many = sum(each.name == indicator.name for each in table.indicators) > 1
    name = f"{indicator.category}／{indicator.name}" if is_one_of_many else indicator.name
    return f"{table.name}／{name}" if len(tables) > 1 or table.name != _PROJECT else name
