"""How a line is spelled: its parts one after another, in quotation marks only where it would be read otherwise."""

from collections.abc import Sequence

from perfrules.rules.text.lines import Line, parse_line
from perfrules.source import Source

GAP = 4
"""The blanks before a column, where nothing has to be aligned. Two would do for the grammar, but not for the eye."""

_COLON = "："

Shape = tuple[str, str | None, tuple[tuple[str, str, bool], ...]]
"""What a line says: label, value, and columns with key, text and whether there is a colon between the two."""


def cells(line: Line, comment: str = "") -> tuple[str, ...]:
    """Spell a line: what stands before its columns, then each column, then the comment behind it.

    >>> source = Source("x.rules", '"补助企业数" : "≥60家"  依据 "年度  计划"')
    >>> cells(parse_line(source, 0, len(source.text)))
    ('补助企业数：≥60家', '依据 "年度  计划"')
    """
    end = (comment,) if comment else ()
    return spelled(_shape(line), end) or (_as_it_stands(line), *end)


def spelled(shape: Shape, end: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Spell what a line says; nothing where no line can say it, as with a line break in it.

    >>> spelled(("甲：乙", "≥60家", (("依据", "年度计划", False),)))
    ('"甲：乙"：≥60家', '依据 年度计划')
    """
    texts = _texts(shape)
    plain = _spell(shape, texts) + end
    if _reads(plain, shape):
        return plain
    in_quotes = _spell(shape, _in_quotes(shape, texts, end)) + end
    return in_quotes if _reads(in_quotes, shape) else ()


def _shape(line: Line) -> Shape:
    columns = tuple((each.key.text, each.text.text, each.has_colon) for each in line.columns)
    return line.label.text, None if line.value is None else line.value.text, columns


def _texts(shape: Shape) -> list[str]:
    """Give the parts that may stand in quotation marks; the key of a column never does."""
    label, value, columns = shape
    return [label, value or "", *(text for _, text, _ in columns)]


def _spell(shape: Shape, texts: Sequence[str]) -> tuple[str, ...]:
    label, value, *others = texts
    head = label if shape[1] is None else f"{label}{_COLON}{value}"
    columns = [
        f"{key}{_COLON if has_colon else ' ' if text else ''}{text}"
        for (key, _, has_colon), text in zip(shape[2], others, strict=True)
    ]
    return (head, *columns)


def _in_quotes(shape: Shape, texts: Sequence[str], end: tuple[str, ...]) -> list[str]:
    """Put texts in quotation marks, all but those that are read the same without."""
    quoted = [_quoted(text) for text in texts]
    for at, text in enumerate(texts):
        simpler = [*quoted[:at], text, *quoted[at + 1 :]]
        if _reads(_spell(shape, simpler) + end, shape):
            quoted = simpler
    return quoted


def _quoted(text: str) -> str:
    r"""Put a text in quotation marks, which it does not hold itself where there is a choice.

    >>> _quoted("甲：乙"), _quoted('一 "二"')
    ('"甲：乙"', '「一 "二"」')
    """
    if '"' in text and "」" not in text:
        return f"「{text}」"
    return '"' + text.replace('"', '""') + '"'


def _reads(spelled: Sequence[str], shape: Shape) -> bool:
    """Whether cells, put side by side, are read as a line of the given shape."""
    text = (" " * GAP).join(spelled)
    if not text or text != text.strip() or "\n" in text:
        return False
    line = parse_line(Source("", text), 0, len(text))
    return isinstance(line, Line) and _shape(line) == shape


def _as_it_stands(line: Line) -> str:
    start, end = line.whole.place.span
    return line.whole.place.source.text[start:end]
