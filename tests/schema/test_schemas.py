"""The published schemas say exactly what reports, progress and reviews look like in JSON."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import perfrules
from cli.running import ACTUALS, CSV, SPENDING, TABLES, run
from datasets.province import province
from perfrules.actuals import read_actual
from perfrules.auditing.audit import AUDIT_SCHEMA
from perfrules.comparing.change import DIFF_SCHEMA
from perfrules.data import read_text
from perfrules.datasets.summary import SUMMARY_SCHEMA, Group, Summary, Unread
from perfrules.overview import overview_of
from perfrules.overview.as_dict import OVERVIEW_SCHEMA
from perfrules.play import Desk, Question
from perfrules.play.answer import ANSWER_SCHEMA
from perfrules.progress.as_dict import PROGRESS_SCHEMA
from perfrules.report import Report
from perfrules.report.report import REPORT_SCHEMA
from perfrules.review.finding import REVIEW_SCHEMA
from perfrules.ruleset import Ruleset
from perfrules.surveying.lines import lines_of
from perfrules.surveying.survey import SURVEY_SCHEMA, survey
from perfrules.tables import Actuals, GoalTable, Indicator, ReportedActual
from report.tables import department, indicator, project, report, row, spent
from specification.chapters import cases

NAMES = {
    "report": REPORT_SCHEMA,
    "progress": PROGRESS_SCHEMA,
    "review": REVIEW_SCHEMA,
    "overview": OVERVIEW_SCHEMA,
    "summary": SUMMARY_SCHEMA,
    "audit": AUDIT_SCHEMA,
    "diff": DIFF_SCHEMA,
    "answer": ANSWER_SCHEMA,
    "survey": SURVEY_SCHEMA,
}
FILLED = """,,全年预算数,全年执行数,分值,执行率,得分
,年度资金总额,100,见附件,10,76%,7.6
一级指标,三级指标,指标值,实际完成值,分值,得分
产出指标,甲,≥60家,58家,50,48
效益指标,乙,明显改善,已改善,40,满分
总分,,,,100,97.6
等次：优
"""
SCHEMAS: dict[str, dict[str, Any]] = {
    name: json.loads(read_text(f"docs/schema/{name}-1.schema.json")) for name in ("reading", *NAMES)
}
REGISTRY: Registry[Any] = Registry().with_resources(
    (schema["$id"], Resource.from_contents(schema)) for schema in SCHEMAS.values()
)


def _errors(name: str, data: object) -> list[str]:
    errors = Draft202012Validator(SCHEMAS[name], registry=REGISTRY).iter_errors(json.loads(json.dumps(data)))
    return [f"{error.json_path}: {error.message}" for error in errors]


def _chapter_table() -> tuple[GoalTable, Actuals]:
    """Every cell of the chapters with an actual value, as one table."""
    given = [case for case in cases() if "实际值" in case.given]
    lines = tuple(Indicator(f"第{index}行", case.target) for index, case in enumerate(given))
    rows = tuple(
        ReportedActual(f"第{index}行", read_actual(case.given["实际值"]), baseline=case.given.get("上年值", ""))
        for index, case in enumerate(given)
    )
    return GoalTable("各章", year=2023, indicators=lines), Actuals(rows)


@cache
def _reports() -> dict[str, Report]:
    ruleset = perfrules.load(TABLES)
    own = [project("甲", indicator("场次", "≥5场")), project("乙", indicator("环境", "有效改善")), department("某局")]
    table, actuals = _chapter_table()
    return {
        "什么也没有": Ruleset().evaluate({}),
        "2023年": ruleset.evaluate([CSV, SPENDING]),
        "另一个办法": ruleset.evaluate([CSV, SPENDING], "practice/whole-points"),
        "什么也没有报": ruleset.evaluate({}),
        "对不上的": ruleset.evaluate({("没有项目", "场次"): 3, ("创投基金注资", "没有这个"): "3家"}),
        "自己拼的": report(own, [row("场次", "6场"), row("环境", "不适用")], [spent("甲", "", "0万元")]),
        "各章的格": Ruleset((table,)).evaluate(actuals, "central/mof-2020-10"),
        "缺年度和预算": Ruleset((attrs.evolve(table, year=None, indicators=()),)).evaluate({}),
    }


def test_every_report_fits() -> None:
    assert {
        name: errors[:3] for name, each in _reports().items() if (errors := _errors("report", each.to_dict()))
    } == {}


def test_every_overview_fits() -> None:
    overviews = {name: overview_of(each).to_dict() for name, each in _reports().items()}
    assert {name: errors[:3] for name, each in overviews.items() if (errors := _errors("overview", each))} == {}


@pytest.mark.parametrize("day", [date(2023, 1, 31), date(2023, 7, 31), date(2023, 12, 31)])
@pytest.mark.parametrize("method", ["central/mof-2019-136", "practice/monitor-15"])
def test_all_progress_fits(day: date, method: str) -> None:
    ruleset = perfrules.load(TABLES)
    reported = [ACTUALS / f"monitor{what}-2023-07.csv" for what in ("", "-spending")]
    table, actuals = _chapter_table()
    followed = [
        ruleset.monitor(reported, day, method),
        ruleset.monitor({}, day, method),
        Ruleset((table,)).monitor(actuals, day, method),
    ]
    assert [errors[:3] for each in followed if (errors := _errors("progress", each.to_dict()))] == []


def test_every_summary_fits() -> None:
    unread = Unread("actual", "一二三木头人", 2)
    summaries = [Summary(), Summary((Group("水务局", "产出指标", 3, 1, 2),), 0, 2, (unread,), counted_all=False)]
    assert [errors[:3] for each in summaries if (errors := _errors("summary", each.to_dict()))] == []


def test_every_audit_and_every_difference_fits() -> None:
    forms = [
        b"",
        "三级指标,指标值,实际完成值,分值,得分\n甲,≥60家,58家,50,9\n乙,≥10人,,30,满分".encode(),
        FILLED.encode(),
    ]
    audits = [perfrules.audit(BytesIO(form)) for form in forms]
    assert [errors[:3] for each in audits if (errors := _errors("audit", each.to_dict()))] == []
    differences = [perfrules.diff(one, other) for one in audits for other in audits]
    assert sum(not each.is_empty for each in differences) == 6
    assert [errors[:3] for each in differences if (errors := _errors("diff", each.to_dict()))] == []


def test_every_answer_fits() -> None:
    """Of the cells of the chapters one in seven, with their actual values and without."""
    desk = Desk()
    asked = list(dict.fromkeys((case.target.text, case.given.get("实际值", "")) for case in cases()))[::7]
    questions = [Question(target=target, actual=actual) for target, actual in asked]
    answers = [desk.answer(question).to_dict() for question in (*questions, Question(target="≥60家"), Question())]
    assert len({each["outcome"]["verdict"] for each in answers if isinstance(each["outcome"], dict)}) == 3
    assert [errors[:3] for each in answers if (errors := _errors("answer", each))] == []


def test_every_survey_fits() -> None:
    table = province(80)
    names = {"name": "三级指标", "target": "指标值"}
    for columns in (names, {**names, "project": "项目名称", "department": "部门名称"}):
        found = survey(lines_of(table.to_batches(), columns), Ruleset())
        assert found.findings.num_rows
        assert found.outliers.num_rows
        assert _errors("survey", found.to_dict())[:3] == []


def test_what_the_commands_print_fits(tmp_path: Path) -> None:
    lines = tmp_path / "全省.csv"
    rows = "产值,≥60家,58家,甲\n产值,100坐,58家,乙\n" * 15_000
    lines.write_text(f"三级指标,指标值,实际完成值,项目名称\n{rows}", "utf-8")
    filled = tmp_path / "自评表.csv"
    filled.write_text(FILLED, "utf-8")
    for name, arguments in {
        "report": ("evaluate", TABLES, "--actuals", CSV, SPENDING),
        "progress": ("monitor", TABLES, "--actuals", CSV, SPENDING, "--as-of", "2023-07-31"),
        "review": ("review", TABLES, "--all"),
        "summary": ("evaluate", str(lines)),
        "diff": ("diff", TABLES, str(next(Path(TABLES).glob("1-*")))),
        "audit": ("evaluate", "--audit", str(filled)),
        "survey": ("review", str(lines)),
        "overview": ("report", TABLES, "--actuals", CSV, "--as-of", "2023-07-31"),
    }.items():
        assert _errors(name, json.loads(run(*arguments, "--format", "json").out)) == []


@pytest.mark.parametrize("name", NAMES)
def test_each_is_a_schema_of_the_version_that_results_name(name: str) -> None:
    schema = SCHEMAS[name]
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == schema["properties"]["$schema"]["const"] == NAMES[name]


def _properties(schema: object) -> Iterator[tuple[str, dict[str, Any]]]:
    match schema:
        case {"properties": dict() as properties, **rest}:
            yield from properties.items()
            for each in (*properties.values(), *rest.values()):
                yield from _properties(each)
        case dict():
            for each in schema.values():
                yield from _properties(each)
        case list():
            for each in schema:
                yield from _properties(each)


@pytest.mark.parametrize("name", NAMES)
def test_every_property_is_described_in_chinese(name: str) -> None:
    silent = [
        key for key, given in _properties(SCHEMAS[name]) if not re.search("[一-鿿]", given.get("description", ""))
    ]
    assert silent == []


@pytest.mark.parametrize("name", NAMES)
def test_every_definition_is_used(name: str) -> None:
    texts = "".join(json.dumps(schema) for schema in SCHEMAS.values())
    unused = [each for each in SCHEMAS[name]["$defs"] if f'#/$defs/{each}"' not in texts]
    assert unused == []


def _spoilt(data: Any) -> Iterator[Any]:
    """The same data with one thing missing, or one more, at each object in turn."""
    match data:
        case dict():
            yield {**data, "more": ""}
            for key, value in data.items():
                if key != "suggestion":
                    yield {name: each for name, each in data.items() if name != key}
                for spoilt in _spoilt(value):
                    yield {**data, key: spoilt}
        case [first, *rest]:
            for spoilt in _spoilt(first):
                yield [spoilt, *rest]


def test_nothing_can_be_left_out_of_a_report_and_nothing_added() -> None:
    small = report([project("甲", indicator("场次", "≥5场"))], [row("场次", "4.5场")], [spent("甲")]).to_dict()
    small["evidence"] = Ruleset().evaluate({}).to_dict()["evidence"]
    assert _errors("report", small) == []
    fits = [spoilt for spoilt in _spoilt(small) if not _errors("report", spoilt)]
    assert fits == []
