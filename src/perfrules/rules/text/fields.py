"""The fields of a block: which lines belong to which field, and what to say about those that belong to none."""

import re
from collections.abc import Iterable, Mapping

import attrs

from perfrules.diagnostics import Code, Label
from perfrules.names import comparable
from perfrules.rules.text.hints import hint
from perfrules.rules.text.lines import Piece, piece, side_by_side
from perfrules.rules.text.outline import Entry, Problems
from perfrules.source import TextPlace

_NUMBERING = re.compile(r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\))")

Spellings = Mapping[str, tuple[str, ...]]
"""The name of each field, with the other ways to write it."""


@attrs.frozen
class Given:
    """What a line or a column gives for a field."""

    field: str
    text: Piece
    entry: Entry | None = None

    @property
    def place(self) -> TextPlace:
        """Where it is given."""
        return self.entry.place if self.entry is not None else self.text.place


def field_named(label: str, spellings: Spellings) -> str | None:
    """Find the field that a label stands for, whatever its numbering, spaces and width of punctuation.

    >>> field_named("一、总体绩效目标", {"目标": ("总体绩效目标",)})
    '目标'
    """
    wanted = _NUMBERING.sub("", comparable(label))
    return next((name for name, others in spellings.items() if wanted in (name, *others)), None)


def listed(text: str) -> tuple[str, ...]:
    """Give the names in a list.

    >>> listed("培训人数、受训人次")
    ('培训人数', '受训人次')
    """
    return tuple(dict.fromkeys(name.strip() for name in text.split("、") if name.strip()))


def spelled(spellings: Spellings) -> list[str]:
    """Give every way to write any of the fields."""
    return [word for name, others in spellings.items() for word in (name, *others)]


def value_of(entry: Entry) -> Piece:
    """Give the text of a line: behind the colon, else what stands under it, line by line, else nothing.

    Blanks that align values behind the colon look like columns; so a first column behind nothing is the text itself.
    """
    line = entry.line
    if line.value is not None and not line.value.text and line.columns:
        first, last = line.columns[0].whole.place, line.columns[-1].whole.place
        text = side_by_side(column.whole.text for column in line.columns)
        return attrs.evolve(piece(first.source, first.span.start, last.span.end), text=text)
    if line.value is not None and line.value.text:
        return line.value
    if entry.children:
        first = entry.children[0].place
        return Piece("\n".join(said(child) for child in entry.children), first)
    return line.value or piece(entry.place.source, entry.place.span.end, entry.place.span.end)


def said(entry: Entry) -> str:
    """Give a line that is running text: all of it, without the quotation marks that may stand around it."""
    line = entry.line
    return line.label.text if line.value is None and not line.columns else line.whole.text


def all_of(entry: Entry) -> Piece:
    """Give the text of a line that has no columns: everything behind the colon, however many blanks are in it.

    >>> from perfrules.rules.text.lines import parse_line
    >>> from perfrules.source import Source
    >>> all_of(Entry(parse_line(Source("x.rules", "应当：甲    且 乙"), 0, 11))).text
    '甲  且 乙'
    """
    line = entry.line
    if line.value is None or not line.value.text or not line.columns:
        return value_of(entry)
    first, last = line.value.place, line.columns[-1].whole.place
    text = side_by_side([line.value.text, *(column.whole.text for column in line.columns)])
    return attrs.evolve(piece(first.source, first.span.start, last.span.end), text=text)


def singles(given: Iterable[Given], problems: Problems) -> dict[str, Given]:
    """Keep one value a field: the first, and point at both where there are two."""
    found: dict[str, Given] = {}
    for each in given:
        former = found.setdefault(each.field, each)
        if former is not each:
            where = (Label(each.place, "又写了一次"), Label(former.place, "已经写过"))
            problems.add(Code.FIELD_TWICE, *where, field=each.field)
    return found


def distinct(entries: Iterable[Entry], problems: Problems) -> list[Entry]:
    """Keep the first of several lines with the same label, and point at both."""
    given = singles([Given(comparable(entry.label), entry.line.label, entry) for entry in entries], problems)
    return [each.entry for each in given.values() if each.entry is not None]


def unknown_field(where: Piece, block: str, spellings: Spellings, problems: Problems) -> None:
    """Say that a block has no such field."""
    if problems.is_full:
        return
    known = spelled(spellings)
    problems.add(Code.FIELD_UNKNOWN, where, field=where.text, block=block, hint=hint(where.text, known))
