"""Which scheme counts: a name is that scheme, a family the one in force at the end of the table's year."""

from datetime import date

import pytest

from perfrules import load
from perfrules.rules import choose_scheme, read_ruleset
from perfrules.ruleset import Ruleset
from perfrules.scoring import Scheme
from perfrules.source import Source

LINES = """
评分办法 某省/2016
  系列：某省
  施行：2016年1月1日
  停止：2019年7月1日
评分办法 某省/2019
  继承：某省/2016
  系列：某省
  施行：2019年7月1日
  停止：2023年1月1日
评分办法 某省/2024
  系列：某省
  施行：2024年1月1日
  得分
    否则：分值
"""


def _schemes() -> tuple[Scheme, ...]:
    content = read_ruleset(Source("例", LINES))
    assert content.diagnostics == ()
    return content.schemes


@pytest.mark.parametrize(
    ("on", "name"),
    [
        (date(2016, 1, 1), "某省/2016"),
        (date(2019, 6, 30), "某省/2016"),
        (date(2019, 7, 1), "某省/2019"),
        (date(2022, 12, 31), "某省/2019"),
        (date(2024, 1, 1), "某省/2024"),
        (date(2099, 12, 31), "某省/2024"),
        (None, "某省/2024"),
        # Before the first, and between two of them, none is in force: the first.
        (date(2015, 12, 31), "某省/2016"),
        (date(2023, 6, 1), "某省/2016"),
    ],
)
def test_of_a_family_the_one_in_force_counts(on: date | None, name: str) -> None:
    found = choose_scheme(_schemes(), "某省", on)
    assert found is not None
    assert found.name == name


def test_who_names_a_scheme_gets_it_whatever_the_day() -> None:
    found = choose_scheme(_schemes(), "某省/2016", date(2024, 12, 31))
    assert found is not None
    assert found.name == "某省/2016"


def test_there_is_none_of_an_unknown_name() -> None:
    assert choose_scheme(_schemes(), "某市", date(2024, 12, 31)) is None


def test_the_end_and_the_family_are_not_inherited() -> None:
    content = read_ruleset(Source("例", f"{LINES}评分办法 某市\n  继承：某省/2016\n"))
    child = content.schemes[-1]
    assert (child.in_force, child.until, child.family) == (date(2016, 1, 1), None, "")


def _table(year: int, scheme: str = "") -> str:
    asked = f"  评分办法：{scheme}\n" if scheme else ""
    return f"目标表 甲\n  年度：{year}\n{asked}  产出指标\n    数量指标\n      企业数：≥1家\n"


def _evaluated(text: str) -> tuple[str, list[str]]:
    content = read_ruleset(Source("例", text))
    assert content.diagnostics == ()
    report = Ruleset(content.goal_tables, content.schemes).evaluate({"企业数": "1家"})
    return report.projects[0].scheme.name, [each.code.id for each in report.diagnostics]


@pytest.mark.parametrize(("year", "name"), [(2018, "某省/2016"), (2019, "某省/2019"), (2024, "某省/2024")])
def test_a_table_is_scored_by_the_rules_at_the_end_of_its_year(year: int, name: str) -> None:
    found, codes = _evaluated(LINES + _table(year, "某省"))
    assert found == name
    assert "PF673" not in codes


def test_a_table_that_asks_for_nothing_gets_the_scheme_of_the_ministry() -> None:
    assert _evaluated(_table(2023))[0] == "central/mof-2020-10"


@pytest.mark.parametrize(("year", "said"), [(2019, True), (2020, False)])
def test_a_scheme_that_is_not_in_force_is_used_and_that_is_said(year: int, said: bool) -> None:
    found, codes = _evaluated(_table(year))
    assert found == "central/mof-2020-10"
    assert ("PF673" in codes) is said


def test_a_family_may_be_asked_for_when_evaluating() -> None:
    content = read_ruleset(Source("例", LINES + _table(2018)))
    report = Ruleset(content.goal_tables, content.schemes).evaluate({"企业数": "1家"}, scheme="某省")
    assert report.projects[0].scheme.name == "某省/2016"


def test_loading_nothing_still_knows_the_family() -> None:
    assert load().scheme("central/mof").name == "central/mof-2020-10"
