"""`diff` on progress, reviews, audits and files of an office: what changed, and why."""

import json
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import pytest

import perfrules
from cli.running import ACTUALS, SPENDING, TABLES, run
from importing.forms import as_document, as_workbook, draw
from perfrules import PerfRulesError, diff
from perfrules.auditing import Audit
from perfrules.comparing import Change, Difference, Kind
from perfrules.comparing.diffing import Result
from perfrules.evidence import Evidence
from perfrules.ruleset import Ruleset
from report.tables import indicator, project

JUNE, JULY = date(2023, 6, 30), date(2023, 7, 31)
MONITORED = [ACTUALS / f"monitor{what}-2023-07.csv" for what in ("", "-spending")]
FORM = """,,全年预算数（万元）,全年执行数（万元）,分值,执行率,得分
,年度资金总额,100,{spent},10,{spent}%,{money}
三级指标,指标值,实际完成值,分值,得分
甲,≥60家,{actual},50,{points}
乙,≥10人,10人,40,40
总分,,,100,{total}
"""


GIVEN = {"spent": "95", "money": "9.5", "actual": "60家", "points": "50", "total": "99.5"}


def _audit(**given: str) -> Audit:
    return perfrules.audit(BytesIO(FORM.format(**(GIVEN | given)).encode()))


def _said(difference: Difference) -> list[str]:
    return [str(each) for each in difference.changes]


def _why(difference: Difference, kind: Kind) -> list[tuple[str, ...]]:
    return [each.why for each in difference.changes if each.kind is kind]


# ---- audits


def test_an_audit_of_a_corrected_form_says_what_was_filled_in_before() -> None:
    found = diff(_audit(points="48", total="97.5"), _audit())
    assert _said(found) == [
        "总分　没有项目名称的表：97.5 → 99.5",
        "填报得分　甲：48 → 50",
        "核对　甲：不一致 → 一致",
    ]
    assert _why(found, Kind.STANDING) == [("填报得分由“48”改为“50”",)]


def test_what_a_score_should_be_follows_from_what_was_filled_in() -> None:
    found = diff(_audit(), _audit(spent="90", actual="58家"))
    assert _why(found, Kind.COMPUTED) == [("执行数由“95万元”改为“90万元”",), ("实际完成值由“60家”改为“58家”",)]


# ---- progress


def test_a_light_changes_with_the_day_and_says_what_it_rests_on_now() -> None:
    ruleset = perfrules.load(TABLES)
    old, new = (ruleset.monitor(MONITORED, day) for day in (JULY, date(2023, 11, 30)))
    found = diff(old, new)
    lights = [each for each in found.changes if each.kind is Kind.LIGHT and each.indicator]
    assert lights
    assert all("截至由“2023-07-31”改为“2023-11-30”" in each.why for each in lights)
    assert all(each.why[-1].startswith("现在：") for each in lights)
    # The day of payment that was forecast in July has come.
    assert "全年预计　百川房屋租赁费／扶持资金发放时间：2023年10月20日 → 没有" in _said(found)


def test_a_value_that_was_reported_later_is_the_reason() -> None:
    ruleset = Ruleset((project("甲", indicator("场次", "≥5场")),))
    old, new = (ruleset.monitor({"场次": value}, date(2023, 12, 31)) for value in ("1场", "5场"))
    found = diff(old, new)
    assert _said(found)[1:] == ["实际完成值　甲／场次：1场 → 5场", "灯号　甲／场次：红 → 绿"]
    (why,) = [each.why for each in found.changes if each.kind is Kind.LIGHT and each.indicator]
    assert why[0] == "实际完成值由“1场”改为“5场”"


# ---- reviews


