"""What can be asked of an indicator, but for what its target asks: its words, its classes, its relations."""

from collections.abc import Mapping

from perfrules.formulas import Kind, Objects, Related, Value
from perfrules.names import category_of, comparable, indicator_classes, subcategory_of
from perfrules.review.fact import Fact
from perfrules.review.facts_values import money_in_text, number, per_cent_of_text
from perfrules.review.prose import date_in, document_in, former_year, share_words
from perfrules.review.views import IndicatorView
from perfrules.syntax import Op
from perfrules.tables import Level
from perfrules.targets import Amounts, Days, parse_quantity, polarity_of_name
from perfrules.units import comparison_note

_MOST_ALIKE = 20
"""Indicators of one name that are compared with each other."""

_WANTED = {Op.GE: "正向", Op.LE: "反向"}


def category(view: IndicatorView) -> str:
    """The 一级指标 by its canonical name; empty where it is none that is known."""
    return category_of(view.indicator.category)


def subcategory(view: IndicatorView) -> str:
    """The 二级指标 by its canonical name; empty where it is none that is known."""
    return subcategory_of(view.indicator.subcategory)


def is_misplaced(view: IndicatorView) -> bool | None:
    """Whether the 二级指标 belongs under another 一级指标; None where either is not known."""
    own, part = category(view), subcategory(view)
    if not own or not part:
        return None
    return all(part not in (each.name for each in one.parts) for one in indicator_classes() if one.name == own)


def wanted_by_name(view: IndicatorView) -> str:
    """Which way the name asks for: 正向 or 反向; empty where it does not say."""
    op = polarity_of_name(view.indicator.name)
    return "" if op is None else _WANTED[op]


def old_year(view: IndicatorView) -> str:
    """A year before the budget year in the name or the description."""
    text = f"{view.indicator.name}。{view.indicator.description}"
    return former_year(text, view.table.table.year)


def describes_itself(view: IndicatorView) -> bool:
    """Whether the description is the name again."""
    own = view.indicator
    return bool(own.description) and comparable(own.description) == comparable(own.name)


def last_year(view: IndicatorView) -> IndicatorView | None:
    """The same indicator in last year's table; None where there is none, or more than one."""
    if view.table.former is None:
        return None
    same = view.table.former.by_name.get(comparable(view.indicator.name), [])[:_MOST_ALIKE]
    closer = [each for each in same if _classes(each) == _classes(view)]
    return closer[0] if len(closer) == 1 else same[0] if len(same) == 1 else None


def namesakes(view: IndicatorView) -> tuple[IndicatorView, ...]:
    """The other indicators of that name in the same table, as far as a person would compare them."""
    same = view.table.by_name[comparable(view.indicator.name)]
    return tuple(each for each in same[:_MOST_ALIKE] if each is not view)


def siblings(view: IndicatorView) -> tuple[IndicatorView, ...]:
    """The other indicators of the table."""
    return tuple(each for each in view.table.indicators if each is not view)


def department_namesakes(view: IndicatorView) -> tuple[IndicatorView, ...]:
    """The indicators of that name in other tables of the same department and year, one of those that say the same."""
    firsts = (next((each for each in same if each.table is not view.table), None) for same in _variants(view).values())
    return tuple(each for each in firsts if each is not None)[:_MOST_ALIKE]


def copies(view: IndicatorView) -> tuple[IndicatorView, ...]:
    """Those that also have the same description and target, as many as a message can name."""
    own = view.indicator
    same = _variants(view).get((comparable(own.description), own.target.text), [])
    return tuple(each for each in same if each.table is not view.table)


def others_wanting_else(view: IndicatorView) -> str:
    """The projects of the department that ask for something else under that name, with what they ask for."""
    wanted = view.indicator.target.region
    found = department_namesakes(view)
    return "、".join(
        f"{each.table.name}“{each.indicator.target.text}”" for each in found if each.indicator.target.region != wanted
    )


def copying_projects(view: IndicatorView) -> str:
    """The projects of the department that have the very same indicator."""
    return "、".join(each.table.name for each in copies(view))


def lower_satisfaction(view: IndicatorView) -> str:
    """The satisfaction targets of a department's projects that can be met without meeting the department's."""
    wanted, table = view.indicator.target.region, view.table
    if not isinstance(wanted, Amounts) or table.table.level is not Level.DEPARTMENT:
        return ""
    return "、".join(
        f"{each.table.name}“{each.indicator.name}”{each.indicator.target.text}"
        for each in table.loosest_satisfaction
        if isinstance(own := each.indicator.target.region, Amounts)
        and own.unit.dimension == wanted.unit.dimension
        and not wanted.interval.includes(own.interval)
    )


def _variants(view: IndicatorView) -> Mapping[tuple[str, str], list[IndicatorView]]:
    table = view.table.table
    key = (comparable(table.department), table.year, comparable(view.indicator.name))
    return view.table.portfolio.by_indicator.get(key, {})


def _classes(view: IndicatorView) -> tuple[str, str]:
    return category(view), subcategory(view)


def years_away(view: IndicatorView) -> Value:
    """How many years its deadline or its stretch of days lies behind the budget year; negative before it."""
    region, year = view.indicator.target.region, view.table.table.year
    if not isinstance(region, Days) or region.last is None or year is None:
        return None
    if region.first is not None and region.first.year < year:
        return number(region.first.year - year)
    return number(region.last.year - year)


