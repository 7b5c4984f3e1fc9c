"""The built site leads nowhere else: every link and anchor holds, and nothing is fetched from another machine."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import attrs
import pytest

from perfrules import Code, Ruleset

_FETCHED = {"link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src"}


@attrs.define
class _Page(HTMLParser):
    """What a page links to, what it fetches, and the anchors it has."""

    text: str
    links: list[str] = attrs.Factory(list)
    fetched: list[str] = attrs.Factory(list)
    anchors: set[str] = attrs.Factory(set)

    def __attrs_post_init__(self) -> None:
        super().__init__()
        self.feed(self.text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attributes}
        if "id" in named:
            self.anchors.add(named["id"])
        if tag == "a" and "href" in named:
            self.links.append(named["href"])
        if tag in _FETCHED and _FETCHED[tag] in named and named.get("rel") not in {"canonical", "prev", "next"}:
            self.fetched.append(named[_FETCHED[tag]])


@cache
def _page(path: Path) -> _Page:
    return _Page(path.read_text("utf-8"))


def _pages(site: Path) -> Iterator[Path]:
    return (path for path in site.rglob("*.html") if path.name != "404.html")  # served from any depth


def _broken(path: Path, link: str) -> bool:
    parts = urlsplit(unescape(link))
    if parts.scheme or parts.netloc:
        return False
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if target.is_dir():
        target /= "index.html"
    anchor = unquote(parts.fragment)
    if not target.exists():
        return True
    return bool(anchor and target.suffix == ".html" and anchor not in _page(target).anchors and anchor != "__toc")


def test_the_watch_sees_what_leads_nowhere(site: Path) -> None:
    home = site / "index.html"
    assert _broken(home, "docs/forms.html") is False
    assert _broken(home, "docs/nothing.html")
    assert _broken(home, "docs/forms.html#nothing")


def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    broken = {(path.name, link) for path in _pages(site) for link in _page(path).links if _broken(path, link)}
    assert broken == set()


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    outside = {link for path in _pages(site) for link in _page(path).fetched if urlsplit(link).netloc}
    styles = {
        each for path in site.rglob("*.css") for each in re.findall(r"url\(.?https?:[^)]*", path.read_text("utf-8"))
    }
    assert (outside, styles) == (set(), set())


@pytest.mark.parametrize("code", [Code.NUMBER_MISSING, Code.COLUMNS_REPLACED], ids=lambda code: code.id)
def test_every_code_has_a_page_and_stands_in_the_list(site: Path, code: Code) -> None:
    assert code.id in (site / "docs/diagnostics" / f"{code.id}.html").read_text("utf-8")
    assert f"{code.id}.html" in (site / "docs/diagnostics/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("docs/reference/commands.html", "perfrules evaluate"),
        ("docs/reference/schemes.html", "财预〔2021〕101号"),
        ("docs/reference/methods.html", "财预〔2019〕136号"),
        ("docs/reference/python.html", f'id="{Ruleset.__module__}.Ruleset.evaluate"'),
        ("tests/spec/01-界限词.html", "<table>"),
    ],
)
def test_what_is_made_of_the_code_is_there(site: Path, page: str, said: str) -> None:
    assert said in (site / page).read_text("utf-8")


def test_nothing_of_the_markup_is_left(site: Path) -> None:
    """No fence and no row of a table stands there as text, and no list has run into the words before it."""
    text = {path: re.sub(r"<(pre|code).*?</\1>", "", path.read_text("utf-8"), flags=re.DOTALL) for path in _pages(site)}
    assert [path.name for path, words in text.items() if "```" in words] == []
    assert [path.name for path, words in text.items() if re.search(r"<p>(\||[^<]*\n(- |1\. ))", words)] == []
