"""A goal table written as a ruleset, so that reading it gives the same table."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from perfrules.formatting.format import format_source
from perfrules.formatting.spelling import GAP, spelled
from perfrules.source import Source
from perfrules.tables import GoalTable, Indicator, Level, Waiver
from perfrules.units import Quantity, exact_text

Columns = tuple[tuple[str, str, bool], ...]

_INDENT = "  "


def goal_table_text(table: GoalTable) -> str:
    r"""Write a goal table in the one layout of rulesets.

    Raises:
        ValueError: A text has a line break in it, or begins as a comment does, where it has to stand in one line.

    >>> print(goal_table_text(GoalTable("灌区", year=2023, goals=("改善面积。",))), end="")
    目标表 灌区
      年度：2023
      目标：改善面积。
    """
    keyword = "部门目标表" if table.level is Level.DEPARTMENT else "目标表"
    lines = [f"{keyword} {table.name}", *(f"{_INDENT}{line}" for line in _table(table))]
    return format_source(Source(table.name, "\n".join(lines))).text


def _line(label: str, value: str | None = None, columns: Columns = ()) -> str:
    cells = spelled((label, value, columns))
    if not cells:
        raise ValueError(f"no line can say {label!r}, {value!r}, {columns!r}")
    return (" " * GAP).join(cells)


def _table(table: GoalTable) -> Iterator[str]:
    texts = {
        "标题": table.title,
        "编制": table.prepared_by,
        "又写": "、".join(table.other_names),
        "项目编码": table.code,
        "年度": "" if table.year is None else str(table.year),
        "部门": table.department,
        "评分办法": table.scheme,
        "项目权重": "" if table.share is None else _percent(table.share),
    }
    yield from (_line(label, text) for label, text in texts.items() if text)
    yield from _budget(table)
    yield from (_line("测算", each.text) for each in table.calculations)
    if table.plan:
        yield _line("支出计划", "、".join(map(_percent, table.plan)))
    yield from _text("目标", table.goals)
    yield from (_line("免审", _waiver(waiver)) for waiver in table.waivers)
    yield from _sub_goals(table)
    if table.safeguards:
        yield _line("工作保障措施")
        yield from (f"{_INDENT}{_line(each.title + each.text)}" for each in table.safeguards)
    own = [each for each in table.indicators if not each.sub_goal]
    yield from _indicators([each for each in own if each.category or each.subcategory])
    if without_class := [each for each in own if not (each.category or each.subcategory)]:
        yield f"{_line('绩效指标')}："
        yield from (f"{_INDENT}{line}" for line in _indicators(without_class))


def _budget(table: GoalTable) -> Iterator[str]:
    budget = table.budget
    if budget.total is not None or budget.sources:
        yield _line("预算数", _money(budget.total))
        yield from (f"{_INDENT}{_line(each.name, _money(each.amount))}" for each in budget.sources)
    if budget.purpose:
        yield from _text("资金用途", budget.purpose.split("\n"))


def _percent(share: Decimal) -> str:
    return f"{exact_text(Fraction(share) * 100)}%"


def _money(amount: Quantity | None) -> str:
    return "" if amount is None else f"{exact_text(amount.number)}{amount.unit.text}"


def _text(label: str, texts: list[str] | tuple[str, ...]) -> Iterator[str]:
    """Write a text of one line behind its label, of several under it."""
    if len(texts) == 1:
        yield _line(label, texts[0])
    elif texts:
        yield f"{_line(label)}："
        yield from (f"{_INDENT}{_line(text)}" for text in texts)


def _sub_goals(table: GoalTable) -> Iterator[str]:
    if not table.sub_goals:
        return
    yield _line("分项绩效目标", table.sub_goals_introduction)
    for each in table.sub_goals:
        yield f"{_INDENT}{_line(each.title)}"
        if each.goal:
            yield f"{_INDENT * 2}{_line('绩效目标', each.goal)}"
        own = list(_indicators([line for line in table.indicators if line.sub_goal == each.title]))
        if each.indicators or own:
            yield f"{_INDENT * 2}{_line('绩效指标', each.indicators)}"
            yield from (f"{_INDENT * 3}{line}" for line in own)


def _indicators(indicators: list[Indicator]) -> Iterator[str]:
    for category, of_category in groupby(indicators, key=lambda each: each.category):
        if category:
            yield _line(category)
        for subcategory, lines in groupby(of_category, key=lambda each: each.subcategory):
            if subcategory:
                yield f"{_INDENT}{_line(subcategory)}"
            depth = bool(category) + bool(subcategory)
            yield from (f"{_INDENT * depth}{_indicator(each)}" for each in lines)


def _indicator(indicator: Indicator) -> str:
    texts = {
        "符号": indicator.sign,
        "单位": indicator.unit,
        "方向": indicator.direction,
        "分值": "" if indicator.weight is None else f"{indicator.weight:f}",
        "说明": indicator.description,
        "依据": indicator.basis,
        "上年值": indicator.baseline,
        "佐证": indicator.evidence,
        "累计": {True: "是", False: "否", None: ""}[indicator.cumulative],
        "又写": "、".join(indicator.other_names),
        "免审": "".join(map(_waiver, indicator.waivers[:1])),
    }
    columns = tuple((key, text, False) for key, text in texts.items() if text)
    return _line(indicator.name, indicator.target.text, columns)


def _waiver(waiver: Waiver) -> str:
    return f"{'、'.join(waiver.rules)} {waiver.reason}"
