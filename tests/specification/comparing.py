"""A row of the chapter on differences: two cells, two ruleset texts, or two results, set side by side."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO

from perfrules.comparing import Difference, diff
from perfrules.progress import Progress
from perfrules.report import Report
from perfrules.review import Review
from perfrules.rules import read_ruleset
from perfrules.ruleset import Ruleset, audit
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
    if "原自评表" in given:
        forms = (given[f"{side}自评表"].replace("⏎", "\n").encode() for side in "原现")
        return diff(*(audit(BytesIO(form), given.get("评分办法")) for form in forms))
    return diff(*(_side(given, side) for side in "原现"))


def _table(text: str, year: str | None) -> Ruleset:
    read = parse(text, category="产出指标", subcategory="数量指标", year=int(year) if year else None)
    table = GoalTable("例", year=int(year) if year else None, indicators=(Indicator("例", read),))
    return Ruleset((table,))


def _side(given: Mapping[str, str], side: str) -> Ruleset | Report | Progress | Review:
    """A ruleset, its review, or its evaluation where the row has actual values: `场次=6场；人数=80人`.

    With days, it is followed up to them.
    """
    text = given.get(f"{side}规则文件") or given["原规则文件"]
    content = read_ruleset(Source("规则文件", text.replace("⏎", "\n")))
    assert content.diagnostics == ()
    ruleset = Ruleset(content.goal_tables, content.schemes, language=content.language)
    if given.get("比较") == "审核":
        return ruleset.review()
    if "原实际值" not in given:
        return ruleset
    values = given.get(f"{side}实际值") or given["原实际值"]
    reported = dict(each.split("=") for each in values.split("；"))
    if "现截至" in given:
        day = given["截至"] if side == "原" else given["现截至"]
        return ruleset.monitor(reported, date.fromisoformat(day), given.get("监控办法"))
    return ruleset.evaluate(reported, given.get("评分办法"))


def kinds(difference: Difference) -> str:
    """The kinds of the changes, in their order."""
    return " ".join(change.kind.value for change in difference.changes) or NOTHING


def changes(difference: Difference) -> str:
    """Each change, as it is said to people."""
    return "；".join(str(change).replace("　", " ") for change in difference.changes) or NOTHING


def reasons(difference: Difference) -> str:
    """Why the scores changed."""
    return "；".join(dict.fromkeys(why for change in difference.changes for why in change.why)) or NOTHING
