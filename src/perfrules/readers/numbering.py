"""Automatic numbers of Word paragraphs (一、 （一） 1.), which stand in no text but in rules on how to count."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

import attrs

from perfrules.readers.list_numbers import FORMATS

_LEVELS = 9
_STYLES_DEEP = 20
_LONGEST = 40


@attrs.frozen
class _Level:
    """How the paragraphs of a level are numbered: `text` has %1 for the number of the first level, and so on."""

    format: str
    text: str
    start: int
    restarts: bool


@attrs.define
class _List:
    """A numbering in use: `kind` is what it shares its counters with; `starts` are where it begins anew."""

    kind: str
    levels: Mapping[int, _Level]
    starts: dict[int, int]


def write_numbers(body: Element, numbering: Element, styles: Element | None) -> None:
    """Write the numbers that Word shows into the paragraphs that have text."""
    lists = dict(_lists(numbering))
    by_style = {} if styles is None else _numbered_styles(styles)
    counters: dict[str, dict[int, int]] = {}
    for paragraph in body.iter():
        if _name(paragraph) == "p" and (found := _number_of(paragraph, by_style)) is not None:
            used = lists.get(found[0])
            if used is not None and found[1] in used.levels:
                _count(counters.setdefault(used.kind, {}), used, found[1])
                if any(_name(each) == "t" and (each.text or "").strip() for each in paragraph.iter()):
                    _prepend(paragraph, _label(counters[used.kind], used, found[1]))


def _count(counters: dict[int, int], used: _List, level: int) -> None:
    start = used.starts.pop(level, None)
    if start is not None:
        counters[level] = start
    else:
        counters[level] = counters.get(level, used.levels[level].start - 1) + 1
    for deeper in range(level + 1, _LEVELS):
        if deeper in used.levels and used.levels[deeper].restarts:
            counters.pop(deeper, None)


def _label(counters: Mapping[int, int], used: _List, level: int) -> str:
    text = used.levels[level].text
    for each in range(level + 1):
        if f"%{each + 1}" in text:
            known = used.levels.get(each)
            write = None if known is None else FORMATS.get(known.format)
            number = counters.get(each, 1 if known is None else known.start)
            if write is None or not 1 <= number <= 9999:
                return ""
            shown = write(number)
            if not shown:
                return ""
            text = text.replace(f"%{each + 1}", shown)
    return "" if used.levels[level].format not in FORMATS or len(text) > _LONGEST else text


def _prepend(paragraph: Element, label: str) -> None:
    if label:
        run = Element("r")
        SubElement(run, "t").text = f"{label} " if label[-1].isalnum() else label
        at = next((index + 1 for index, child in enumerate(paragraph) if _name(child) == "pPr"), 0)
        paragraph.insert(at, run)


def _lists(numbering: Element) -> Iterator[tuple[str, _List]]:
    kinds = {
        _attribute(each, "abstractNumId"): dict(_levels(each)) for each in numbering if _name(each) == "abstractNum"
    }
    for each in numbering:
        if _name(each) == "num":
            kind = _value(each, "abstractNumId")
            changed = [change for change in each if _name(change) == "lvlOverride"]
            levels = dict(kinds.get(kind, {}))
            starts = {}
            for change in changed:
                levels |= dict(_levels(change))
                if (start := _value(change, "startOverride")).isdecimal() and len(start) < 6:
                    starts[_small(_attribute(change, "ilvl"))] = int(start)
            yield _attribute(each, "numId"), _List(kind, levels, starts)


def _levels(parent: Element) -> Iterator[tuple[int, _Level]]:
    for each in parent:
        if _name(each) == "lvl":
            start = _value(each, "start")
            yield (
                _small(_attribute(each, "ilvl")),
                _Level(
                    _value(each, "numFmt") or "decimal",
                    _value(each, "lvlText"),
                    int(start) if start.isdecimal() and len(start) < 6 else 1,
                    _value(each, "lvlRestart") != "0",
                ),
            )


def _number_of(paragraph: Element, by_style: Mapping[str, tuple[str, int]]) -> tuple[str, int] | None:
    """Give the numbering and level of a paragraph, its own or that of its style."""
    properties = paragraph.find("./{*}pPr")
    if properties is None:
        return None
    from_style = by_style.get(_value(properties, "pStyle"))
    own = _numbered(properties)
    if own is None:
        return from_style
    number, level = own
    number = number or (from_style[0] if from_style is not None else "")
    return (number, level) if number not in {"", "0"} else None


def _numbered_styles(styles: Element) -> dict[str, tuple[str, int]]:
    """Find the styles that are numbered, by themselves or by what they are based on."""
    own: dict[str, tuple[str, int]] = {}
    based: dict[str, str] = {}
    for style in styles:
        if _name(style) == "style":
            name = _attribute(style, "styleId")
            based[name] = _value(style, "basedOn")
            properties = style.find("./{*}pPr")
            if properties is not None and (found := _numbered(properties)) is not None and found[0]:
                own[name] = found
    result = {}
    for name in based:
        each = name
        for _ in range(_STYLES_DEEP):
            if each in own or not each:
                break
            each = based.get(each, "")
        if each in own and own[each][0] != "0":
            result[name] = own[each]
    return result


def _numbered(properties: Element) -> tuple[str, int] | None:
    found = properties.find("./{*}numPr")
    return None if found is None else (_value(found, "numId"), _small(_value(found, "ilvl")))


def _small(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) == 1 else 0


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _attribute(element: Element, name: str) -> str:
    return next((text for key, text in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _value(parent: Element, name: str) -> str:
    found = parent.find(f"./{{*}}{name}")
    return "" if found is None else _attribute(found, "val")
