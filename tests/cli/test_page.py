"""Pages from the command line: written whole, with what was asked for."""

from pathlib import Path

from cli.running import ACTUALS, CSV, SPENDING, TABLES, Done, demonstrate, run

FORM = str(ACTUALS / "monitor-2023-07.csv")
MONEY = str(ACTUALS / "monitor-spending-2023-07.csv")
MONITOR = ("monitor", TABLES, "--actuals", FORM, MONEY, "--as-of", "2023-07-31")


def test_a_page_is_written_to_a_file(tmp_path: Path) -> None:
    page = tmp_path / "年度.html"
    done = demonstrate("--format", "html", "-o", str(page))
    assert done.out == ""
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>\n")


def test_printing_and_writing_give_the_same(tmp_path: Path) -> None:
    page = tmp_path / "年度.html"
    demonstrate("--format", "html", "-o", str(page))
    assert demonstrate("--format", "html").out == page.read_text("utf-8")


def test_the_exit_code_is_that_of_the_report() -> None:
    assert demonstrate("--format", "html").code == demonstrate().code


def test_findings_of_the_review_are_there_when_they_are_asked_for() -> None:
    assert "审核意见" not in demonstrate("--format", "html").out
    assert "审核意见" in demonstrate("--format", "html", "--review").out


def test_a_monitoring_has_a_page() -> None:
    shown = run(*MONITOR, "--format", "html")
    assert shown.code == 1
    assert "绩效运行监控" in shown.out


def test_a_review_has_a_page() -> None:
    shown = run("review", TABLES, "--format", "html")
    assert shown.code == 1
    assert "绩效目标审核" in shown.out
    assert "PR" in shown.out


def test_a_review_stands_on_pages_only() -> None:
    done = run("evaluate", TABLES, "--actuals", CSV, "--review")
    assert done.code == 2
    assert "html" in done.err


def test_an_input_is_never_written_over(tmp_path: Path) -> None:
    source = tmp_path / "实际值.html"
    source.write_bytes(Path(CSV).read_bytes())
    done: Done = run("evaluate", TABLES, "--actuals", str(source), SPENDING, "--format", "html", "-o", str(source))
    assert done.code == 2
    assert source.read_bytes() == Path(CSV).read_bytes()
