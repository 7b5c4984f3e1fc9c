"""The local page as a text: it loads nothing, and takes no text for markup."""

import json
import re

import html5lib
import pytest

from perfrules.page.draw import content_hash
from perfrules.play import Desk
from perfrules.play.page import local_page
from perfrules.rules.content import read_ruleset
from perfrules.ruleset import Ruleset
from perfrules.source import Source

PAGE = local_page(Desk())


def _inside(name: str) -> str:
    found = re.search(rf"<{name}>(.*?)</{name}>", PAGE.text, re.DOTALL)
    return found[1] if found else ""


def test_the_policy_names_the_style_and_the_script() -> None:
    assert f"style-src '{content_hash(_inside('style'))}'" in PAGE.policy
    assert f"script-src '{content_hash(_inside('script'))}'" in PAGE.policy
    assert "default-src 'none'" in PAGE.policy
    assert "@@" not in PAGE.text


@pytest.mark.parametrize(
    "way", ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", 'setAttribute("on']
)
def test_the_script_makes_no_markup_of_texts(way: str) -> None:
    assert way not in _inside("script")


def test_it_loads_nothing() -> None:
    tree = html5lib.parse(PAGE.text, namespaceHTMLElements=False)
    links = [value for each in tree.iter() for name, value in each.attrib.items() if name in {"src", "href"}]
    assert [link for link in links if not link.startswith("#")] == []
    assert [each.tag for each in tree.iter() if any(name.startswith(("on", "style")) for name in each.attrib)] == []


def test_what_a_ruleset_brings_cannot_leave_its_place() -> None:
    """The texts of the ruleset stand in a script element, which only its end tag could end."""
    own = "评分办法 </script><script>alert(1)\n  继承：central/mof-2020-10\n"
    desk = Desk(Ruleset(schemes=read_ruleset(Source("x.rules", own)).schemes), "</script>@@script@@<!--")
    text = local_page(desk).text
    found = re.search(r'<script type="application/json" id="start">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    assert json.loads(found[1])["text"] == "</script>@@script@@<!--"
    assert len(re.findall("<script", text)) == 2
