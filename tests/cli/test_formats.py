"""What is written is decided by how the file's name ends, by the same endings for every command."""

import json
from pathlib import Path

import pytest

from cli.running import CSV, SPENDING, TABLES, run
from filling.forms import DEMONSTRATION, report

MONITORED = [str(DEMONSTRATION / "示例" / f"{name}-2023-07.csv") for name in ("monitor", "monitor-spending")]
COMMANDS = {
    "evaluate": ("evaluate", TABLES, "--actuals", CSV, SPENDING),
    "monitor": ("monitor", TABLES, "--actuals", *MONITORED, "--as-of", "2023-07-31"),
    "review": ("review", TABLES),
    "report": ("report", TABLES, "--actuals", CSV, SPENDING),
    "diff": ("diff", TABLES, TABLES),
}
BEGINS = {".html": "<!doctype html>", ".md": "# ", ".json": "{", ".csv": "", ".sarif": "{"}


@pytest.mark.parametrize(
    ("command", "suffixes"),
    [
        ("evaluate", (".html", ".md", ".json")),
        ("monitor", (".html", ".md", ".json", ".csv")),
        ("review", (".html", ".json", ".csv", ".sarif")),
        ("report", (".html", ".md", ".json", ".csv")),
        ("diff", (".md", ".json")),
    ],
)
def test_the_name_of_the_file_decides(command: str, suffixes: tuple[str, ...], tmp_path: Path) -> None:
    for suffix in suffixes:
        file = tmp_path / f"写出{suffix}"
        assert run(*COMMANDS[command], "-o", str(file)).code in (0, 1), suffix
        named = run(*COMMANDS[command], "--format", suffix[1:])
        assert (file.read_text("utf-8"), named.err) == (named.out, ""), suffix
        assert named.out.lower().startswith(BEGINS[suffix])


@pytest.mark.parametrize("suffix", [".html", ".json", ".csv"])
def test_an_audit_is_written_by_the_name_of_the_file(suffix: str, tmp_path: Path) -> None:
    report(tmp_path).to_xlsx(tmp_path / "自评表.xlsx")
    output = tmp_path / f"核对{suffix}"
    done = run("evaluate", "--audit", str(tmp_path / "自评表.xlsx"), "-o", str(output))
    assert (done.code, done.out, done.err) == (0, "", f"已写好：{output}\n")
    text = (tmp_path / f"核对{suffix}").read_text("utf-8")
    assert text.lower().startswith(BEGINS[suffix])
    assert text.count("学员满意度") > 0


def test_the_page_of_an_audit_has_every_score(tmp_path: Path) -> None:
    report(tmp_path, names=("甲", "乙")).to_xlsx(tmp_path / "自评表.xlsx")
    run("evaluate", "--audit", str(tmp_path / "自评表.xlsx"), "-o", str(tmp_path / "核对.html"))
    page = (tmp_path / "核对.html").read_text("utf-8")
    assert "没有问题" in page
    # 25 × 580/600 = 24.17, in the tables of 甲 and 乙, as filled in and as worked out again.
    assert page.count("24.17</td>") == 4
    assert all(name in page for name in ("培训人数", "一致", "核对自评表", 'href="#p2"'))


def test_other_endings_keep_the_text(tmp_path: Path) -> None:
    for name in ("差别.txt", "差别"):
        assert run(*COMMANDS["diff"], "-o", str(tmp_path / name)).code == 0
        assert (tmp_path / name).read_text("utf-8") == run(*COMMANDS["diff"]).out


@pytest.mark.parametrize(
    ("command", "options", "code"),
    [
        ("diff", ("-o", "差别.xlsx"), "PF830"),
        ("review", ("-o", "意见.md"), "PF830"),
        ("evaluate", ("--format", "json", "-o", "自评.html"), "PF831"),
        ("monitor", ("--format", "json", "-o", "监控表.docx"), "PF831"),
    ],
)
def test_what_is_not_written_is_told(
    command: str, options: tuple[str, ...], code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*COMMANDS[command], *options)
    assert (done.code, code in done.err, list(tmp_path.iterdir())) == (2, True, [])


def test_sarif_may_be_called_json(tmp_path: Path) -> None:
    run(*COMMANDS["review"], "--format", "sarif", "-o", str(tmp_path / "意见.json"))
    assert json.loads((tmp_path / "意见.json").read_text("utf-8"))["version"] == "2.1.0"
