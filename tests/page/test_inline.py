"""Results in a notebook: one piece of HTML that needs nothing, leaves the notebook alone, and is not long."""

import re
import subprocess
import sys
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

import perfrules as pr
from page.browser import CHROMIUM, visit
from page.pages import FIGURES, HOSTILE, TABLES, hostile_report, many_report, tree

FORM = "三级指标,指标值,实际完成值,分值,得分\n企业数,≥60家,58家,10,9\n"


@cache
def shown() -> dict[str, str]:
    """What a notebook shows of each public type."""
    ruleset = pr.load(TABLES)
    figures = [str(FIGURES / f"{name}-2023.csv") for name in ("actuals", "spending")]
    report, outcome = ruleset.evaluate(figures), pr.check("≥60家", "约58家")
    review = ruleset.review()
    values = (
        outcome.target,
        outcome.actual,
        outcome,
        outcome.diagnostics[0],
        report.projects[0].lines[0].score,
        report,
        ruleset.monitor({}, date(2023, 7, 31)),
        review,
        review.findings[0],
        ruleset.audit(BytesIO(FORM.encode())),
        ruleset.goal_tables[0],
        ruleset,
        pr.diff(ruleset, pr.Ruleset()),
    )
    return {type(value).__name__: str(value._repr_html_()) for value in values}


def _parsed(piece: str) -> ElementTree.Element:
    """Parse a piece inside of a page, as strictly as HTML can be parsed."""
    title = "<!DOCTYPE html><html><head><title>x</title></head><body>"
    return tree(f"{title}{piece}</body></html>")


KINDS = (
    *("Target", "Actual", "Outcome", "Diagnostic", "Score", "Report", "Progress", "Review", "Finding", "Audit"),
    *("GoalTable", "Ruleset", "Difference"),
)
every_kind = pytest.mark.parametrize("kind", KINDS)


@every_kind
def test_it_needs_nothing_and_does_nothing(kind: str) -> None:
    root = _parsed(shown()[kind])
    tags = {str(each.tag).rpartition("}")[2] for each in root.iter()}
    assert not tags & {"script", "link", "img", "iframe", "a", "input", "select", "button", "h1", "h2", "h3"}
    assert root.find(".//div[@class='perfrules']") is not None
    assert not re.search(r"url\((?!#)|@import|https?:(?!//www\.w3\.org)", shown()[kind])


def test_what_it_says() -> None:
    assert "要求实际值不低于60家" in shown()["Target"]
    assert "约58家" in shown()["Actual"]
    assert "无法判断" in shown()["Outcome"]
    assert "PF412" in shown()["Diagnostic"]
    assert "分，满分" in shown()["Score"]
    assert "99.01" in shown()["Report"]
    assert "时间进度 58.33%" in shown()["Progress"]
    assert "错误2条" in shown()["Review"]
    assert "PF762" in shown()["Audit"]
    assert "高新技术企业扶持资金" in shown()["Ruleset"]
    assert "删去项目" in shown()["Difference"]


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_stay_texts(text: str) -> None:
    outcome = pr.check(text, text)
    for value in (outcome, outcome.target, outcome.actual):
        root = _parsed(str(value._repr_html_()))
        assert not [each for each in root.iter() if str(each.tag).rpartition("}")[2] in {"script", "img"}]
        styles = list(root.iter("style"))
        assert len(styles) == 1
    assert "<script>" not in str(hostile_report()._repr_html_())


def test_two_results_in_one_notebook_share_no_ids() -> None:
    def ids(text: str) -> set[str]:
        return {name for name in re.findall(r' id="([^"]+)"', text) if not re.fullmatch("pf-[a-z]+", name)}

    assert ids(shown()["Report"])
    assert not ids(shown()["Report"]) & ids(shown()["Ruleset"])


def test_it_is_not_long_however_much_there_is() -> None:
    """500 projects are a page of some megabytes; a notebook gets the first lines, and says so."""
    text = str(many_report()._repr_html_())
    assert "这里没有全部列出" in text
    assert len(text) < 100_000
    assert all("这里没有全部列出" not in shown()[kind] for kind in KINDS)


def test_a_small_result_is_small() -> None:
    assert len(shown()["Target"].encode()) < 10_000


def test_without_jinja2_a_notebook_shows_the_text() -> None:
    program = "import sys; sys.modules['jinja2'] = None\nimport perfrules as pr\nprint(pr.parse('≥90%')._repr_html_())"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - our own Python
    assert done.stdout == "None\n"


@pytest.mark.skipif(CHROMIUM is None, reason="没有安装 Chromium（Debian：apt-get install chromium）")
@pytest.mark.parametrize(
    ("theme", "paper"), [("true", "rgb(255, 255, 255)"), ("false", "rgb(20, 23, 27)")], ids=["亮", "暗"]
)
def test_it_follows_the_notebook_and_outranks_its_style(theme: str, paper: str, tmp_path: Path) -> None:
    rude = ".jp-RenderedHTMLCommon tbody tr:nth-child(odd) {background: #eee} .rendered_html table td {max-width: 9px}"
    page = (
        f'<!DOCTYPE html><html lang="zh-CN"><style>{rude}</style><body data-jp-theme-light="{theme}">'
        f'<p id="own">x</p><div class="jp-RenderedHTMLCommon rendered_html">{shown()["Report"]}</div>'
    )
    style = "page.defaultView.getComputedStyle(page.querySelector('{}')).{}"
    questions = {
        "paper": f"return {style.format('.perfrules', 'backgroundColor')};",
        "row": f"return {style.format('.perfrules tbody tr', 'backgroundColor')};",
        "own": f"return {style.format('#own', 'marginTop')};",
        "wide": "return page.documentElement.scrollWidth - page.documentElement.clientWidth;",
    }
    seen = visit(page, tmp_path, questions, 800)
    assert seen.requests == ()
    assert seen.answers == {"paper": paper, "row": "rgba(0, 0, 0, 0)", "own": "16px", "wide": 0}