def due_quarter(view: IndicatorView) -> Value:
    """The quarter of the budget year in which its deadline lies."""
    region = view.indicator.target.region
    if not isinstance(region, Days) or region.last is None or region.last.year != view.table.table.year:
        return None
    return number((region.last.month + 2) // 3)


def is_due_at_the_end(view: IndicatorView) -> bool | None:
    """Whether its deadline is the end of the budget year."""
    region = view.indicator.target.region
    if not isinstance(region, Days) or region.last is None:
        return None
    return (region.last.month, region.last.day) == (12, 31)


def compares_with_last_year(view: IndicatorView) -> bool | None:
    """Whether the value of last year is of the same kind as the target; None where either is no amount."""
    region, baseline = view.indicator.target.region, parse_quantity(view.indicator.baseline)
    if not isinstance(region, Amounts) or baseline is None:
        return None
    return not baseline.unit.text or comparison_note(region.unit, baseline.unit) is not None


def _baseline(view: IndicatorView) -> Value:
    return number(parse_quantity(view.indicator.baseline))


INDICATOR_FACTS: tuple[Fact[IndicatorView], ...] = (
    Fact("名称", Kind.TEXT, "三级指标的名称", lambda view: view.indicator.name),
    Fact("说明", Kind.TEXT, "绩效指标描述", lambda view: view.indicator.description),
    Fact("依据", Kind.TEXT, "指标值确定依据", lambda view: view.indicator.basis),
    Fact("佐证", Kind.TEXT, "佐证材料", lambda view: view.indicator.evidence),
    Fact("一级指标", Kind.TEXT, "一级指标的规范名称；不认识的为空", category),
    Fact("二级指标", Kind.TEXT, "二级指标的规范名称；不认识的为空", subcategory),
    Fact("一级指标原文", Kind.TEXT, "表里写的一级指标", lambda view: view.indicator.category),
    Fact("二级指标原文", Kind.TEXT, "表里写的二级指标", lambda view: view.indicator.subcategory),
    Fact("类别不符", Kind.TRUTH, "二级指标不属于它上面的一级指标", is_misplaced),
    Fact("分项目标", Kind.TEXT, "部门的分项绩效目标", lambda view: view.indicator.sub_goal),
    Fact("分值", Kind.NUMBER, "分值；没有写的没有值", lambda view: number(view.indicator.weight)),
    Fact("上年值", Kind.NUMBER, "上年的实际完成值；不是数的没有值", _baseline),
    Fact("上年值原文", Kind.TEXT, "表里写的上年值", lambda view: view.indicator.baseline),
    Fact("上年值可比", Kind.TRUTH, "上年值与指标值是同一种量；有一个不是数的没有值", compares_with_last_year),
    Fact("名称方向", Kind.TEXT, "从名称看，越大越好是“正向”，越小越好是“反向”，看不出为空", wanted_by_name),
    Fact("名称里的日期", Kind.TEXT, "名称里写的日期", lambda view: date_in(view.indicator.name)),
    Fact("年份差", Kind.NUMBER, "期限或时段离预算年度几年，早于它是负数", years_away),
    Fact("期限的季度", Kind.NUMBER, "期限在预算年度的第几季度", due_quarter),
    Fact("期限在年底", Kind.TRUTH, "期限是12月31日", is_due_at_the_end),
    Fact("以前的年份", Kind.TEXT, "名称或说明里，一句话开头的早于预算年度的年份", old_year),
    Fact("说明重复名称", Kind.TRUTH, "说明和名称一样", describes_itself),
    Fact(
        "名称与说明相关",
        Kind.TRUTH,
        "名称和说明有相同的词；有一个空着的没有值",
        lambda view: share_words(view.indicator.name, view.indicator.description),
    ),
    Fact("依据里的文件", Kind.TEXT, "依据里写明的文件名称或文号", lambda view: document_in(view.indicator.basis)),
    Fact("依据里的金额", Kind.NUMBER, "依据里唯一的金额或单价", lambda view: money_in_text(view.indicator.basis)),
    Fact("依据里的百分数", Kind.NUMBER, "依据里唯一的百分数", lambda view: per_cent_of_text(view.indicator.basis)),
    Fact("表", Related("目标表"), "所在的目标表", lambda view: view.table),
    Fact("上年", Related("指标"), "上年目标表里的同一个指标", last_year),
    Fact("同名指标", Objects("指标"), "同一张表里的其他同名指标", namesakes),
    Fact("其他指标", Objects("指标"), "同一张表里的其他指标", siblings),
    Fact("部门同名指标", Objects("指标"), "同一部门、同一年度其他目标表里的同名指标", department_namesakes),
    Fact("部门其他要求", Kind.TEXT, "部门同名指标里，指标值不同的项目和指标值", others_wanting_else),
    Fact("雷同项目", Kind.TEXT, "有同一个指标、说明和指标值也一样的其他项目", copying_projects),
    Fact("较低的满意度", Kind.TEXT, "部门的满意度指标：要求比它低的项目和指标值", lower_satisfaction),
)
"""In the order in which the documentation shows them."""
