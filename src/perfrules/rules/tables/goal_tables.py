"""The goal table (目标表) of a ruleset: its lines to a :class:`~perfrules.tables.GoalTable`."""

import re
from collections.abc import Iterator

import attrs

from perfrules.diagnostics import Code
from perfrules.names import comparable
from perfrules.rules.tables.amounts import read_budget, read_calculation, read_plan, read_share
from perfrules.rules.tables.indicators import Setting, is_category, read_category, read_indicators, without_duplicates
from perfrules.rules.tables.waivers import read_waivers
from perfrules.rules.text.fields import Given, Spellings, field_named, listed, said, singles, unknown_field, value_of
from perfrules.rules.text.lines import Piece
from perfrules.rules.text.outline import Entry, Problems
from perfrules.source import Place
from perfrules.syntax import Language, fold
from perfrules.tables import GoalTable, Indicator, Level, Safeguard, SubGoal

FIELDS: Spellings = {
    "标题": (),
    "编制": ("编制单位",),
    "又写": ("别名",),
    "项目编码": (),
    "年度": ("预算年度",),
    "部门": ("主管部门",),
    "评分办法": (),
    "项目权重": (),
    "预算数": ("预算", "预算规模"),
    "资金用途": ("用途",),
    "测算": (),
    "支出计划": ("资金支出计划", "资金支出计划(累进进度%)"),
    "目标": ("绩效目标", "总体目标", "总体绩效目标"),
    "分项绩效目标": ("分项目标",),
    "绩效指标": ("指标",),
    "工作保障措施": ("保障措施",),
    "免审": (),
}
SUB_GOAL_FIELDS: Spellings = {"绩效目标": ("目标",), "绩效指标": ("指标",)}

_NUMBERED_GOAL = re.compile(r"(?:绩效)?目标[\d一二三四五六七八九十]+")
_YEAR = re.compile(r"((?:19|20)\d\d)年?")


def read_goal_table(entry: Entry, level: Level, name: Piece, language: Language, problems: Problems) -> GoalTable:
    """Read a goal table. What is wrong in it is said in `problems`, and left out of the table."""
    lines = _Lines(problems)
    for child in entry.children:
        lines.take(child)
    text = {field: each.text.text for field, each in lines.fields.items()}
    year = lines.year()
    setting = Setting(year, language)
    sub_goals = [_read_sub_goal(child, setting, problems) for child in lines.under("分项绩效目标")]
    return GoalTable(
        name.text,
        level=level,
        title=text.get("标题", ""),
        other_names=listed(text.get("又写", "")),
        code=text.get("项目编码", ""),
        year=year,
        department=text.get("部门", ""),
        prepared_by=text.get("编制", ""),
        scheme=text.get("评分办法", ""),
        share=read_share(lines.fields["项目权重"].text, problems) if "项目权重" in text else None,
        budget=read_budget(lines.entry("预算数"), text.get("资金用途", ""), problems),
        calculations=tuple(
            found
            for each in lines.calculations
            if (found := read_calculation(value_of(each), language, problems)) is not None
        ),
        plan=read_plan(lines.fields["支出计划"].text, problems) if "支出计划" in text else (),
        goals=tuple(goal for each in lines.goals for goal in _goals(each)),
        sub_goals=tuple(sub_goal for sub_goal, _ in sub_goals),
        sub_goals_introduction=lines.own_text("分项绩效目标"),
        safeguards=tuple(_safeguard(child) for child in lines.under("工作保障措施")),
        indicators=without_duplicates(
            [*lines.indicators(setting), *(each for _, found in sub_goals for each in found)], problems
        ),
        waivers=read_waivers(lines.waivers, problems),
        place=entry.place,
        places=lines.places(),
    )