def test_findings_are_resolved_new_or_worded_otherwise() -> None:
    old = Ruleset((project("甲", indicator("场次", ""), indicator("满意度", "100%", "效益指标")),))
    new = Ruleset((project("甲", indicator("场次", "有效提升"), indicator("满意度", "=100%", "效益指标")),))
    found = diff(old.review(), new.review())
    assert "消除意见　甲／场次：PR101 “场次”没有填指标值。请填写指标值。 → 没有" in _said(found)
    assert [each for each in found.changes if each.kind is Kind.FOUND and each.indicator == "场次"]
    assert [each for each in found.changes if each.kind is Kind.REVISED and each.indicator == "满意度"]


def test_a_table_without_findings_is_not_a_table_that_was_removed() -> None:
    old = Ruleset((project("甲", indicator("场次", "")),)).review()
    found = diff(old, attrs.evolve(old, findings=()))
    assert {each.kind for each in found.changes} == {Kind.RESOLVED}
    assert len(found.changes) == len(old.findings)


def test_another_program_is_the_reason_where_the_tables_are_the_same() -> None:
    old = Ruleset((project("甲", indicator("场次", "")),)).review()
    new = attrs.evolve(old, findings=(), evidence=Evidence(texts="0" * 64))
    assert {each.why for each in diff(old, new).changes} == {("两次所用的随附办法和词表不同",)}


# ---- what holds for all


def _results() -> dict[str, Result]:
    ruleset = perfrules.load(TABLES)
    return {
        "监控": ruleset.monitor(MONITORED, JULY),
        "审核": ruleset.review(),
        "核对": _audit(),
        "自评": ruleset.evaluate([SPENDING]),
    }


def test_a_result_does_not_differ_from_itself_nor_from_its_json_file(tmp_path: Path) -> None:
    for name, each in _results().items():
        (tmp_path / f"{name}.json").write_text(each.to_json(), "utf-8")
        assert diff(each, tmp_path / f"{name}.json").is_empty


def test_results_of_two_kinds_are_not_compared() -> None:
    results = _results()
    for one, first in results.items():
        for other, second in results.items():
            if one != other:
                with pytest.raises(PerfRulesError, match="PF820"):
                    diff(first, second)


@pytest.mark.parametrize("name", ["监控", "审核", "核对"])
def test_a_result_with_one_thing_missing_is_refused_or_compared_but_never_fails(name: str) -> None:
    whole = json.loads(_results()[name].to_json())
    for spoilt in _without_one(whole):
        refused = _refusals(whole, spoilt)
        assert refused in ([], ["PF821"])


def _refusals(old: dict[str, object], new: dict[str, object]) -> list[str]:
    try:
        diff(old, new)
    except PerfRulesError as error:
        return [each.code.id for each in error.diagnostics]
    return []


def _without_one(data: Any) -> list[Any]:
    match data:
        case dict():
            gone: list[Any] = [{key: each for key, each in data.items() if key != name} for name in data]
            return gone + [{**data, name: each} for name in data for each in (*_without_one(data[name]), 3)]
        case [first, *rest]:
            return [[each, *rest] for each in _without_one(first)]
        case _:
            return []


def test_files_of_an_office_are_compared_as_rulesets_are(tmp_path: Path) -> None:
    old, new = (project("甲", indicator("场次", text)) for text in ("≥5场", "≥4场"))
    (tmp_path / "旧.docx").write_bytes(as_document(draw(old)).getvalue())
    (tmp_path / "新.xlsx").write_bytes(as_workbook(draw(new)).getvalue())
    done = run("diff", str(tmp_path / "旧.docx"), str(tmp_path / "新.xlsx"))
    assert (done.code, done.err) == (1, "")
    assert "放宽 甲／场次：≥5场 → ≥4场" in done.out
    assert isinstance(diff(tmp_path / "旧.docx", tmp_path / "旧.docx"), Difference)


def test_a_change_of_a_whole_table_needs_no_indicator() -> None:
    assert str(Change(Kind.LIGHT, "甲", old="绿", new="红")) == "灯号　甲：绿 → 红"
