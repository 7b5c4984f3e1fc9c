"""The harness that runs the chapters is itself tested: a row that cannot fail would be worse than none."""

from pathlib import Path

import pytest

from specification.columns import COLUMNS
from specification.markdown import read_tables

GUIDE = Path(__file__).parents[1] / "spec" / "README.md"


@pytest.fixture
def chapter(pytester: pytest.Pytester) -> Path:
    """The place of a chapter in a project of its own."""
    folder = pytester.path / "spec"
    folder.mkdir()
    return folder / "01-试.md"


def run(pytester: pytest.Pytester, *options: str) -> pytest.RunResult:
    plain = ("-p", "no:cacheprovider", "-p", "no:hypothesispytest")
    return pytester.runpytest_inprocess("-p", "specification.plugin", *plain, *options)


def table(*lines: str) -> str:
    return "\n".join(["# 章", "", "## 节", "", "说明文字。", "", *lines, ""])


def test_a_row_that_holds_passes_under_a_name_that_says_what_it_is(pytester: pytest.Pytester, chapter: Path) -> None:
    chapter.write_text(table("| 指标值 | 实际值 | 结论 |", "|---|---|---|", "| ≥90% | 90% | 达成 |"), "utf-8")
    result = run(pytester, "-v")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["*01-试:9 ≥90% 90% PASSED*"])


def test_a_difference_shows_chapter_line_and_both_values(pytester: pytest.Pytester, chapter: Path) -> None:
    chapter.write_text(table("| 指标值 | 实际值 | 结论 |", "|---|---|---|", "| ≥90% | 90% | 未达成 |"), "utf-8")
    result = run(pytester)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["01-试.md 第9行（章 › 节）", "  指标值：≥90%", "  结论：应为 未达成，实为 达成"])


def test_a_row_that_expects_nothing_fails(pytester: pytest.Pytester, chapter: Path) -> None:
    chapter.write_text(table("| 指标值 | 实际值 | 结论 |", "|---|---|---|", "| ≥90% | 90% | |"), "utf-8")
    result = run(pytester)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*没有写任何预期*"])


def test_a_row_that_lacks_what_its_expectation_needs_fails(pytester: pytest.Pytester, chapter: Path) -> None:
    chapter.write_text(table("| 指标值 | 实际值 | 结论 |", "|---|---|---|", "| ≥90% | | 达成 |"), "utf-8")
    result = run(pytester)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*这一行还缺：实际值*"])


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("| 指标值 | 结伦 |", "|---|---|", "| ≥90% | 达成 |"), "*第7行：没有名为“结伦”的列。是不是“结论”？*"),
        (("| 指标值 | 指标值 |", "|---|---|", "| ≥90% | 达成 |"), "*第7行：有两列同名*"),
        (("| 指标值 | 读作 |", "|---|---|", "| ≥90% |"), "*第9行：表头有2列，这一行有1格*"),
        (("| 指标值 | 读作 |", "| ≥90% | 界限 ≥90% |"), "*第7行：*分隔行*"),
    ],
)
def test_a_table_that_cannot_be_read_is_an_error(
    pytester: pytest.Pytester, chapter: Path, lines: tuple[str, ...], message: str
) -> None:
    chapter.write_text(table(*lines), "utf-8")
    result = run(pytester)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([message])


def test_a_code_span_keeps_spaces_and_the_empty_text_can_be_written(pytester: pytest.Pytester, chapter: Path) -> None:
    chapter.write_text(
        table("| 指标值 | 读作 |", "|---|---|", "| `  /` | 空 “/” |", "| （空） | 空 “” |", r"| `\|` | 定性 “\|” |"),
        "utf-8",
    )
    run(pytester).assert_outcomes(passed=3)


def test_update_rewrites_only_what_does_not_hold(pytester: pytest.Pytester, chapter: Path) -> None:
    before = table(
        "| 指标值 | 实际值 | 结论 | 完成率 | 说明 |",
        "|--------|--------|------|--------|------|",
        "| ≥60家  | 58家   | 达成 |        | 甲   |",
        "| ≥60家  | 60家   | 达成 | 1      | 乙   |",
        "| ≥60家  | 约60家 | ?    | ?      |      |",
    )
    chapter.write_text(before, "utf-8")
    run(pytester, "--spec-update")
    assert chapter.read_text("utf-8") == table(
        "| 指标值 | 实际值 | 结论     | 完成率 | 说明 |",
        "|--------|--------|----------|--------|------|",
        "| ≥60家  | 58家   | 未达成   |        | 甲   |",
        "| ≥60家  | 60家   | 达成     | 1      | 乙   |",
        "| ≥60家  | 约60家 | 无法判断 | —      |      |",
    )


def test_update_fills_a_row_that_expects_nothing(pytester: pytest.Pytester, chapter: Path) -> None:
    chapter.write_text(table("| 指标值 | 读作 | 结论 |", "|---|---|---|", "| ≥60家 | | |"), "utf-8")
    run(pytester, "--spec-update")
    assert "| ≥60家 | 界限 ≥60家 | |" in chapter.read_text("utf-8")


def test_the_guide_explains_every_column_and_no_other() -> None:
    explained = {
        row.values[0]
        for table in read_tables(GUIDE.read_text("utf-8"))
        for row in table.rows
        if table.columns[0] == "列"
    }
    assert explained == set(COLUMNS)
