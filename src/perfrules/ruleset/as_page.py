"""A ruleset on a page: the goal tables, and what else was loaded."""

from perfrules.diagnostics.as_page import remarks
from perfrules.page import Fact, Page
from perfrules.ruleset.ruleset import Ruleset
from perfrules.tables.as_page import chapter, overview


def as_page(ruleset: Ruleset) -> Page:
    """Lay out what was loaded."""
    tables = ruleset.goal_tables
    others = (("评分办法", ruleset.schemes), ("监控办法", ruleset.methods))
    facts = [Fact(term, "、".join(each.name for each in named)) for term, named in others if named]
    if ruleset.review_rules:
        facts.append(Fact("审核规则", f"{len(ruleset.review_rules)}条"))
    return Page(
        "规则文件",
        f"{len(tables)}张目标表",
        overview=overview(tables) if len(tables) > 1 else None,
        projects=tuple(chapter(table, f"p{number}") for number, table in enumerate(tables, 1)),
        remarks=remarks("需要处理的问题", ruleset.diagnostics),
        sources=tuple(facts),
    )
