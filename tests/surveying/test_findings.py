"""Review rules that a line can answer say of columns what they say of tables."""

from collections import Counter
from typing import Any

import attrs
import pyarrow as pa

import perfrules
from perfrules import frame
from perfrules.data import resource
from perfrules.review import OBJECT_KINDS, RuleSetting, review
from perfrules.rules import shipped_review
from perfrules.surveying.findings import BY_YEAR, NEEDS_MORE, line_rules
from perfrules.surveying.lines import WORDING

RULESET = perfrules.load(str(resource("rulesets/gaoxin-keji-2023")))
EVERY = frozenset(WORDING)


def _columns() -> pa.Table:
    rows = [
        {
            "project": table.name,
            "department": table.department,
            "year": table.year,
            "name": each.name,
            "category": each.category,
            "subcategory": each.subcategory,
            "target": each.target.text,
            "sign": each.sign,
            "unit": each.unit,
            "direction": each.direction,
        }
        for table in RULESET.goal_tables
        for each in table.indicators
    ]
    return pa.Table.from_pylist(rows)


def test_they_say_what_the_review_of_tables_says() -> None:
    rules = line_rules(shipped_review().rules, EVERY)
    assert len(rules) > 30
    of_tables = Counter((each.rule.id, each.message) for each in review(rules, RULESET.goal_tables).findings)
    found: Counter[tuple[str, str]] = Counter()
    for each in frame.findings(_columns(), ruleset=RULESET).to_pylist():
        found[each["rule"], each["message"]] += each["lines"]
    assert found == of_tables


def test_each_wording_is_reviewed_once_and_counted() -> None:
    lines = pa.table({"三级指标": ["环境"] * 3 + ["场次"], "指标值": ["", "", "", "5场"], "项目名称": list("甲乙丙丁")})
    found: list[dict[str, Any]] = frame.findings(lines).to_pylist()
    assert [(each["rule"], each["lines"], each["first_row"], each["first_project"]) for each in found] == [
        ("PR101", 3, 0, "甲"),
        ("PR107", 1, 3, "丁"),
    ]


def test_rules_about_deadlines_need_the_year() -> None:
    dates = pa.table({"三级指标": ["完成时间"], "指标值": ["2025年3月31日前"]})
    assert "PR401" not in frame.findings(dates)["rule"].to_pylist()


def test_settings_of_the_ruleset_count() -> None:
    lines = pa.table({"三级指标": ["环境"], "指标值": [""]})
    ruleset = attrs.evolve(RULESET, review_settings=(RuleSetting("PR101", off=True),))
    assert frame.findings(lines, ruleset=ruleset).num_rows == 0


def test_every_fact_of_an_indicator_that_asks_for_more_is_known() -> None:
    """A new fact has to be looked at: whether a line by itself answers it."""
    facts = {fact.name for fact in OBJECT_KINDS["指标"].facts}
    assert facts >= NEEDS_MORE | BY_YEAR
