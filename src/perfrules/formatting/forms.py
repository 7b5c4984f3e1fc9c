"""Goal tables as the form that is filed: 绩效目标表, as offices of Hebei have it, by the names that templates use."""

from collections.abc import Iterable
from fractions import Fraction

from perfrules.filling import Cell, Form, Forms, Listing
from perfrules.filling.amounts import money, percentage
from perfrules.tables import GoalTable, Indicator, Level

NAME = "绩效目标表"
"""The template of this form in `filling/templates/`."""

_LINES = ("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据", "分值")
_SOURCES = ("财政资金", "其他资金")
_QUARTERS = ("第一季度", "第二季度", "第三季度", "第四季度")
_NUMBERED = ("序号", "内容")


def goal_forms(tables: Iterable[GoalTable]) -> Forms:
    """Give a form for each goal table.

    >>> forms = goal_forms([GoalTable("科普活动", year=2025)])
    >>> [form.values["标题"] for form in forms["项目"]]
    ['科普活动绩效目标表']
    """
    given = tuple(tables)
    return {
        level.value: [_form(table) for table in given if table.level is level]
        for level in (Level.PROJECT, Level.DEPARTMENT)
    }


def _form(table: GoalTable) -> Form:
    amounts = {source.name: source.amount for source in table.budget.sources}
    others = [f"{name}{amount or ''}" for name, amount in amounts.items() if name not in _SOURCES]
    shares = [percentage(Fraction(share)) for share in table.plan]
    values: dict[str, Cell] = {
        "标题": table.title or f"{table.name}绩效目标表",
        "年度": str(table.year or ""),
        "编制": table.prepared_by,
        "项目名称": table.name,
        "部门名称": table.department or table.name,
        "项目编码": table.code,
        "主管部门": table.department,
        "预算数": money(table.budget.total),
        **{name: money(amounts.get(name)) for name in _SOURCES},
        "资金用途": "\n".join(filter(None, [table.budget.purpose, *(["；".join(others)] if others else [])])),
        "测算": "\n".join(each.text for each in table.calculations),
        **dict(zip(_QUARTERS, [*shares, "", "", "", ""][:4], strict=True)),
        "绩效目标": "\n".join(table.goals),
        "分项说明": table.sub_goals_introduction,
    }
    lists = {
        "指标": Listing(_LINES, tuple(_line(indicator) for indicator in table.indicators)),
        "分项": _numbered(
            "\n".join(
                filter(
                    None,
                    [
                        each.title,
                        each.goal and f"绩效目标：{each.goal}",
                        each.indicators and f"绩效指标：{each.indicators}",
                    ],
                )
            )
            for each in table.sub_goals
        ),
        "措施": _numbered("\n".join(filter(None, [each.title, each.text])) for each in table.safeguards),
    }
    return Form(table.name, values, lists)


def _numbered(texts: Iterable[str]) -> Listing:
    return Listing(_NUMBERED, tuple((str(index), text) for index, text in enumerate(texts, 1)))


def _line(indicator: Indicator) -> tuple[Cell, ...]:
    return (
        indicator.category or indicator.sub_goal,
        indicator.subcategory,
        indicator.name.strip(),
        indicator.description,
        indicator.stated_target,
        indicator.basis,
        "" if indicator.weight is None else f"{indicator.weight:f}",
    )
