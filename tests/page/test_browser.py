"""Pages as people meet them: in a browser, on a phone, sorted and searched."""

from pathlib import Path
from typing import Any

import pytest

from page.browser import CHROMIUM, visit
from page.pages import MANY, PAGES, evaluated, many

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="没有安装 Chromium（Debian：apt-get install chromium）")

PHONE = 360

OPEN_ALL = "for (const each of page.querySelectorAll('details')) each.open = true;"

TOO_WIDE = (
    OPEN_ALL
    + """
    const wide = [...page.body.querySelectorAll('*')].filter((each) => {
      if (each.closest('svg, .hidden, thead, .skip, caption')) return false;
      return each.getBoundingClientRect().right > page.documentElement.clientWidth + 1;
    });
    return [
      page.documentElement.scrollWidth - page.documentElement.clientWidth,
      ...wide.slice(0, 5).map((each) => each.outerHTML.slice(0, 200)),
    ];
"""
)
"""By how much the page is wider than the screen, with everything on it opened; and what sticks out."""


@pytest.mark.parametrize(("name", "width"), [*((name, PHONE) for name in PAGES), ("恶意", 800), ("自评", 1280)])
def test_nothing_sticks_out_and_nothing_goes_wrong(name: str, width: int, tmp_path: Path) -> None:
    seen = visit(PAGES[name](), tmp_path, {"wide": TOO_WIDE, "title": "return page.title;"}, width)
    assert seen.console == ()
    assert seen.requests == ()
    assert seen.answers["wide"] == [0]
    assert seen.answers["title"].startswith("绩效")


def test_the_watch_sees_what_a_page_does_wrong(tmp_path: Path) -> None:
    """A check that cannot fail is none: this page loads a picture, complains, and is too wide."""
    page = '<img src="http://example.invalid/x.png"><script>console.error("!")</script><p style="width: 900px">x'
    seen = visit(page, tmp_path, {"wide": TOO_WIDE}, PHONE)
    assert len(seen.console) >= 1
    assert any("example.invalid" in url for url in seen.requests)
    assert seen.answers["wide"][0] > 0


OPENED = "[...page.querySelectorAll('details.project[open] h2')].map((each) => each.innerText.slice(0, 5))"
ROWS = "[...page.querySelectorAll('table.sortable tbody tr')]"
NAMES = f"{ROWS}.filter((row) => !row.hidden).map((row) => row.cells[0].innerText.trim())"
CLICK = "page.querySelectorAll('table.sortable thead th')[1].querySelector('button').click();"
SEEK = (
    "const input = page.querySelector('input[type=search]'); input.value = '{text}';"
    "input.dispatchEvent(new view.Event('input'));"
)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What became of the page of many projects, act by act."""
    acts = {
        "closed": f"return {OPENED};",
        "up": f"{CLICK} return {NAMES};",
        "sorts": "return [...page.querySelectorAll('thead th[aria-sort]')].map((head) => head.ariaSort);",
        "down": f"{CLICK} return {NAMES};",
        "chosen": "return page.querySelector('select').value;",
        "one": f"{SEEK.format(text='项目042')} return {NAMES};",
        "said": "return page.querySelector('[role=status]').textContent;",
        "none": f"{SEEK.format(text='没有的')} return {NAMES};",
        "all": f"{SEEK.format(text='')} return {NAMES}.length;",
        "link": "page.querySelector('table.sortable a[href=\"#p1\"]').click();",
        "opened": f"return {OPENED};",
        "focus": "page.querySelector('th button').focus(); return page.activeElement.tagName;",
    }
    return visit(many(), tmp_path_factory.mktemp("many"), acts).answers


def test_projects_can_be_sorted_by_number(answers: dict[str, Any]) -> None:
    """The budgets are 1 to 500万元 in the order of the names; as texts, 10万元 would come before 2万元."""
    names = [f"项目{number:03d}" for number in range(MANY)]
    assert answers["up"] == names
    assert answers["down"] == names[::-1]
    assert answers["sorts"] == ["none", "ascending", *["none"] * 6]
    assert answers["chosen"] == "1 down"


def test_projects_can_be_searched(answers: dict[str, Any]) -> None:
    assert answers["one"] == ["项目042"]
    assert answers["said"] == f"找到1个，共{MANY}个"
    assert answers["none"] == []
    assert answers["all"] == MANY


def test_a_link_to_a_project_opens_it(answers: dict[str, Any]) -> None:
    assert answers["closed"] == []
    assert answers["opened"] == ["项目000"]


def test_the_keyboard_reaches_what_sorts(answers: dict[str, Any]) -> None:
    assert answers["focus"] == "BUTTON"


def test_what_has_no_number_comes_last_either_way(tmp_path: Path) -> None:
    """The department's own table has no budget."""
    questions = dict.fromkeys(("up", "down"), f"{CLICK} return {NAMES}.at(-1);")
    answers = visit(evaluated(), tmp_path, questions).answers
    assert all(name.startswith("高新区科技局") for name in answers.values())


def test_paper_shows_every_reason(tmp_path: Path) -> None:
    closed = "return page.querySelectorAll('details:not([open])').length;"
    questions = {
        "before": closed,
        "printed": f"view.dispatchEvent(new view.Event('beforeprint')); {closed}",
        "after": f"view.dispatchEvent(new view.Event('afterprint')); {closed}",
    }
    answers = visit(evaluated(), tmp_path, questions).answers
    assert answers["before"] == answers["after"] > 0
    assert answers["printed"] == 0
