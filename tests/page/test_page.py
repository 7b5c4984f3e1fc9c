"""What holds for every page, whatever is on it: read as HTML, without a browser."""

import base64
import hashlib
import os
import re
import subprocess
import sys
from functools import cache
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from page.pages import HOSTILE, MANY, PAGES, evaluated, hostile, many, monitored, tree
from perfrules.report import Report

SVG = "{http://www.w3.org/2000/svg}"

every_page = pytest.mark.parametrize("name", PAGES)


@cache
def _tree(name: str) -> ElementTree.Element:
    return tree(PAGES[name]())


def _text(element: ElementTree.Element) -> str:
    return "".join(element.itertext())


@every_page
def test_it_is_html(name: str) -> None:
    root = _tree(name)
    assert root.get("lang") == "zh-CN"
    assert root.find("head/title") is not None


@every_page
def test_it_loads_nothing(name: str) -> None:
    """No element that loads, and no address but places on the page itself."""
    tags = {str(each.tag).removeprefix(SVG) for each in _tree(name).iter()}
    assert not tags & {"link", "img", "image", "iframe", "object", "embed", "form", "base", "audio", "video", "source"}
    attributes = [(key, value) for each in _tree(name).iter() for key, value in each.items()]
    addresses = [value for key, value in attributes if str(key).split("}")[-1] in {"href", "src", "action", "style"}]
    assert all(address.startswith("#") for address in addresses)


@every_page
def test_only_its_own_style_and_script_may_run(name: str) -> None:
    policy = next(each.get("content", "") for each in _tree(name).iter("meta") if each.get("http-equiv"))
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    own = [_text(each) for tag in ("style", "script") for each in _tree(name).iter(tag)]
    assert len(own) == 2
    for text in own:
        assert f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in policy
    assert not [key for each in _tree(name).iter() for key in each.keys() if str(key).startswith("on")]  # noqa: SIM118


@every_page
def test_every_link_leads_to_one_place_on_the_page(name: str) -> None:
    ids = [each.get("id") for each in _tree(name).iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    wanted = {
        value.removeprefix("#")
        for each in _tree(name).iter()
        for key, value in each.items()
        if str(key).split("}")[-1] == "href"
    }
    named = {each.get(key) for each in _tree(name).iter() for key in ("aria-labelledby", "for") if each.get(key)}
    assert wanted | named <= set(ids)


@every_page
def test_headings_come_in_order(name: str) -> None:
    levels = [int(str(each.tag)[1]) for each in _tree(name).iter() if re.fullmatch(r"h[1-6]", str(each.tag))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@every_page
def test_a_summary_holds_words_or_one_heading(name: str) -> None:
    """So says the standard; a parser does not."""
    for summary in _tree(name).iter("summary"):
        inside = [str(each.tag) for each in summary]
        assert inside == ["h2"] or not {"h2", "h3", "p", "div"} & set(inside)


@every_page
def test_it_has_landmarks(name: str) -> None:
    for landmark in ("header", "nav", "main", "footer"):
        assert len(list(_tree(name).iter(landmark))) == 1


@every_page
def test_every_head_of_a_table_says_what_it_heads(name: str) -> None:
    heads = list(_tree(name).iter("th"))
    assert bool(heads) is (name != "审核")
    assert {each.get("scope") for each in heads} <= {"col", "row", "rowgroup"}
    assert all(table.find("caption") is not None for table in _tree(name).iter("table"))


def test_texts_are_shown_and_not_run() -> None:
    root = _tree("恶意")
    shown = _text(root)
    for name in HOSTILE[:6]:
        assert name in shown
    assert len(list(root.iter("script"))) == 1


def test_characters_that_no_page_may_hold_are_shown_as_replaced() -> None:
    assert "零\ufffd宽\ufffd[31m\u202e倒\ufffd" in hostile()
    assert hostile().encode()


def test_a_report_of_nothing_is_a_page_too() -> None:
    root = tree(Report().to_html())
    assert list(root.iter("main"))


def test_the_demonstration_shows_its_score_and_its_reasons() -> None:
    """83.88 to 98.68 is what the terminal shows as well; the example of the README is derived as it is there."""
    shown = _text(_tree("自评"))
    assert "83.88～98.68分" in shown
    assert "得分 = 分值 10 × 完成率 89.6/90 = 9.96（保留2位小数，四舍五入）" in shown
    assert "财预〔2020〕10号" in shown
    assert "审核意见" in shown


def test_lights_have_a_shape_and_a_word() -> None:
    marks = [each for each in _tree("监控").iter("span") if (each.get("class") or "").startswith("mark ")]
    shapes = {(next(each.iter(f"{SVG}use")).get("href"), _text(each)[-2:]) for each in marks}
    assert {
        ("#pf-bad", "红灯"),
        ("#pf-near", "黄灯"),
        ("#pf-good", "绿灯"),
        ("#pf-idle", "到期"),
        ("#pf-open", "判断"),
    } <= shapes


def test_many_projects_are_closed_and_can_be_sought() -> None:
    root = _tree("许多项目")
    projects = [each for each in root.iter("details") if each.get("class") == "project"]
    assert len(projects) == MANY
    assert not any("open" in each.keys() for each in projects)  # noqa: SIM118 - an element holds children, not names
    assert [each.get("class") for each in root.iter("table")].count("sortable") == 1


def test_the_same_input_gives_the_same_bytes() -> None:
    program = "import sys; from page.pages import evaluated, monitored; sys.stdout.write(evaluated() + monitored())"
    paths = os.pathsep.join(path for path in sys.path if path)
    once, twice = (
        subprocess.run(  # noqa: S603 - our own Python
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout.decode()
        for seed in ("1", "2")
    )
    assert once == twice == evaluated() + monitored()


def test_many_projects_make_a_page_of_bounded_size() -> None:
    assert len(many().encode()) < MANY * 20_000
