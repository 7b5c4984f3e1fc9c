"""Whatever the texts on a page are, it is HTML, shows them as they are, and runs nothing but its own script."""

import re

from hypothesis import given
from hypothesis import strategies as st

from page.pages import tree
from perfrules.page import Cell, Column, Fact, Group, Mark, Page, Project, Remark, Remarks, Row, Table, Tone, draw

SHOWN = re.compile("[^\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that HTML may hold; the others are replaced."""

pieces = st.sampled_from(
    ["<", ">", "&", '"', "'", "</script>", "<!--", "-->", "]]>", "&#0;", "{{", "{%", "#}", "\n", "\t", "\x00", "\ud800"]
)
texts = st.lists(pieces | st.text(max_size=5), max_size=8).map("".join)


def _page(text: str) -> Page:
    row = Row((Cell(text, link="p1", note=text), Cell(text, Mark(Tone.BAD, text))), (text,))
    table = Table(text, (Column(text), Column(text)), (Group((row,), text, text),), sought=text, question=text)
    project = Project("p1", text, text, text, (Mark(Tone.NEAR, text),), (Fact(text, text),), table=table, notes=(text,))
    remark = Remark(Mark(Tone.OPEN, text), text, text, (text,), text)
    return Page(
        text,
        text,
        text,
        text,
        text,
        overview=table,
        derivation=(text,),
        projects=(project,),
        remarks=(Remarks(text, (remark,)),),
        sources=(Fact(text, text),),
        evidence=(text,),
        legend=text,
    )


@given(texts)
def test_any_text_is_shown_and_none_is_run(text: str) -> None:
    root = tree(draw(_page(text)))
    assert len(list(root.iter("script"))) == len(list(root.iter("style"))) == 1
    assert {str(each.tag) for each in root.iter() if "}" not in str(each.tag)} <= TAGS
    shown = root.find(".//h1")
    assert shown is not None
    assert "".join(shown.itertext()) == "".join(each if SHOWN.match(each) else "\ufffd" for each in text)


TAGS = {
    *("html", "head", "meta", "title", "style", "script", "body", "header", "nav", "main", "footer", "section", "div"),
    *("h1", "h2", "h3", "p", "a", "ul", "ol", "li", "dl", "dt", "dd", "span", "details", "summary", "label", "input"),
    *("select", "option", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption"),
}
"""What pages are made of."""
