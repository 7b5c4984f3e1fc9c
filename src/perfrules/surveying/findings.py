"""Review rules over columns: each different wording is reviewed once, and its lines are counted."""

from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa

from perfrules.formulas import names_in
from perfrules.review import Finding, ReviewRule, configured, review
from perfrules.rules import shipped_review
from perfrules.ruleset import Ruleset
from perfrules.surveying.lines import WORDING, Lines
from perfrules.surveying.readings import Reading, readings
from perfrules.tables import GoalTable, Indicator

ABOUT = "指标"
"""The kind of objects that have a line each; rules about others need whole tables."""

NEEDS_MORE = frozenset(
    {
        *("表", "上年", "同名指标", "其他指标", "部门同名指标", "部门其他要求", "雷同项目", "较低的满意度"),
        *("说明", "依据", "佐证", "上年值", "上年值原文", "上年值可比", "说明重复名称", "名称与说明相关"),
        *("依据里的文件", "依据里的金额", "依据里的百分数", "分值", "分项目标", "以前的年份"),
    }
)
"""Facts of an indicator that other lines decide, or columns that differ from line to line: rules that ask for one of
them are for whole tables."""

BY_YEAR = frozenset({"年份差", "期限的季度"})
"""Facts that the budget year decides."""

_TOGETHER = 2_000
"""Wordings that are reviewed at once; what was found out about them is forgotten after."""

FINDINGS = pa.schema(
    {
        "rule": pa.string(),
        "rule_name": pa.string(),
        "level": pa.string(),
        "message": pa.string(),
        **{field: pa.string() for field in WORDING},
        "lines": pa.int64(),
        "first_row": pa.int64(),
        "first_department": pa.string(),
        "first_project": pa.string(),
    }
)
"""A line for each rule and wording that it does not hold for: how many lines have this wording, and the first of them,
counted from 0. The worst and commonest come first."""


def line_rules(rules: Sequence[ReviewRule], fields: frozenset[str]) -> tuple[ReviewRule, ...]:
    """Give the rules that can be told from a line by itself with these columns."""
    return tuple(rule for rule in rules if rule.about == ABOUT and _is_for_lines(rule, fields))


def line_findings(lines: Lines, ruleset: Ruleset | None = None) -> pa.Table:
    """Review every different wording by the shipped rules and those of the ruleset, as far as a line tells."""
    own = Ruleset() if ruleset is None else ruleset
    rules = {rule.id: rule for rule in (*shipped_review().rules, *own.review_rules)}
    chosen = line_rules(configured(tuple(rules.values()), own.review_settings).rules, lines.fields)
    counts = np.bincount(lines.wording, minlength=len(lines.wordings))
    _, first = np.unique(lines.wording, return_index=True)
    rows: list[tuple[tuple[int, int, str], dict[str, object]]] = []
    for number, reading, finding in _reviewed(lines, own, chosen):
        row = int(first[number])
        _, department, project = lines.projects[int(lines.project[row])]
        shown = {
            "rule": finding.rule.id,
            "rule_name": finding.rule.name,
            "level": finding.rule.level,
            "message": finding.message,
            **dict(zip(WORDING, reading.texts, strict=True)),
            "lines": int(counts[number]),
            "first_row": row,
            "first_department": department,
            "first_project": project,
        }
        rows.append(((-finding.rule.severity.rank, -int(counts[number]), finding.rule.id), shown))
    rows.sort(key=lambda row: row[0])
    return pa.Table.from_pylist([shown for _, shown in rows], schema=FINDINGS)


def _reviewed(lines: Lines, ruleset: Ruleset, rules: Sequence[ReviewRule]) -> Iterator[tuple[int, Reading, Finding]]:
    """Review wordings, each as a table of its own that is called by its number."""
    for start in range(0, len(lines.wordings), _TOGETHER):
        some = list(readings(lines.wordings[start : start + _TOGETHER], ruleset.language))
        tables = [_table(str(number), reading) for number, reading in enumerate(some)]
        for finding in review(rules, tables).findings:
            number = int(finding.table)
            yield start + number, some[number], finding


def _table(name: str, reading: Reading) -> GoalTable:
    indicator = Indicator(
        reading.text("name"),
        reading.target,
        reading.text("category"),
        reading.text("subcategory"),
        sign=reading.text("sign"),
        unit=reading.text("unit"),
        direction=reading.text("direction"),
    )
    return GoalTable(name, year=reading.year, indicators=(indicator,))


def _is_for_lines(rule: ReviewRule, fields: frozenset[str]) -> bool:
    formulas = [rule.condition, rule.scope, *(part for part in rule.message if not isinstance(part, str))]
    asked = {name for formula in formulas if formula is not None for name in names_in(formula)}
    return asked.isdisjoint(NEEDS_MORE) and ("year" in fields or asked.isdisjoint(BY_YEAR))
