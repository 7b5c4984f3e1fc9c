"""Any text at all is read as a ruleset: what is wrong with it is said, with a place inside the text."""

from hypothesis import given
from hypothesis import strategies as st

from perfrules.data import resource
from perfrules.rules import read_ruleset
from perfrules.source import Source, TextPlace

SHIPPED = tuple(path.read_text(encoding="utf-8") for path in sorted(resource("rulesets").rglob("*.rules")))

pieces = st.sampled_from(
    [
        *(
            "目标表 甲",
            "部门目标表 乙",
            "评分办法 丙",
            "产出指标",
            "数量指标",
            "人数：≥60人",
            "分值",
            "得分",
            "参数",
            "等次",
        ),
        *("  ", "    ", "\n", "\n  ", "\n    ", "\n      ", "：", "#", '"', "「", "」", "\t", "\u3000", "\r", "\x00"),
        *(
            "达成：分值 × 完成率",
            "分档 丁  满分 10分",
            "≥90%：10分",
            "测算：1家 × 2元 = 2元",
            "支出计划：0、0、0、1",
            "继承：丙",
            "审核规则 HB101 丁",
            "对象：指标",
            "应当：非 空(单位)",
            "提示：“{名称}”请改。",
            "词表 丁",
            "并入：丁",
            "审核设置",
            "免审：HB101 另有规定",
        ),
    ]
)
made_up = st.lists(pieces | st.text(max_size=5), max_size=40).map("".join)


@st.composite
def _damaged(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(SHIPPED))
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 40)))
    return text[:start] + draw(st.text(max_size=10)) + text[end:]


any_ruleset = made_up | _damaged()
"""Texts like rulesets, most of them with something wrong."""


@given(any_ruleset)
def test_any_text_is_read(text: str) -> None:
    content = read_ruleset(Source("x.rules", text))
    for diagnostic in content.diagnostics:
        assert diagnostic.message
        for label in diagnostic.labels:
            assert isinstance(label.place, TextPlace)
            if label.place.source.text == text:
                assert 0 <= label.place.span.start <= label.place.span.end <= len(text)
            assert str(label)
