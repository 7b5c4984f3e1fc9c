"""Reviewing a ruleset: the shipped rules and its own, its settings and those given, last year's tables."""

from pathlib import Path

import pytest

from perfrules import Ruleset, load
from perfrules.rules import shipped_review

OWN = """
审核规则 HB101 预算数偏大
  级别：警告
  标准：适当性
  对象：目标表
  应当：预算数 ≤ 上年.预算数
  提示：预算{预算数}多于上年的{上年.预算数}。请说明。
"""
TABLE = """
目标表 甲
  预算数：{}
"""


@pytest.fixture
def this_year(tmp_path: Path) -> Ruleset:
    path = tmp_path / "今年.rules"
    path.write_text(OWN + TABLE.format("1280万元"), encoding="utf-8")
    return load(path)


def _ids(ruleset: Ruleset, last_year: Ruleset | None = None, settings: Ruleset | None = None) -> set[str]:
    found = ruleset.review(last_year, () if settings is None else settings.review_settings).findings
    return {finding.rule.id for finding in found if finding.rule.id.startswith("HB")}


def test_own_rules_are_run_beside_the_shipped_ones(this_year: Ruleset, tmp_path: Path) -> None:
    path = tmp_path / "去年.rules"
    path.write_text(TABLE.format("1000万元"), encoding="utf-8")
    assert _ids(this_year) == set()
    assert _ids(this_year, load(path)) == {"HB101"}


def test_settings_from_another_file_are_applied(this_year: Ruleset, tmp_path: Path) -> None:
    path, settings = tmp_path / "去年.rules", tmp_path / "设置.rules"
    path.write_text(TABLE.format("1000万元"), encoding="utf-8")
    settings.write_text("审核设置\n  HB101：不查    理由 本年新增任务\n", encoding="utf-8")
    assert _ids(this_year, load(path), load(settings)) == set()


def test_an_own_rule_replaces_the_shipped_one_with_its_id(tmp_path: Path) -> None:
    for shipped in shipped_review().rules[:1]:
        path = tmp_path / "x.rules"
        path.write_text(
            OWN.replace("HB101", shipped.id).replace("上年.预算数", "1万元") + TABLE.format("2万元"), "utf-8"
        )
        found = [each for each in load(path).review().findings if each.rule.id == shipped.id]
        assert [each.rule.name for each in found] == ["预算数偏大"]
