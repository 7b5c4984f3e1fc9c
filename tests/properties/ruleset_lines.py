"""Lines of rulesets in any layout, for the laws to draw from."""

from collections.abc import Iterator

import attrs
from hypothesis import strategies as st

from perfrules.rules.text.lines import Line
from perfrules.rules.text.outline import Entry, Problems, read_outline
from perfrules.source import Source

words = st.sampled_from(
    ["目标表 甲", "产出指标", "人数", "≥60家", "10万元/家", "a", "1：1.5", "依据", "如果 A", "# 号", "“引”"]
)
odd = st.text('甲乙 \u3000：:"「」#=()\u2003\r', max_size=6)
texts = words | odd
comments = st.sampled_from(["# 注释", "#", "#甲：乙  丙", '# "']) | st.none()


@attrs.frozen
class Laid:
    """A line as somebody typed it: its text, the comment lines before it, and what stands under it."""

    text: str
    before: tuple[str, ...] = ()
    children: tuple["Laid", ...] = ()


def quoted(text: str) -> str:
    """Put a text in quotation marks."""
    return '"' + text.replace('"', '""') + '"'


@st.composite
def typed_lines(draw: st.DrawFn) -> str:
    """Draw a line, which may or may not be readable."""
    colon = draw(st.sampled_from(["", "：", ":", " : ", "：  "]))
    spelled = st.builds(lambda text, quotes: quoted(text) if quotes else text, texts, st.booleans())
    gap = st.sampled_from(["  ", "      ", "\t", " \t ", "\u3000\u3000", " \u3000"])
    columns = draw(st.lists(st.tuples(gap, words, st.sampled_from([" ", "：", ": ", ""]), spelled), max_size=2))
    comment = draw(comments)
    parts = [draw(spelled), colon, draw(spelled) if colon else ""]
    parts += [part for column in columns for part in column]
    return "".join([*parts, *([draw(gap) + comment] if comment else [])])


@st.composite
def _trees(draw: st.DrawFn, depth: int) -> Laid:
    before = draw(st.lists(st.sampled_from(["# 前", "   #后", ""]), max_size=2).map(tuple))
    children = draw(st.lists(_trees(depth - 1), max_size=2).map(tuple)) if depth else ()
    return Laid(draw(typed_lines()), before, children)


@st.composite
def typed_rulesets(draw: st.DrawFn) -> str:
    """Draw a file: lines under lines, by any step of indentation, with comments and blank lines anywhere."""
    step = draw(st.sampled_from([" ", "  ", "    ", "\t", "\u3000"]))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    trees = draw(st.lists(_trees(2), max_size=2))
    last = draw(st.sampled_from(["", "# 完", "\n\n    # 完", "\n"]))
    return end.join([*(line for tree in trees for line in _typed(tree, step, 0)), last])


def _typed(tree: Laid, step: str, level: int) -> Iterator[str]:
    yield from tree.before
    yield step * level + tree.text
    for child in tree.children:
        yield from _typed(child, step, level + 1)


Shape = tuple[object, ...]


def shape(text: str) -> tuple[list[Shape], bool]:
    """Give what the lines of a ruleset say, with their levels, and whether all of them can be read."""
    problems = Problems()
    entries = read_outline(Source("x.rules", text), problems)
    return list(_shapes(entries, 0)), not problems.found


def _shapes(entries: tuple[Entry, ...], level: int) -> Iterator[Shape]:
    for entry in entries:
        yield (level, *_said(entry.line))
        yield from _shapes(entry.children, level + 1)


def _said(line: Line) -> Shape:
    columns = tuple((each.key.text, each.text.text, each.whole.text) for each in line.columns)
    return line.label.text, line.value and line.value.text, columns, line.whole.text
