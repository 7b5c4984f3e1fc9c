"""The site as people meet it: opened from a folder or served, searched in Chinese, on a phone, by keyboard."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from page.browser import CHROMIUM
from play.chromium import Tab, chromium

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="没有安装 Chromium（Debian：apt-get install chromium）")

PAGES = ("index.html", "docs/how-to/3-运行监控.html", "docs/reference/commands.html", "tests/spec/01-界限词.html")

_READY = "document.readyState === 'complete'"
_FOUND = "[...(document.activeElement.shadowRoot?.querySelectorAll('a') ?? [])].map((each) => each.href)"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def tab(tmp_path: Path) -> Iterator[Tab]:
    with chromium(tmp_path) as tab:
        yield tab


@pytest.fixture(params=["文件夹", "服务器"])
def address(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """Where the site lies: in a folder, and on a server of this machine."""
    if request.param == "文件夹":
        yield site.as_uri()
        return
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("word", ["指标值", "结转", "PF721"])
def test_the_search_finds_pages_and_asks_nobody_else(site: Path, tab: Tab, address: str, word: str) -> None:
    tab.open(f"{address}/index.html", _READY)
    tab.until("document.querySelector('.md-search__button') !== null")
    tab.ask("document.querySelector('.md-search__button').click()")
    tab.until("document.activeElement.shadowRoot !== null")
    tab.call("Input.insertText", text=word)
    tab.until(f"{_FOUND}.length > 0")
    first = unquote(urlsplit(tab.ask(_FOUND)[0]).path)
    page = Path(first) if address.startswith("file:") else site / first.lstrip("/")
    assert word in page.read_text("utf-8")
    assert tab.console == []
    assert [url for url in tab.requests if not url.startswith((address, "data:"))] == []


@pytest.mark.parametrize("page", PAGES)
def test_no_page_is_wider_than_a_phone(site: Path, tab: Tab, page: str) -> None:
    tab.open((site / page).as_uri(), _READY)
    tab.shape(390)
    assert tab.ask("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_the_first_key_leads_to_the_content_and_the_next_to_the_pages(site: Path, tab: Tab) -> None:
    tab.open((site / PAGES[1]).as_uri(), _READY)
    reached = []
    for _ in range(8):
        tab.press("Tab")
        reached.append(tab.ask("document.activeElement.className + '|' + document.activeElement.innerText"))
    assert reached[0].startswith("md-skip")
    assert any("编报与审核" in each or "首页" in each for each in reached)
