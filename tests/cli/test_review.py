"""`perfrules review` on the document of 2023."""

import csv
import io
import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

from cli.running import TABLES, Done, run

GOOD = """目标表 教师培训
  年度：2023
  预算数：60万元
    财政资金：60万元
  资金用途：培训教师60人，每人补助1万元，合计60万元。
  支出计划：20%、50%、80%、100%
  目标：培训农村教师60人，受训教师考核合格率95%以上。
  产出指标
    数量指标
      培训教师人数：≥60人    说明 全年参加培训的教师
    质量指标
      考核合格率：≥95%
    时效指标
      培训完成时间：2023年10月31日前
  效益指标
    社会效益指标
      受训教师留任率：≥90%
  满意度指标
    服务对象满意度指标
      学员满意度：≥90%
"""


@cache
def _reviewed(*more: str) -> Done:
    return run("review", TABLES, *more)


def _written(folder: Path, text: str, name: str = "表.rules") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_findings_stand_with_their_place_the_worst_first_and_give_exit_code_1() -> None:
    done = _reviewed()
    assert done.code == 1, done.err
    first = done.out.splitlines()[:4]
    assert first[0] == "错误 PR301 数量与测算不符"
    assert first[1] == "  高新技术企业扶持资金 · 补助高企数量"
    assert "≥60家" in first[2]
    assert "128家" in first[2]
    assert first[3].strip().endswith("第20行第7列")


def test_a_table_without_findings_gives_exit_code_0(tmp_path: Path) -> None:
    done = run("review", _written(tmp_path, GOOD))
    assert done.code == 0, done.out
    assert done.out.startswith("审核意见0条")


def test_a_file_that_is_not_there_gives_exit_code_2(tmp_path: Path) -> None:
    assert run("review", str(tmp_path / "没有.rules")).code == 2


def test_last_year_is_compared_with(tmp_path: Path) -> None:
    former = _written(tmp_path, GOOD.replace("2023", "2022").replace("≥60人", "≥80人"), "上年.rules")
    done = run("review", _written(tmp_path, GOOD), "--last-year", former)
    assert done.code == 1
    assert "PR311" in done.out
    assert "≥80人" in done.out


def test_settings_switch_a_rule_off_and_change_a_level(tmp_path: Path) -> None:
    settings = _written(
        tmp_path, "审核设置 本局\n  PR301：不查    理由 按首次认定的口径\n  PR407：提醒\n", "设置.rules"
    )
    done = run("review", TABLES, "--settings", settings, "--format", "json")
    found = json.loads(done.out)["findings"]
    assert not [each for each in found if each["rule"] == "PR301"]
    assert {each["severity"] for each in found if each["rule"] == "PR407"} == {"info"}


def test_json_and_csv_hold_the_same_findings() -> None:
    found = json.loads(_reviewed("--format", "json").out)["findings"]
    rows = list(csv.DictReader(io.StringIO(_reviewed("--format", "csv").out)))
    assert [(each["table"], each["subject"], each["rule"]) for each in found] == [
        (row["项目"], row["对象"], row["规则"]) for row in rows
    ]


def test_a_waived_finding_is_counted_and_listed_on_demand(tmp_path: Path) -> None:
    waived = GOOD.replace("≥60人    说明", "60人    免审 PR107 口径已经商定    说明")
    path = _written(tmp_path, waived)
    assert "免审1条" in run("review", path).out
    assert "口径已经商定" not in run("review", path).out
    assert "口径已经商定" in run("review", path, "--all").out


def test_only_what_is_grave_enough_is_listed_and_all_of_it_counted() -> None:
    done = _reviewed("--level", "错误")
    assert done.code == 1
    heads = [line for line in done.out.splitlines() if line and not line.startswith((" ", "审核意见"))]
    assert heads == ["错误 PR301 数量与测算不符"] * 2
    assert "提醒" in done.out.splitlines()[-1]


def test_a_rule_is_explained_with_what_it_rests_on() -> None:
    done = run("explain", "PR301")
    assert done.code == 0
    assert done.out.startswith("# PR301 数量与测算不符")
    assert "财预〔2015〕88号" in done.out


# The parts of the SARIF 2.1.0 schema that a log of findings must have, written down from the standard.
TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
POSITIVE = {"type": "integer", "minimum": 1}
REGION = {
    "type": "object",
    "properties": dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), POSITIVE),
    "additionalProperties": False,
}
LOCATION = {
    "type": "object",
    "properties": {
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "required": ["uri"],
                    "properties": {"uri": {"type": "string", "pattern": r"^[!-~]+$"}},
                },
                "region": REGION,
            },
        },
        "logicalLocations": {"type": "array", "items": {"type": "object", "required": ["name"]}},
    },
    "additionalProperties": False,
}
RULE = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "shortDescription": TEXT,
        "fullDescription": TEXT,
        "help": TEXT,
        "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}},
    },
}
RESULT = {
    "type": "object",
    "required": ["message"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": TEXT,
        "locations": {"type": "array", "items": LOCATION},
        "suppressions": {
            "type": "array",
            "items": {"required": ["kind"], "properties": {"kind": {"const": "inSource"}}},
        },
    },
}
DRIVER = {"type": "object", "required": ["name"], "properties": {"rules": {"type": "array", "items": RULE}}}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "properties": {
                    "tool": {"type": "object", "required": ["driver"], "properties": {"driver": DRIVER}},
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
}


def test_sarif_has_what_the_standard_requires() -> None:
    log: dict[str, Any] = json.loads(_reviewed("--format", "sarif").out)
    Draft7Validator(SARIF).validate(log)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert run["results"]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    first = run["results"][0]
    assert first["level"] == "error"
    assert first["locations"][0]["physicalLocation"]["region"]["startLine"] == 20
