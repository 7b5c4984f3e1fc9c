"""What can be asked of a goal table: its fields, its texts, what is in it, and the tables around it."""

import re
from collections import Counter

from perfrules.formulas import Kind, Objects, Related
from perfrules.names import comparable
from perfrules.review.fact import Fact
from perfrules.review.facts_indicator import category, subcategory
from perfrules.review.facts_values import number, points_sum
from perfrules.review.prose import (
    document_in,
    doubled_word,
    former_year,
    own_characters,
    own_pairs,
    works_in,
    wrong_marks,
)
from perfrules.review.views import MOST_NAMED, IndicatorView, TableView
from perfrules.syntax.folding import fold
from perfrules.tables import Level
from perfrules.targets import Amounts
from perfrules.targets.finding import is_countable

_TITLE_ENDS = re.compile(r"(?:项目)?(?:支出)?(?:绩效)?(?:目标)?(?:申报|自评)?表?$")
_TITLE_STARTS = re.compile(r"^(?:19|20)\d\d年度?")
_GOAL_NUMBER = re.compile(r"^(?:绩效)?目标[\d一二三四五六七八九十]+[:：]?")
_DIGITS, _NUMERALS = re.compile(r"^\(\d+\)"), re.compile(r"^\([一二三四五六七八九十]+\)")
_SHORTEST_NAME, _LONGEST_NAME = 4, 40
_LONGEST_TEXT = 5000
"""Characters of a text that are searched for the names of other projects."""

_SMALLEST_TELLING = 10
"""Two indicators may well ask for one of something each."""


def title_name(view: TableView) -> str:
    """The name of the project that the title states; empty where the title states none."""
    title = _TITLE_STARTS.sub("", fold(view.table.title).strip())
    return _TITLE_ENDS.sub("", title)


def goals_text(view: TableView) -> str:
    """The goals without their numbers, one a line."""
    return "\n".join(_GOAL_NUMBER.sub("", goal).strip() for goal in view.table.goals)


def all_text(view: TableView) -> str:
    """Everything that is written in sentences."""
    table = view.table
    parts = [*table.goals, table.budget.purpose]
    for each in table.sub_goals:
        parts += [each.goal, each.indicators]
    parts += [f"{each.title}{each.text}" for each in table.safeguards]
    return "\n".join(part for part in parts if part)


def safeguards_text(view: TableView) -> str:
    """The texts of the 工作保障措施, one a line."""
    return "\n".join(each.text for each in view.table.safeguards)


def purpose_document(view: TableView) -> str:
    """The first document that the text on the money names."""
    return document_in(view.table.budget.purpose)


def numbering_differs(view: TableView) -> bool:
    """Whether some sub-goals are numbered in digits and others in Chinese numerals."""
    titles = [fold(each.title).strip() for each in view.table.sub_goals]
    return any(map(_DIGITS.match, titles)) and any(map(_NUMERALS.match, titles))


def old_year(view: TableView) -> str:
    """A year before the budget year in the name or in the goals."""
    return former_year("。".join((view.table.name, *view.table.goals)), view.table.year)


def other_project(view: TableView) -> str:
    """The name of another project in the goals or in the text on the money."""
    text = f"{goals_text(view)}\n{view.table.budget.purpose}"[:_LONGEST_TEXT]
    names = view.portfolio.project_names
    for length in sorted((each for each in names if _SHORTEST_NAME <= each <= _LONGEST_NAME), reverse=True):
        for start in range(len(text) - length + 1):
            found = text[start : start + length]
            if found in names[length] and found not in view.table.name and found not in view.table.title:
                return found
    return ""


def name_is_measured(view: TableView) -> bool | None:
    """Whether any indicator mentions what the project is called after; None where the name says nothing of its own.

    One 汉字 in common is enough, since names are shortened: 参保 is of 医疗保险.
    """
    wanted = own_characters(view.table.name)
    if not wanted or not view.table.indicators:
        return None
    return any(not wanted.isdisjoint(f"{each.name}{each.description}") for each in view.table.indicators)


def effects(view: TableView) -> tuple[IndicatorView, ...]:
    """The indicators of 效益."""
    return tuple(each for each in view.indicators if category(each) == "效益指标")


def repeated_names(view: TableView) -> str:
    """The names that several indicators have."""
    counts = Counter(comparable(each.name) for each in view.table.indicators if each.name)
    return "、".join(name for name, count in counts.items() if count > 1)


def same_counts(view: TableView) -> str:
    """The first quantity indicators that ask for the same number of the same things, unless it is a small number."""
    found: dict[str, list[str]] = {}
    for each in view.indicators:
        target = each.indicator.target
        region = target.region
        if subcategory(each) != "数量指标" or not isinstance(region, Amounts) or not is_countable(region.unit):
            continue
        bounds = [bound for bound in (region.interval.low, region.interval.high) if bound is not None]
        if bounds and min(bounds) / region.unit.factor >= _SMALLEST_TELLING:
            found.setdefault(target.canonical, []).append(each.indicator.name)
    groups = ((canonical, list(dict.fromkeys(names))) for canonical, names in found.items())
    return next((f"{'、'.join(names)}（都是{text}）" for text, names in groups if len(names) > 1), "")


def projects(view: TableView) -> tuple[TableView, ...]:
    """The project tables of a department, for the table of the department itself."""
    if view.table.level is not Level.DEPARTMENT:
        return ()
    return tuple(each for each in view.colleagues if each.table.level is Level.PROJECT)


