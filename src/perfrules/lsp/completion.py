"""What can be written at a place: keywords of the block one is in, names, units, codes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs
from lsprotocol import types

from perfrules.lsp.document import Document, Spot
from perfrules.lsp.inside import Inside, headings_of, inside_of
from perfrules.lsp.protocol import range_of
from perfrules.lsp.reading import Reading
from perfrules.lsp.vocabulary import Word, columns, labels, names_in_formulas, values
from perfrules.rules.text.lines import Line
from perfrules.rules.text.outline import indentation

_GAP = re.compile(r"[ \u3000]{2,}|[ \u3000]*\t[ \t\u3000]*")
_COLON = re.compile(r"[ \t\u3000]*[:：] ?")
_PART_OF_NAME = re.compile(r"(?:(?![且或非])[^\W\d])*$")
_AFTER_NUMBER = re.compile(r"\d(?P<unit>[^\W\d]*(?:/[^\W\d]*)?)$")
_LISTED = re.compile(r"[^、,，;；\s]*$")
_MONEY = ("元", "万元", "亿元")
MOST = 400
"""Words that are offered at once; an editor asks again as more is typed."""

CHARACTERS = ["：", ":", " ", "、", "（", "(", *"0123456789"]
"""What makes an editor ask without being told to."""


@attrs.frozen
class _Typed:
    """What stands before the cursor in its part of the line: what the part is, and the text of it."""

    part: str
    text: str
    key: str = ""


def completion(reading: Reading, document: Document, spot: Spot) -> types.CompletionList:
    """Give the words that fit at a spot."""
    number, column = document.characters(spot)
    before = document.lines[number].text[:column]
    headings = headings_of(document, number, indentation(before))
    inside = inside_of(headings)
    typed = _typed(before.lstrip())
    if before.lstrip().startswith("#"):
        return types.CompletionList(False, [])
    words = list(_words(reading, inside, headings, typed))
    start = column - len(_replaced(inside, typed))
    where = range_of(document.within(number, start, column))
    items = [_item(word, where, order) for order, word in enumerate(words[:MOST])]
    return types.CompletionList(len(words) > MOST, items)


def _typed(said: str) -> _Typed:
    """Tell which part of a line is being typed."""
    gaps = list(_GAP.finditer(said))
    colon = _COLON.search(said)
    if gaps and (colon is None or gaps[-1].start() >= colon.end() or gaps[-1].end() == len(said)):
        rest = said[gaps[-1].end() :]
        key, blank, text = rest.partition(" ")
        return _Typed("column", text, key) if blank else _Typed("key", rest)
    if colon is None:
        return _Typed("label", said)
    return _Typed("value", said[colon.end() :], said[: colon.start()])


def _words(reading: Reading, inside: Inside, headings: tuple[Line, ...], typed: _Typed) -> Iterator[Word]:
    match typed.part:
        case "key":
            yield from columns(inside)
        case "column":
            yield from values(reading, inside, headings, typed.key)
        case "label":
            if (names := names_in_formulas(reading, inside, headings, "")) is not None:
                yield from names
            yield from labels(reading, inside, headings)
        case _:
            if (names := names_in_formulas(reading, inside, headings, typed.key)) is not None:
                yield from names
            yield from _cell_or_values(reading, inside, headings, typed)


def _cell_or_values(reading: Reading, inside: Inside, headings: tuple[Line, ...], typed: _Typed) -> Iterable[Word]:
    if _AFTER_NUMBER.search(typed.text) and inside not in (Inside.TABLE, Inside.SCHEME):
        return _units(reading, _replaced(inside, typed))
    return values(reading, inside, headings, typed.key)


def _units(reading: Reading, typed: str) -> Iterator[Word]:
    """Give the units that begin as typed: those that the ruleset uses most, its own, money, then all others."""
    cells = (each.target.text for table in reading.content.goal_tables for each in table.indicators)
    used = Counter(found["unit"] for cell in cells if (found := _AFTER_NUMBER.search(cell)) is not None)
    often = (name for name, _ in used.most_common() if name != typed)
    language = reading.content.language
    names = dict.fromkeys((*often, *(each.name for each in language.own.units), *_MONEY, *language.units.names))
    return (Word(name, "单位", types.CompletionItemKind.Unit) for name in names if name and name.startswith(typed))


def _replaced(inside: Inside, typed: _Typed) -> str:
    """Give the end of what is typed that a chosen word takes the place of."""
    if typed.part in ("key",):
        return typed.text
    unit = _AFTER_NUMBER.search(typed.text)
    if unit is not None and typed.part == "value":
        return unit["unit"]
    if inside in (Inside.RULES, Inside.EXECUTION, Inside.AUDITED, Inside.LIGHTS, Inside.REMARKS, Inside.REVIEW_RULE):
        found = _PART_OF_NAME.search(typed.text)
    else:
        found = _LISTED.search(typed.text) if typed.part == "column" else None
    return typed.text if found is None else found.group()


def _item(word: Word, where: types.Range, order: int) -> types.CompletionItem:
    return types.CompletionItem(
        word.text,
        kind=word.kind,
        detail=word.note or None,
        sort_text=f"{order:04}",
        filter_text=word.text,
        text_edit=types.TextEdit(where, word.inserted or word.text),
    )
