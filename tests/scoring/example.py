"""Small tables and schemes to score by."""

from decimal import Decimal

from perfrules import evaluation
from perfrules.evaluation import Outcome
from perfrules.rules import read_ruleset, shipped_scheme
from perfrules.scoring import Scheme
from perfrules.source import Source
from perfrules.tables import GoalTable, Indicator
from perfrules.targets import parse


def scheme(name: str) -> Scheme:
    """Give a shipped scheme."""
    found = shipped_scheme(name)
    assert found is not None
    return found


def written(*lines: str, parent: str = "") -> Scheme:
    """Read a scheme from the lines under its name."""
    head = ["评分办法 例", *([f"  继承：{parent}"] if parent else [])]
    content = read_ruleset(Source("例", "\n".join([*head, *(f"  {line}" for line in lines)])))
    assert content.diagnostics == ()
    return content.schemes[0]


def outcome(target: str, actual: str, name: str = "例", category: str = "", subcategory: str = "") -> Outcome:
    """Evaluate one line."""
    return evaluation.check(target, actual, name=name, category=category, subcategory=subcategory, year=2023)


def indicator(name: str, category: str = "", subcategory: str = "", weight: str | None = None) -> Indicator:
    """Make an indicator that wants at least one."""
    target = parse("≥1个", name=name, category=category, subcategory=subcategory)
    return Indicator(name, target, category, subcategory, weight=None if weight is None else Decimal(weight))


def table(*indicators: Indicator) -> GoalTable:
    """Make a goal table."""
    return GoalTable("例", indicators=indicators)
