"""The local page as people meet it: typed into, in Chromium."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from page.browser import CHROMIUM
from perfrules.play import Desk
from perfrules.play.server import LocalServer
from play.chromium import Tab, chromium

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="没有安装 Chromium（Debian：apt-get install chromium）"),
    pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="浏览器的管道要用 POSIX 的系统"),
]

PHONE = 390
SAID = "document.getElementById('said').textContent"
SHOWN = "document.getElementById('answer').innerText"
HOSTILE = "<img src=x onerror=\"document.title='入侵'\"><script>document.title='入侵'</script>"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Tab, LocalServer]]:
    with LocalServer(Desk()) as server, chromium(tmp_path_factory.mktemp("browser")) as tab:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        tab.open(server.url)
        yield tab, server
        server.shutdown()


@pytest.fixture
def tab(browser: tuple[Tab, LocalServer]) -> Tab:
    """The page as it is at first."""
    tab, server = browser
    tab.shape(1280)
    tab.call("Page.navigate", url="about:blank")
    tab.call("Page.navigate", url=server.url)
    tab.until("document.readyState === 'complete' && document.querySelector('#examples button') !== null")
    return tab


def test_it_answers_while_one_types(tab: Tab) -> None:
    tab.type("#target", "≥60家")
    tab.until(f"{SAID}.startsWith('要求实际值不低于60家')")
    tab.type("#actual", "58家")
    tab.until(f"{SAID}.startsWith('未达成，完成率96.67%，得9.67分')")
    assert "58 ÷ 60" in tab.ask(SHOWN)
    assert tab.ask("document.querySelector('.numbers').ariaLabel") == "数轴：[60家, ∞)；实际值 58家"
    tab.type("#actual", "60家")
    tab.until(f"{SAID}.startsWith('达成，完成率100%，得10分')")
    assert tab.console == []


def test_the_newest_question_is_answered_last(tab: Tab) -> None:
    """Every key is a question; however the answers come, what stands there in the end is that of the last one."""
    tab.type("#target", "≥1家")
    tab.type("#actual", "1家")
    for number in range(2, 40):
        tab.ask(f"put({{target: '≥{number}家', actual: '{number - 1}家'}})")
    tab.until(f"{SHOWN}.includes('38 ÷ 39')")
    tab.ask("new Promise((done) => setTimeout(done, 500))")
    assert "38 ÷ 39" in tab.ask(SHOWN)


def test_what_stands_in_the_row_counts_and_is_shown_when_folded(tab: Tab) -> None:
    tab.ask("put({target: '12月底前', actual: '2023年12月3日', year: '2023'})")
    tab.until(f"{SAID}.startsWith('达成')")
    assert tab.ask("document.getElementById('given').textContent") == "年度 2023"


def test_reasons_of_a_score_stay_open_while_one_types(tab: Tab) -> None:
    tab.ask("put({target: '≥60家', actual: '58家'})")
    tab.until(f"{SAID} !== ''")
    tab.ask("document.querySelector('.scheme summary').click()")
    tab.ask("put({target: '≥60家', actual: '57家'})")
    tab.until(f"{SAID}.includes('95%')")
    tab.until("document.querySelector('.scheme').open && document.querySelector('.scheme').innerText.includes('57/60')")


@pytest.mark.parametrize("field", ["target", "actual", "name"])
def test_no_text_is_taken_for_markup(tab: Tab, field: str) -> None:
    tab.console.clear()
    fields = {"target": "≥60家", "actual": "58家", field: HOSTILE}
    tab.ask(f"put({fields})")
    tab.until(f"{SAID} !== ''")
    assert tab.ask("document.title") == "边写边看：perfrules"
    assert tab.ask("document.querySelectorAll('#answer img, #answer script').length") == 0
    assert tab.console == []


def test_a_table_is_marked_in_place(tab: Tab) -> None:
    tab.ask("document.getElementById('tab-table').click()")
    tab.type("#text", f"# 𠮷 {HOSTILE}\n目标表 甲\n  年份：2023\n  产出指标\n    数量指标\n      场次：左右90场吧\n")
    tab.until("document.querySelector('mark.error') !== null")
    assert "年份" in tab.ask("[...document.querySelectorAll('mark.error')].map((each) => each.textContent)")
    assert "场次：左右90场吧" in tab.ask(
        "[...document.querySelectorAll('mark.warning')].map((each) => each.textContent)"
    )
    assert tab.ask("document.querySelectorAll('#marks img').length") == 0
    about = "[...document.querySelectorAll('#notes li')].find((each) => each.innerText.includes('PF608'))"
    tab.ask(f"{about}.querySelector('button').click()")
    assert tab.ask("text.value.slice(text.selectionStart, text.selectionEnd)") == "年份"
    assert tab.ask("document.activeElement.id") == "text"


def test_marks_lie_under_the_text(tab: Tab) -> None:
    """The marks are drawn behind the field, which only helps if both break and scroll alike."""
    tab.ask("document.getElementById('tab-table').click()")
    tab.until("document.querySelector('#notes li') !== null")
    sizes = "['font', 'lineHeight', 'padding', 'whiteSpace', 'letterSpacing', 'tabSize']"
    style = f"(each) => {sizes}.map((name) => getComputedStyle(document.getElementById(each))[name]).join()"
    assert tab.ask(f"({style})('marks') === ({style})('text')")
    tab.ask("text.scrollTop = 120")
    tab.until("document.getElementById('marks').scrollTop === text.scrollTop && text.scrollTop > 0")


def test_a_table_is_laid_out_and_that_can_be_undone(tab: Tab) -> None:
    tab.ask("document.getElementById('tab-table').click()")
    tab.type("#text", "目标表 甲\n\t年度:2023")
    tab.ask("document.getElementById('format').click()")
    tab.until("text.value === '目标表 甲\\n  年度：2023\\n'")
    tab.ask("document.execCommand('undo')")
    assert tab.ask("text.value") == "目标表 甲\n\t年度:2023"


def test_everything_is_reached_by_keyboard(tab: Tab) -> None:
    assert tab.ask("document.activeElement.id") == "target"
    tab.ask("document.getElementById('tab-cell').focus()")
    tab.press("ArrowRight")
    assert tab.ask("document.activeElement.id") == "tab-table"
    assert tab.ask("!document.getElementById('table').hidden && document.getElementById('cell').hidden")
    tab.press("ArrowLeft")
    reached = []
    for _ in range(20):
        tab.press("Tab")
        reached.append(tab.ask("document.activeElement.id || document.activeElement.textContent"))
    assert reached[:3] == ["target", "actual", tab.ask("document.querySelector('#row summary').textContent")]
    assert "差一点" in reached
    assert "clear" in reached


def test_every_field_has_a_name(tab: Tab) -> None:
    controls = "[...document.querySelectorAll('input, textarea, button')]"
    nameless = f"{controls}.filter((each) => !(each.labels?.length || each.textContent))"
    assert tab.ask(f"{nameless}.map((each) => each.outerHTML)") == []
    assert tab.ask("document.getElementById('said').getAttribute('role')") == "status"


@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize(
    ("target", "actual"), [("3～5天", "100天"), ("良好以上", "中"), ("明显改善", ""), ("九" * 300, "8" * 300)]
)
def test_nothing_sticks_out_on_a_phone(tab: Tab, target: str, actual: str, is_dark: bool) -> None:
    tab.shape(PHONE, is_dark=is_dark)
    tab.ask(f"put({{target: '{target}', actual: '{actual}'}})")
    tab.until(f"{SAID} !== ''")
    tab.ask("for (const each of document.querySelectorAll('details')) each.open = true;")
    assert tab.ask("document.documentElement.scrollWidth - innerWidth") <= 0
    tab.ask("document.getElementById('tab-table').click()")
    tab.until("document.querySelector('#notes li') !== null")
    assert tab.ask("document.documentElement.scrollWidth - innerWidth") <= 0


def test_it_asks_nobody_else(browser: tuple[Tab, LocalServer], tab: Tab) -> None:
    tab.ask("put({target: '≥60家', actual: '58家'})")
    tab.until(f"{SAID} !== ''")
    foreign = [url for url in tab.requests if not url.startswith((browser[1].url, "about:", "data:"))]
    assert foreign == []


def test_it_says_so_when_the_program_has_ended(tmp_path: Path) -> None:
    with chromium(tmp_path) as tab:
        with LocalServer(Desk()) as server:
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
            tab.open(server.url)
            server.shutdown()
        tab.call(
            "Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=-1, uploadThroughput=-1
        )
        tab.type("#target", "≥60家")
        tab.until("document.getElementById('failed').innerText.includes('请重新运行')")
