"""The kinds of objects that rules are about, with everything that can be asked of each: the one table of them.

Checking a rule, running it, its documentation and its completion are all made from this table.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import attrs

from perfrules.formulas import Value
from perfrules.review.fact import Fact, ObjectKind
from perfrules.review.facts_category import AMOUNT_FACTS, CATEGORY_FACTS
from perfrules.review.facts_indicator import INDICATOR_FACTS
from perfrules.review.facts_money import BUDGET_FACTS, CALCULATION_FACTS, QUARTER_FACTS, SOURCE_FACTS
from perfrules.review.facts_table import TABLE_FACTS
from perfrules.review.facts_target import target_facts
from perfrules.review.parts import AmountView, CalculationView, CategoryView, QuarterView, SourceView
from perfrules.review.views import IndicatorView, TableView, View
from perfrules.source import Place

_INDICATOR = ObjectKind(
    "指标",
    "三级指标，一行一个",
    (*INDICATOR_FACTS, *target_facts(lambda view: view.indicator.target)),
)
_KINDS: dict[type[Any], ObjectKind[Any]] = {
    TableView: ObjectKind("目标表", "一张目标表，项目的或部门的", (*TABLE_FACTS, *BUDGET_FACTS)),
    IndicatorView: _INDICATOR,
    CategoryView: ObjectKind("一级指标", "表里的一个一级指标", CATEGORY_FACTS),
    QuarterView: ObjectKind("季度", "资金支出计划的一个季度", QUARTER_FACTS),
    SourceView: ObjectKind("资金来源", "预算的一个组成部分", SOURCE_FACTS),
    CalculationView: ObjectKind("测算", "一个测算的算式", CALCULATION_FACTS),
    AmountView: ObjectKind("文中数量", "绩效目标的文字里写的数量或要求", AMOUNT_FACTS),
}
OBJECT_KINDS: Mapping[str, ObjectKind[Any]] = {kind.name: kind for kind in _KINDS.values()}
"""Every kind by its name."""


@attrs.frozen(eq=False)
class Thing:
    """An object as formulas see it: something that facts are asked of. Every fact is found out once, when asked.

    >>> from perfrules.review.views import Portfolio
    >>> from perfrules.tables import GoalTable
    >>> Thing(Portfolio.of([GoalTable("科普活动")]).tables[0]).fact("名称")
    '科普活动'
    """

    view: View

    @property
    def kind(self) -> ObjectKind[Any]:
        """What kind of object it is."""
        return _KINDS[type(self.view)]

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.view.name

    @property
    def place(self) -> Place | None:
        """Where it stands."""
        return self.view.place

    def fact(self, name: str) -> Value:
        """Give a fact by its name; None where there is no such value."""
        known = self.view.known
        if name not in known:
            found = _facts(self.kind.name).get(name)
            known[name] = None if found is None else _as_value(found.value(self.view))
        return known[name]  # type: ignore[return-value]  # only values are put in

    def __str__(self) -> str:
        view = self.view
        return f"{view.name}：{view.indicator.target.text}" if isinstance(view, IndicatorView) else view.name


def things(table: TableView, kind: str) -> tuple[Thing, ...]:
    """Give the objects of a kind that a table has, in the order in which they stand.

    >>> from perfrules.review.views import Portfolio
    >>> from perfrules.tables import GoalTable
    >>> [str(each) for each in things(Portfolio.of([GoalTable("科普活动")]).tables[0], "目标表")]
    ['科普活动']
    """
    return tuple(map(Thing, _OBJECTS[kind](table)))


_OBJECTS: Mapping[str, Callable[[TableView], tuple[View, ...]]] = {
    "目标表": lambda table: (table,),
    "指标": lambda table: table.indicators,
    "一级指标": lambda table: table.categories,
    "季度": lambda table: table.quarters,
    "资金来源": lambda table: table.sources,
    "测算": lambda table: table.calculations,
    "文中数量": lambda table: table.amounts,
}


@lru_cache(maxsize=64)
def _facts(kind: str) -> dict[str, Fact[Any]]:
    return {fact.name: fact for fact in OBJECT_KINDS[kind].facts}


def _as_value(given: Any) -> Value:
    match given:
        case tuple():
            return tuple(map(_as_value, given))
        case _ if type(given) in _KINDS:
            return Thing(given)
        case _:
            return given  # type: ignore[no-any-return]  # a value already
