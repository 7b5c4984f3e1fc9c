"""A row of the chapter on forms that are filed: what stands in one cell of the Excel file and of the Word file."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from io import BytesIO
from itertools import pairwise

from openpyxl import load_workbook

import perfrules
from perfrules.data import resource
from perfrules.filling import Forms, fill
from perfrules.formatting.forms import goal_forms
from perfrules.names import comparable
from perfrules.progress.forms import progress_forms
from perfrules.readers import read_actuals
from perfrules.readers.contents import read_contents
from perfrules.readers.sheet import Sheet
from perfrules.report.forms import report_forms
from perfrules.review.forms import review_forms
from perfrules.rules import read_ruleset
from perfrules.ruleset import Ruleset
from perfrules.source import Source
from perfrules.tables import Actuals, ReportedSpending
from perfrules.targets import parse_quantity
from specification.markdown import ChapterError

BLANK = "空着"
_DEMONSTRATION = resource("rulesets/gaoxin-keji-2023")
_DAY = date(2023, 7, 31)
_HEAD = 6
_GIVEN = ("输出表格", "规则文件", "实际值表", "全年预算数", "全年执行数")


def filed(given: Mapping[str, str], suffix: str) -> str:
    """Give the cell in 行 and 列 of 输出表格; without 列 the one beside its label. A live formula is named as such."""
    data = _written(tuple(given.get(name, "") for name in _GIVEN), suffix)
    _, contents = read_contents(BytesIO(data))
    for sheet in contents.sheets:
        if _is_of(sheet, given["项目"]) and (found := _place(sheet, given["行"], given.get("列", ""))):
            text = " ".join(sheet.text(*found).split()) or BLANK
            return f"{text}（公式）" if suffix == ".xlsx" and _is_formula(data, sheet.name, *found) else text
    raise ChapterError(f"写出的表里没有“{given['行']}”“{given.get('列', '')}”这一格。")


def _is_of(sheet: Sheet, project: str) -> bool:
    """Whether a form names the project, or the department, as its own."""
    rows = ([text for text in row if text] for row in sheet.rows[:_HEAD])
    pairs = (pair for row in rows for pair in pairwise(row))
    return any(label in ("项目名称", "部门名称") and _same(name, project) for label, name in pairs)


def _place(sheet: Sheet, row: str, column: str) -> tuple[int, int] | None:
    label = next(
        ((at, index) for at, texts in enumerate(sheet.rows) for index, text in enumerate(texts) if _same(text, row)),
        None,
    )
    if label is None:
        return None
    if not column:
        span = sheet.merge(*label)
        return label[0], span.column + span.columns
    above = (
        (at, index)
        for at in range(label[0], -1, -1)
        for index, text in enumerate(sheet.rows[at])
        if _same(text, column)
    )
    found = next(above, None)
    return None if found is None else (label[0], found[1])


def _same(text: str, wanted: str) -> bool:
    return comparable(text) == comparable(wanted)


def _is_formula(data: bytes, sheet: str, row: int, column: int) -> bool:
    return str(load_workbook(BytesIO(data))[sheet].cell(row + 1, column + 1).data_type) == "f"


@cache
def _written(given: tuple[str, ...], suffix: str) -> bytes:
    name, rules, values, budget, spent = given
    ruleset = _ruleset(rules)
    return fill(name, _forms(name, ruleset, _actuals(name, ruleset, values, budget, spent)), suffix)


def _ruleset(rules: str) -> Ruleset:
    if not rules:
        return perfrules.load(_DEMONSTRATION)
    content = read_ruleset(Source("规则文件", rules.replace("⏎", "\n")))
    assert content.diagnostics == ()
    return Ruleset(content.goal_tables, content.schemes, language=content.language)


def _actuals(name: str, ruleset: Ruleset, values: str, budget: str, spent: str) -> Actuals:
    if not values:
        files = (
            ("monitor-2023-07", "monitor-spending-2023-07")
            if name == "运行监控表"
            else ("actuals-2023", "spending-2023")
        )
        return read_actuals(*(str(_DEMONSTRATION / "示例" / f"{file}.csv") for file in files))
    read = read_actuals(BytesIO(values.replace("⏎", "\n").encode()))
    adjusted, spending = (parse_quantity(amount) if amount else None for amount in (budget, spent))
    project = ruleset.goal_tables[0].name
    return Actuals(read.values, (ReportedSpending(project, adjusted=adjusted, spent=spending),))


def _forms(name: str, ruleset: Ruleset, actuals: Actuals) -> Forms:
    match name:
        case "自评表":
            return report_forms(ruleset.evaluate(actuals))
        case "运行监控表":
            return progress_forms(ruleset.monitor(actuals, _DAY))
        case "绩效目标表":
            return goal_forms(ruleset.goal_tables)
        case "审核意见":
            return review_forms(ruleset.review())
    raise ChapterError(f"没有“{name}”这种表。")