def idle_projects(view: TableView) -> str:
    """The projects of a department that plan to spend nothing before the last quarter."""
    plans = ((each.table.name, each.table.plan) for each in projects(view))
    return "、".join(name for name, plan in plans if plan and not plan[2])


def orphans(view: TableView) -> str:
    """The projects of a department of which no 分项绩效目标 says a word: neither of their names nor of their titles."""
    texts = [f"{each.title}{each.goal}{each.indicators}" for each in view.table.sub_goals]
    said = frozenset[str]().union(*(own_pairs(part) for text in texts for part in _parts(text)))
    found = [
        each.table.name
        for each in (projects(view) if said else ())
        if (own := own_pairs(each.table.name)) and said.isdisjoint(own | own_pairs(title_name(each)))
    ]
    more = f"等{len(found)}个" if len(found) > MOST_NAMED else ""
    return f"{'、'.join(found[:MOST_NAMED])}{more}"


def unmeasured_works(view: TableView) -> str:
    """What the goals say will be built, and no indicator mentions; empty for a table without indicators."""
    texts = "".join(f"{each.name}{each.description}" for each in view.table.indicators)
    works = works_in(goals_text(view)[:_LONGEST_TEXT]) if texts else ()
    return "、".join(dict.fromkeys(phrase for phrase, thing in works if thing not in texts))


def _parts(text: str) -> tuple[str, ...]:
    """A text in parts of a sentence, each short enough to be looked at as a whole."""
    return tuple(filter(None, re.split("[，。；：、,;]", text[:_LONGEST_TEXT])))


def _names(views: tuple[IndicatorView, ...]) -> tuple[str, ...]:
    return tuple(view.indicator.name for view in views)


TABLE_FACTS: tuple[Fact[TableView], ...] = (
    Fact("名称", Kind.TEXT, "项目名称", lambda view: view.table.name),
    Fact("标题", Kind.TEXT, "表上方的标题", lambda view: view.table.title, "标题"),
    Fact("标题里的名称", Kind.TEXT, "标题里写的项目名称", title_name, "标题"),
    Fact("层级", Kind.TEXT, "“项目”或“部门”", lambda view: view.table.level.value),
    Fact("项目编码", Kind.TEXT, "项目编码", lambda view: view.table.code, "项目编码"),
    Fact("部门", Kind.TEXT, "部门", lambda view: view.table.department),
    Fact("年度", Kind.NUMBER, "预算年度", lambda view: number(view.table.year), "年度"),
    Fact("目标", Kind.TEXT, "绩效目标，一条一行，不带编号", goals_text, "目标"),
    Fact("文字", Kind.TEXT, "表里所有成句的文字", all_text),
    Fact(
        "保障措施",
        Kind.TEXT,
        "部门的工作保障措施",
        lambda view: "\n".join(each.text for each in view.table.safeguards),
        "工作保障措施",
    ),
    Fact("编号不一致", Kind.TRUTH, "分项绩效目标的编号有的用数字、有的用汉字", numbering_differs, "分项绩效目标"),
    Fact("重复的词", Kind.TEXT, "文字里连着写了两遍的词", lambda view: doubled_word(all_text(view))),
    Fact(
        "误用的标点",
        Kind.TEXT,
        "文字里连着的标点或汉字之间的半角标点，带前后的字",
        lambda view: wrong_marks(all_text(view)),
    ),
    Fact("以前的年份", Kind.TEXT, "名称或目标里，一句话开头的早于预算年度的年份", old_year),
    Fact("提到的其他项目", Kind.TEXT, "目标或资金用途里写的另一个项目的名称", other_project),
    Fact(
        "用途里的文件",
        Kind.TEXT,
        "资金用途里写明的文件名称或文号",
        lambda view: document_in(view.table.budget.purpose),
        "资金用途",
    ),
    Fact("指标提到项目内容", Kind.TRUTH, "有指标的名称或说明提到了项目名称里的词", name_is_measured),
    Fact("指标", Objects("指标"), "表里的指标", lambda view: view.indicators),
    Fact("效益指标", Objects("指标"), "表里效益指标下的指标", effects),
    Fact("效益指标名称", Kind.TEXT, "效益指标下各指标的名称", lambda view: "、".join(_names(effects(view)))),
    Fact("分值合计", Kind.NUMBER, "各指标的分值合计；有没写的没有值", lambda view: points_sum(view.indicators)),
    Fact("重名指标", Kind.TEXT, "两个以上指标用的名称", repeated_names),
    Fact("同值数量指标", Kind.TEXT, "指标值完全相同的数量指标（10以下的不算）", same_counts),
    Fact("类别", Objects("一级指标"), "表里的一级指标", lambda view: view.categories),
    Fact("文中数量", Objects("文中数量"), "目标里用文字写的数量和要求", lambda view: view.amounts),
    Fact("上年", Related("目标表"), "同一项目上年的目标表", lambda view: view.former),
    Fact("项目表", Objects("目标表"), "部门目标表：同一部门、同一年度的项目目标表", projects),
    Fact("没有分项的项目", Kind.TEXT, "项目表里，哪条分项绩效目标都没有说到的", orphans, "分项绩效目标"),
    Fact(
        "没有指标的建设",
        Kind.TEXT,
        "目标里要建设、改造而没有指标说到的，如“园区建设”",
        unmeasured_works,
        "目标",
    ),
    Fact("零进度项目", Kind.TEXT, "项目表里前三季度计划不花钱的", idle_projects),
)
"""In the order in which the documentation shows them."""
