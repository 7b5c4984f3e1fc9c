"""Tables that a careful reviewer would pass get no finding: rules that speak up here are noise."""

from guards.checkout import ROOT
from perfrules.ruleset import load


def test_good_tables_have_no_findings() -> None:
    ruleset = load(ROOT / "tests" / "data" / "写得好的目标表.rules")
    assert not ruleset.diagnostics
    assert len(ruleset.goal_tables) == 6
    assert [str(each) for each in ruleset.review().findings] == []
