"""What the shipped review rules find for a row: in a whole ruleset, in a file, or in a table of one indicator."""

from collections.abc import Mapping
from functools import cache

from perfrules.data import resource
from perfrules.review import Review
from perfrules.rules import RulesetContent
from perfrules.ruleset import Ruleset, load
from perfrules.tables import GoalTable, Indicator
from perfrules.targets import Target


@cache
def _of_shipped(name: str) -> Review:
    return load(str(resource(f"rulesets/{name}"))).review()


def findings_in_shipped(given: Mapping[str, str]) -> list[str]:
    """The rules that find something about 对象 of 项目, in the ruleset that is shipped under the name in 规则集."""
    found = _of_shipped(given["规则集"]).findings
    return [each.rule.id for each in found if (each.table, each.subject) == (given["项目"], given["对象"])]


def findings_in_text(content: RulesetContent, subject: str) -> list[str]:
    """The rules that find something about an object of the tables of a file."""
    found = Ruleset(content.goal_tables).review().findings
    return [each.rule.id for each in found if each.subject == subject]


def findings_on_cell(given: Mapping[str, str], target: Target) -> list[str]:
    """The rules that find something about an indicator that stands alone in its table."""
    name, category, subcategory, basis = (given.get(key, "") for key in ("指标名称", "一级指标", "二级指标", "依据"))
    indicator = Indicator(name, target, category, subcategory, basis=basis, baseline=given.get("上年值", ""))
    table = GoalTable("只有一个指标的目标表", year=target.year, indicators=(indicator,))
    return [each.rule.id for each in Ruleset((table,)).review().findings if each.subject == name]
