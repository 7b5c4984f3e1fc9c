"""`diff` on reports and rulesets as users have them: objects, JSON files, folders; and on what is neither."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

import perfrules
from cli.running import CSV, SPENDING, TABLES, run
from perfrules import PerfRulesError, diff
from perfrules.comparing import Change, Kind
from perfrules.report import Report
from report.tables import department, indicator, project, report, row, spent
from report.tables import report as build


def _pair() -> tuple[Report, Report]:
    tables = [project("甲", indicator("场次", "≥5场"), indicator("人数", "≥60人"))]
    return (
        report(tables, [row("场次", "4场"), row("人数", "60人")], [spent("甲", "90万元")]),
        report(tables, [row("场次", "5场"), row("人数", "60人")], [spent("甲", "100万元")]),
    )


def _found(changes: tuple[Change, ...], kind: Kind) -> list[Change]:
    return [change for change in changes if change.kind is kind]


def test_a_report_does_not_differ_from_itself_nor_from_its_json_file(tmp_path: Path) -> None:
    one = perfrules.load(TABLES).evaluate([CSV, SPENDING])
    (tmp_path / "自评.json").write_text(one.to_json(), "utf-8")
    assert diff(one, one).is_empty
    assert diff(one, tmp_path / "自评.json").is_empty


def test_a_report_and_its_json_give_the_same_changes() -> None:
    old, new = _pair()
    assert diff(old.to_dict(), new.to_dict()) == diff(old, new)
    assert not diff(old, new).is_empty


def test_each_changed_score_says_why() -> None:
    changes = diff(*_pair()).changes
    assert [(change.indicator, change.why) for change in _found(changes, Kind.SCORE)] == [
        ("场次", ("实际完成值由“4场”改为“5场”",)),
    ]
    (money,) = _found(changes, Kind.SPENT)
    assert (money.old, money.new) == ("90万元", "100万元")
    (total,) = _found(changes, Kind.TOTAL)
    assert total.why == ("1处得分变了",)


def test_a_judgement_that_was_given_is_the_reason() -> None:
    tables = [project("甲", indicator("环境", "有效改善", "效益指标", "社会效益指标"))]
    open_, judged = row("环境", "部分达成年度指标并具有一定效果"), None
    judged = attrs.evolve(open_, judgement=Decimal(20))
    changes = diff(build(tables, [open_]), build(tables, [judged])).changes
    assert [change.why for change in _found(changes, Kind.SCORE)] == [("填了评判分“20”",)]


def test_another_scheme_is_the_reason() -> None:
    ruleset = perfrules.load(TABLES)
    old, new = (ruleset.evaluate([CSV, SPENDING], scheme) for scheme in ("central/mof-2020-10", "practice/exact"))
    changes = diff(old, new).changes
    assert _found(changes, Kind.SCHEME)
    scores = _found(changes, Kind.SCORE)
    assert all("评分办法由“central/mof-2020-10”改为“practice/exact”" in change.why for change in scores)


def test_a_number_of_the_scheme_is_the_reason(tmp_path: Path) -> None:
    text = (
        "评分办法 某局/2024\n  继承：central/mof-2020-10\n  参数\n    合格线：60%\n"
        "  得分\n    完成率 < 合格线：0\n    其余：照继承\n"
        "目标表 甲\n  年度：2023\n  评分办法：某局/2024\n  产出指标\n    数量指标\n      场次：≥5场    分值 90\n"
    )
    sides: list[Report] = []
    for line in ("60%", "90%"):
        (tmp_path / "甲.rules").write_text(text.replace("60%", line), "utf-8")
        ruleset = perfrules.load(tmp_path)
        assert [str(each) for each in ruleset.diagnostics] == []
        sides.append(ruleset.evaluate({"场次": "4场"}))
    changes = diff(*sides).changes
    assert [change.why for change in _found(changes, Kind.SCORE)] == [("评分办法的参数合格线由“60%”改为“90%”",)]
    (scheme,) = _found(changes, Kind.SCHEME)
    assert (scheme.indicator, scheme.old, scheme.new) == ("参数合格线", "60%", "90%")


def test_where_nothing_differs_beside_a_score_that_is_said() -> None:
    old, _ = _pair()
    data: dict[str, Any] = json.loads(old.to_json())
    data["projects"][0]["lines"][0]["score"].update(low="1", high="1", points="1")
    (score,) = _found(diff(old, data).changes, Kind.SCORE)
    assert score.why == ("两份报告里看不出原因，请核对两次所用的文件",)


def test_the_total_of_a_department_is_compared_too() -> None:
    tables = [project("甲", indicator("场次", "≥5场")), project("乙", indicator("人数", "≥60人")), department("某局")]
    spending = [spent("甲"), spent("乙")]
    old, new = (build(tables, [row("场次", value), row("人数", "60人")], spending) for value in ("4场", "5场"))
    totals = _found(diff(old, new).changes, Kind.TOTAL)
    assert "部门合计：某局" in [change.table for change in totals]


def test_both_places_are_named() -> None:
    old, new = _pair()
    (change,) = _found(diff(old, new).changes, Kind.ACTUAL)
    assert change.old_place == change.new_place == "场次行 第1行第1列"


def test_500_projects_whose_names_all_changed_are_compared_in_time() -> None:
    def side(prefix: str) -> Report:
        return build([project(f"{prefix}第{number}号", indicator("场次", "≥5场")) for number in range(500)])

    kinds = diff(side("旧"), side("新")).counts
    assert kinds[Kind.TABLE_ADDED] == kinds[Kind.TABLE_REMOVED] >= 450


# ---- what is no report


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.pop("projects"),
        lambda data: data.update(projects=3),
        lambda data: data.update(projects=[3]),
        lambda data: data["projects"][0].update(low="1e99999999"),
        lambda data: data["projects"][0].update(low="1/0"),
        lambda data: data["projects"][0].update(year="2023"),
        lambda data: data["projects"][0]["lines"][0].pop("target"),
        lambda data: data["projects"][0]["lines"][0].update(score=None),
        lambda data: data.update({"$schema": "urn:perfrules:report:2"}),
    ],
)
def test_what_is_no_report_is_refused(spoil: Callable[[dict[str, Any]], object]) -> None:
    old, new = _pair()
    data = json.loads(new.to_json())
    spoil(data)
    with pytest.raises(PerfRulesError, match="PF821"):
        diff(old, data)


@pytest.mark.parametrize("text", [b"", b"{", b"[" * 100_000, b"null", b"\xff\xfe", b'{"score": 3}'])
def test_a_file_that_is_no_json_is_refused(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "坏.json").write_bytes(text)
    done = run("diff", str(tmp_path / "坏.json"), str(tmp_path / "坏.json"))
    assert (done.code, "PF821" in done.err) == (2, True)


def test_a_report_and_a_table_are_not_compared(tmp_path: Path) -> None:
    (tmp_path / "自评.json").write_text(_pair()[0].to_json(), "utf-8")
    done = run("diff", str(tmp_path / "自评.json"), TABLES)
    assert (done.code, "PF820" in done.err) == (2, True)


def test_a_file_that_is_not_there_is_bad_use(tmp_path: Path) -> None:
    assert run("diff", str(tmp_path / "没有.json"), TABLES).code == 2
    assert run("diff", TABLES, str(tmp_path / "没有.rules")).code == 2


# ---- the command


def test_the_exit_code_says_whether_anything_differs(tmp_path: Path) -> None:
    old, new = _pair()
    for name, side in (("旧", old), ("新", new)):
        (tmp_path / f"{name}.json").write_text(side.to_json(), "utf-8")
    same = run("diff", TABLES, TABLES)
    assert (same.code, same.out) == (0, f"{TABLES} → {TABLES}：没有差别。\n")
    other = run("diff", str(tmp_path / "旧.json"), str(tmp_path / "新.json"))
    assert other.code == 1
    assert "得分 甲／场次：" in other.out
    assert "  实际完成值由“4场”改为“5场”\n" in other.out


def test_it_is_written_as_json_and_markdown_and_never_over_an_input(tmp_path: Path) -> None:
    old, new = (tmp_path / "旧.json", tmp_path / "新.json")
    for path, side in zip((old, new), _pair(), strict=True):
        path.write_text(side.to_json(), "utf-8")
    data = json.loads(run("diff", str(old), str(new), "--format", "json").out)
    assert data["counts"]["score"] == len([each for each in data["changes"] if each["kind"] == "score"]) == 1
    output = tmp_path / "差别.md"
    assert run("diff", str(old), str(new), "--format", "md", "-o", str(output)).code == 1
    assert output.read_text("utf-8").startswith("# 两次结果的差别\n")
    before = new.read_bytes()
    assert run("diff", str(old), str(new), "-o", str(new)).code == 2
    assert new.read_bytes() == before


def test_neither_a_report_nor_a_ruleset_nor_a_path_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(TypeError):
        diff(3, 4)  # type: ignore[arg-type]
