"""A row of the chapter on differences: two cells, two ruleset texts, or two evaluations, set side by side."""

from collections.abc import Mapping

from perfrules.comparing import Difference, diff
from perfrules.report import Report
from perfrules.rules import read_ruleset
from perfrules.ruleset import Ruleset
from perfrules.source import Source
from perfrules.tables import GoalTable, Indicator
from perfrules.targets import parse

NOTHING = "—"


def compared(given: Mapping[str, str]) -> Difference:
    """Set the two sides of a row side by side."""
    if "原指标值" in given:
        years = given.get("原年度"), given.get("年度")
        cells = given["原指标值"], given["现指标值"]
        return diff(*(_table(text, year) for text, year in zip(cells, years, strict=True)))
    return diff(*(_side(given, side) for side in "原现"))


def _table(text: str, year: str | None) -> Ruleset:
    read = parse(text, category="产出指标", subcategory="数量指标", year=int(year) if year else None)
    table = GoalTable("例", year=int(year) if year else None, indicators=(Indicator("例", read),))
    return Ruleset((table,))


def _side(given: Mapping[str, str], side: str) -> Ruleset | Report:
    """A ruleset, or its evaluation where the row has actual values: `场次=6场；人数=80人`."""
    text = given.get(f"{side}规则文件") or given["原规则文件"]
    content = read_ruleset(Source("规则文件", text.replace("⏎", "\n")))
    assert content.diagnostics == ()
    ruleset = Ruleset(content.goal_tables, content.schemes, language=content.language)
    if "原实际值" not in given:
        return ruleset
    values = given.get(f"{side}实际值") or given["原实际值"]
    return ruleset.evaluate(dict(each.split("=") for each in values.split("；")), given.get("评分办法"))


def kinds(difference: Difference) -> str:
    """The kinds of the changes, in their order."""
    return " ".join(change.kind.value for change in difference.changes) or NOTHING


def changes(difference: Difference) -> str:
    """Each change, as it is said to people."""
    return "；".join(str(change).replace("　", " ") for change in difference.changes) or NOTHING


def reasons(difference: Difference) -> str:
    """Why the scores changed."""
    return "；".join(dict.fromkeys(why for change in difference.changes for why in change.why)) or NOTHING
