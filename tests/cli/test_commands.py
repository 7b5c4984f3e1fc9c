"""The other commands, and what all commands share."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cli.running import run
from perfrules.diagnostics import Code

COMMANDS = ("evaluate", "parse", "check", "fmt", "new", "explain")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command: str) -> None:
    done = run(command, "--help")
    assert done.code == 0
    assert f"例：\n  perfrules {command}" in done.out


def test_help_names_every_command() -> None:
    done = run("--help")
    assert done.code == 0
    assert all(command in done.out for command in COMMANDS)


@pytest.mark.parametrize("arguments", [(), ("没有这个命令",), ("check", "≥90%"), ("parse", "≥90%", "--year", "去年")])
def test_wrong_arguments_are_bad_use(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert "用法：" in done.err
    assert "Traceback" not in done.err


def test_parse_shows_what_a_cell_means() -> None:
    done = run("parse", "≥90%")
    assert done.code == 0
    assert "[90%, ∞)" in done.out


def test_parse_gives_json() -> None:
    done = run("parse", "≥90%", "--json")
    data = json.loads(done.out)
    assert (data["kind"], data["op"], data["number"], data["unit"]) == ("bound", "≥", "90", "%")


def test_parse_takes_the_columns_of_the_three_column_form() -> None:
    done = run("parse", "95", "--sign", "≥", "--unit", "%", "--subcategory", "质量指标", "--json")
    data = json.loads(done.out)
    assert (data["op"], data["number"], data["unit"], data["op_from"]) == ("≥", "95", "%", "column")


def test_parse_reads_cells_from_standard_input() -> None:
    done = run("parse", "-", "--json", stdin="≥90%\n是\n".encode())
    assert [json.loads(line)["kind"] for line in done.out.splitlines()] == ["bound", "yes_no"]


def test_parse_reports_a_cell_that_sets_nothing() -> None:
    done = run("parse", "XX")
    assert done.code == 1


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (("10万元/家", "100000元/户"), 0, "达成"),
        (("≥60家", "58家"), 1, "未达成"),
        (("≥60家", "约60家"), 1, "无法判断"),
        (("比上年增加", "3.2%", "--baseline", "2.9%"), 0, "达成"),
        (("不超预算", "1200万元", "--budget", "1280万元"), 0, "达成"),
    ],
)
def test_check_says_the_verdict_and_its_exit_code(arguments: tuple[str, ...], code: int, word: str) -> None:
    done = run("check", *arguments)
    assert done.code == code, done.out + done.err
    assert word in done.out


def test_check_gives_json() -> None:
    assert json.loads(run("check", "≥60家", "58家", "--json").out)["verdict"] == "unmet"


@pytest.mark.parametrize("id", ["PF701", "pf701"])
def test_explain_prints_the_page_of_a_code(id: str) -> None:
    done = run("explain", id)
    assert done.code == 0
    assert done.out.startswith("# PF701")


def test_explain_lists_every_code() -> None:
    assert [line.split()[0] for line in run("explain").out.splitlines()] == [code.id for code in Code]


def test_explain_of_an_unknown_code_is_bad_use() -> None:
    done = run("explain", "PF999")
    assert (done.code, "PF741" in done.err) == (2, True)


@pytest.mark.parametrize(
    "text",
    [
        *("≥90%", "90%-95%", "100%±5%", "师生比≥1:18", "比上年增加", "同比增长≥6%", "2023年12月31日前", "2023年"),
        *("是", "良好以上", "有效提升", "不超预算", "优良中低差", "XX", "≥90%，且无重大投诉"),
    ],
)
def test_parse_speaks_chinese_of_every_kind(text: str) -> None:
    """No name of the JSON form shows where people read."""
    reading = run("parse", text).out.split("意思", 1)[1].split("集合", 1)[0]
    assert not re.findall("[a-z_]{2,}", reading)


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    script = "import sys; from perfrules.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", script, "explain"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603 - our own program
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_check_reads_cells_with_the_words_of_a_ruleset(tmp_path: Path) -> None:
    rules = tmp_path / "甲.rules"
    rules.write_text("用语 甲\n  单位\n    垄：量词\n", encoding="utf-8")
    assert run("check", "≥3垄", "3垄").code == 1
    assert run("check", "≥3垄", "3垄", "--rules", str(rules)).code == 0
    rules.write_text("用语 甲\n  单位\n    亩：量词\n", encoding="utf-8")
    done = run("check", "≥3亩", "3亩", "--rules", str(rules))
    assert done.code == 2
    assert "PF641" in done.err
