"""What can be asked of a 一级指标 of a table, and of a target that a goal states in words."""

import re
from fractions import Fraction

from perfrules.formulas import Kind, Objects, Related, Value
from perfrules.names import category_of
from perfrules.review.fact import Fact
from perfrules.review.facts_target import target_facts
from perfrules.review.facts_values import points_sum
from perfrules.review.parts import AmountView, CategoryView
from perfrules.review.prose import thing_counted
from perfrules.review.views import MOST_NAMED, IndicatorView
from perfrules.syntax.folding import fold
from perfrules.targets import Amounts
from perfrules.units import comparison_note

_POINTS = re.compile(r"[(\[](\d+(?:\.\d+)?)分?[)\]]$")


def points_written(view: CategoryView) -> Value:
    """The points in brackets behind its name: 产出指标（50分）."""
    found = _POINTS.search(fold(view.written).strip())
    return Fraction(found[1]) if found else None


def counterparts(view: AmountView) -> tuple[IndicatorView, ...]:
    """The indicators of the table that measure the same: of the same name, but for 数量 and the like, and unit."""
    region, phrase = view.found.target.region, view.found.phrase
    if not isinstance(region, Amounts):
        return ()
    # 帮扶12个村 counts 帮扶村, 培训教师60人 counts 培训教师.
    names = dict.fromkeys(thing_counted(name) for name in (phrase, phrase + view.after))
    return tuple(
        each
        for name in names
        if len(name) > 1
        for each in view.table.by_thing.get(name, [])[:MOST_NAMED]
        if isinstance(other := each.indicator.target.region, Amounts)
        and comparison_note(region.unit, other.unit) is not None
    )


def counterparts_text(view: AmountView) -> str:
    """Those indicators with what they ask for."""
    found = (each.indicator for each in counterparts(view))
    return "、".join(f"{each.name}{each.target.text}" for each in found)


CATEGORY_FACTS: tuple[Fact[CategoryView], ...] = (
    Fact("名称", Kind.TEXT, "一级指标的规范名称；不认识的是表里写的", lambda view: view.name),
    Fact("原文", Kind.TEXT, "表里写的一级指标", lambda view: view.written),
    Fact("认识", Kind.TRUTH, "是认识的一级指标", lambda view: bool(category_of(view.written))),
    Fact("指标", Objects("指标"), "它下面的指标", lambda view: view.indicators),
    Fact("分值合计", Kind.NUMBER, "它下面各指标的分值合计；有没写的没有值", lambda view: points_sum(view.indicators)),
    Fact("标明分值", Kind.NUMBER, "名称后面的括号里写的分值", points_written),
    Fact("表", Related("目标表"), "所在的目标表", lambda view: view.table),
)
AMOUNT_FACTS: tuple[Fact[AmountView], ...] = (
    Fact("原文", Kind.TEXT, "文字里的那一段", lambda view: view.found.text + view.after),
    Fact("事项", Kind.TEXT, "文字里说的是什么的数量", lambda view: view.found.phrase),
    Fact("对应要求", Kind.TEXT, "对应指标的名称和指标值", counterparts_text),
    Fact("对应指标", Objects("指标"), "表里说同一件事的指标", counterparts),
    Fact("表", Related("目标表"), "所在的目标表", lambda view: view.table),
    *target_facts(lambda view: view.found.target),
)