@attrs.define
class _Lines:
    """The lines of a table, sorted by what they are."""

    problems: Problems
    given: list[Given] = attrs.field(factory=list)
    goals: list[Entry] = attrs.field(factory=list)
    calculations: list[Entry] = attrs.field(factory=list)
    waivers: list[Piece] = attrs.field(factory=list)
    classes: list[Entry] = attrs.field(factory=list)
    fields: dict[str, Given] = attrs.field(factory=dict)

    def take(self, entry: Entry) -> None:
        """Sort a line in."""
        field = field_named(entry.label, FIELDS)
        if is_category(entry):
            self.classes.append(entry)
        elif field == "目标" or _NUMBERED_GOAL.fullmatch(comparable(entry.label)):
            self.goals.append(entry)
        elif field == "测算":
            self.calculations.append(entry)
        elif field == "免审":
            self.waivers.append(value_of(entry))
        elif field is not None:
            found = singles([*self.fields.values(), Given(field, value_of(entry), entry)], self.problems)
            self.fields = found
        elif entry.line.value is None and entry.children:
            self.classes.append(entry)
        else:
            unknown_field(entry.line.label, "目标表", FIELDS, self.problems)

    def entry(self, field: str) -> Entry | None:
        """Give the line of a field."""
        given = self.fields.get(field)
        return None if given is None else given.entry

    def under(self, field: str) -> tuple[Entry, ...]:
        """Give the lines under the line of a field."""
        entry = self.entry(field)
        return () if entry is None else entry.children

    def own_text(self, field: str) -> str:
        """Give the text of a field on its own line, without what stands under it."""
        entry = self.entry(field)
        return "" if entry is None or entry.line.value is None else entry.line.value.text

    def places(self) -> dict[str, Place]:
        """Give the place of each field; of several goals that of the first."""
        fields = {field: each.entry for field, each in self.fields.items()} | {"目标": next(iter(self.goals), None)}
        return {field: entry.place for field, entry in fields.items() if entry is not None}

    def year(self) -> int | None:
        """Read the budget year."""
        given = self.fields.get("年度")
        if given is None or not given.text.text:
            return None
        year = _YEAR.fullmatch(fold(given.text.text))
        if year is None:
            self.problems.add(Code.YEAR_WRONG, given.text, text=given.text.text)
            return None
        return int(year[1])

    def indicators(self, setting: Setting) -> Iterator[Indicator]:
        """Read the indicators under classes, and those that stand under 绩效指标 without any."""
        for entry in self.classes:
            yield from read_category(entry, setting, self.problems)
        yield from read_indicators(self.under("绩效指标"), setting, self.problems)


def _goals(entry: Entry) -> tuple[str, ...]:
    """Give the goals of a line: numbered ones with their number, as the official form shows them."""
    if _NUMBERED_GOAL.fullmatch(comparable(entry.label)):
        return (entry.line.whole.text,)
    if entry.line.value is not None and entry.line.value.text:
        return (entry.line.value.text, *map(said, entry.children))
    return tuple(map(said, entry.children))


def _read_sub_goal(entry: Entry, setting: Setting, problems: Problems) -> tuple[SubGoal, tuple[Indicator, ...]]:
    title = said(entry)
    fields: dict[str, Given] = {}
    for child in entry.children:
        field = field_named(child.label, SUB_GOAL_FIELDS)
        if field is None:
            unknown_field(child.line.label, "分项绩效目标", SUB_GOAL_FIELDS, problems)
            continue
        fields = singles([*fields.values(), Given(field, child.line.value or child.line.label, child)], problems)
    goal, words = (fields[field].text.text if field in fields else "" for field in SUB_GOAL_FIELDS)
    under = fields["绩效指标"].entry if "绩效指标" in fields else None
    own = attrs.evolve(setting, sub_goal=title)
    indicators = () if under is None else tuple(read_indicators(under.children, own, problems))
    return SubGoal(title, goal, words), indicators


def _safeguard(entry: Entry) -> Safeguard:
    """Split `（一）完善制度建设。制定……` behind its first sentence, or at the colon."""
    if entry.line.value is not None:
        return Safeguard(entry.label, entry.line.value.text)
    title, stop, text = said(entry).partition("。")
    return Safeguard(title + stop, text)
