"""`perfrules report`: a folder with everything in it becomes one page."""

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cli.running import ACTUALS, CSV, SPENDING, TABLES, demonstrate, run

TABLE = "目标表 {name}\n  年度：2023\n  部门：某局\n  预算：100万元\n  产出指标\n    数量指标\n      场次：≥5场\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("科普活动", "设备购置"):
        (tmp_path / f"{name}.rules").write_text(TABLE.format(name=name), "utf-8")
    (tmp_path / "实际值.csv").write_text("项目,三级指标,实际完成值\n科普活动,场次,6场\n设备购置,场次,4场\n", "utf-8")
    (tmp_path / "资金.csv").write_text("项目名称,全年预算数,全年执行数\n科普活动,100万元,100万元\n", "utf-8")
    return tmp_path


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_folder_is_all_it_needs(folder: Path) -> None:
    done = run("report", str(folder), "--format", "csv")
    assert done.code == 1, done.err
    first, second = _rows(done.out)
    # 10 points for the budget and 90 for the only indicator; 4 of 5 is 80 %.
    assert (first["项目"], first["执行"], first["产出"], first["得分"], first["等次"]) == (
        "科普活动",
        "10",
        "90",
        "100",
        "优",
    )
    assert (second["执行率"], second["执行"], second["产出"], second["得分"]) == ("", "0～10", "72", "72～82")
    assert (second["达成"], second["未达成"], second["无法判断"]) == ("0", "1", "0")


def test_the_terminal_says_what_is_open_and_what_is_to_be_put_right(folder: Path) -> None:
    out = run("report", str(folder)).out
    assert "项目2个，指标2个：达成1个，未达成1个" in out
    assert "设备购置：待定10分，预算执行率" in out
    assert "0/1" in out
    assert "PF728" in out


def test_each_kind_of_message_stands_there_once(folder: Path) -> None:
    (folder / "资金.csv").unlink()
    data: dict[str, Any] = json.loads(run("report", str(folder), "--format", "json").out)
    assert [(each["code"], each["count"]) for each in data["concerns"]] == [("PF728", 2)]


def test_its_scores_are_those_of_the_evaluation() -> None:
    evaluated = json.loads(demonstrate("--format", "json").out)
    seen = json.loads(run("report", TABLES, "--actuals", CSV, SPENDING, "--format", "json").out)
    tables = (*evaluated["projects"], *evaluated["departments"][0]["tables"])
    assert [(each["name"], each["low"], each["high"]) for each in tables] == [
        (each["name"], each["total"]["low"], each["total"]["high"]) for each in seen["tables"]
    ]
    assert all(
        sum(map(_number, (part["total"]["weight"] for part in each["classes"]))) == _number(each["total"]["weight"])
        for each in seen["tables"]
    )


def _number(text: str) -> int:
    return int(text)  # full marks of the demonstration are whole numbers


def test_a_day_adds_the_lights() -> None:
    files = [str(ACTUALS / name) for name in ("monitor-2023-07.csv", "monitor-spending-2023-07.csv")]
    done = run("report", TABLES, "--actuals", *files, "--as-of", "2023-07-31", "--format", "json")
    followed = json.loads(run("monitor", TABLES, "--actuals", *files, "--as-of", "2023-07-31", "--format", "json").out)
    lights = {each["name"]: each["completion"]["light"] for each in followed["tables"]}
    seen = json.loads(done.out)
    assert {each["name"]: each["lights"]["completion"] for each in seen["tables"]} == lights
    assert seen["evidence"]["as_of"] == seen["as_of"] == "2023-07-31"
    assert {each["name"] for each in seen["evidence"]["authorities"]} == {"central/mof-2020-10", "central/mof-2019-136"}


def test_markdown_and_a_file(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "一览.md"
    assert run("report", str(folder), "--format", "md", "-o", str(output)).code == 1
    text = output.read_text("utf-8")
    assert text.startswith("# 年度一览\n")
    assert "资金.csv" in text


def test_it_never_writes_over_what_it_read(folder: Path) -> None:
    before = (folder / "资金.csv").read_bytes()
    assert run("report", str(folder), "--format", "csv", "-o", str(folder / "资金.csv")).code == 2
    assert (folder / "资金.csv").read_bytes() == before


def test_a_folder_with_nothing_in_it_is_bad_use(tmp_path: Path) -> None:
    assert run("report", str(tmp_path)).code == 2


def test_a_bar_is_shown_on_a_terminal_and_nowhere_else(folder: Path) -> None:
    program = [sys.executable, "-c", "import sys; from perfrules.cli import main; sys.exit(main())"]
    arguments = [*program, "report", str(folder), "--format", "csv"]
    seen, terminal = pty.openpty()
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=terminal) as working:  # noqa: S603 - our own program
        os.close(terminal)
        bar = _all_of(seen)
        assert working.stdout is not None
        out = working.stdout.read()
    assert "打分" in bar
    assert len(_rows(out.decode())) == 2
    quiet = subprocess.run(arguments, capture_output=True, check=False)  # noqa: S603 - as above
    assert (quiet.stdout, quiet.stderr) == (out, b"")


def _all_of(terminal: int) -> str:
    """Read what a terminal is shown until nobody writes to it any more, which Linux says by an error."""
    parts: list[bytes] = []
    try:
        while part := os.read(terminal, 4096):
            parts.append(part)
    except OSError:
        pass
    os.close(terminal)
    return b"".join(parts).decode("utf-8", "replace")
