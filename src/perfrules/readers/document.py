"""Word documents (DOCX): bytes to tables, and the paragraphs between them."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element
from zipfile import ZipFile

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.readers.archive import TooLargeError, opened, tree
from perfrules.readers.numbering import write_numbers
from perfrules.readers.sheet import (
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_TABLES,
    Contents,
    Merge,
    Paragraph,
    Sheet,
    with_merges,
)
from perfrules.source import FilePlace, Source, Span, TextPlace

PART = "word/document.xml"
_NUMBERING, _STYLES = "word/numbering.xml", "word/styles.xml"

# The parts of WordprocessingML that stand around others and have no meaning of their own here. What was deleted or
# moved away while changes were tracked is no longer part of the text; what was inserted is.
_AROUND = {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink"}
_NOT_SHOWN = {"del", "moveFrom", "pPr", "rPr", "instrText", "delText", "Fallback", "txbxContent"}
_SEEN = 40
"""Twentieths of a point; a blank paragraph that is not higher is not seen between two tables."""
_BREAKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_document(file: str, data: bytes) -> Contents:
    """Read the tables of a document with their merged cells, and its paragraphs. Nothing in it is run or fetched."""
    place = Label(FilePlace(file))
    try:
        with opened(data, {PART, _NUMBERING, _STYLES}.__contains__) as archive:
            body = _child(tree(archive.read(PART)), "body")
            rules, styles = (_part(archive, name) for name in (_NUMBERING, _STYLES))
        if rules is not None:
            write_numbers(body, rules, styles)
        reading = _Reading(file)
        reading.read(body)
    except TooLargeError as error:
        return Contents((), (Diagnostic.of(error.code, place, limit=error.limit),))
    # A damaged file fails in whichever library comes first to where the damage is.
    except Exception:
        return Contents((), (Diagnostic.of(Code.WORKBOOK_BROKEN, place),))
    return Contents(tuple(reading.sheets), tuple(reading.diagnostics), paragraphs=tuple(reading.paragraphs))


def _part(archive: ZipFile, name: str) -> Element | None:
    return tree(archive.read(name)) if name in archive.namelist() else None


@attrs.define
class _Reading:
    file: str
    sheets: list[Sheet] = attrs.field(factory=list)
    paragraphs: list[Paragraph] = attrs.field(factory=list)
    diagnostics: list[Diagnostic] = attrs.field(factory=list)
    count: int = 0

    def read(self, parent: Element) -> None:
        """Read what stands under the body, in order. Tables with nothing to be seen between them are one to people."""
        joined: list[Element] = []
        for block in _blocks(parent):
            if _name(block) == "tbl" and not (joined and _width(block) != _width(joined[0])):
                joined.append(block)
            elif joined and _is_unseen(block):
                self.count += 1
            else:
                self._table(joined)
                joined = [block] if _name(block) == "tbl" else []
                if not joined:
                    self._paragraph(block)
        self._table(joined)

    def _paragraph(self, block: Element) -> None:
        self.count += 1
        text = _text(block)
        if text.strip():
            place = TextPlace(Source(f"{self.file} 第{self.count}段", text), Span(0, len(text)))
            self.paragraphs.append(Paragraph(text, place, len(self.sheets)))

    def _table(self, blocks: Sequence[Element]) -> None:
        if not blocks or len(self.sheets) >= MAX_TABLES:
            return
        at, number = len(self.sheets), len(self.sheets) + 1
        rows = [row for block in blocks for row in _inside(block, "tr") if row.find("./{*}trPr/{*}del") is None]
        if len(rows) > MAX_ROWS:
            self.diagnostics.append(Diagnostic.of(Code.ROWS_CUT, Label(FilePlace(self.file)), limit=MAX_ROWS))
        self.sheets.append(Sheet(self.file, "", (), table=number))
        nested: list[Element] = []
        self.sheets[at] = _sheet(self.sheets[at], rows[:MAX_ROWS], nested)
        for table in nested:  # a table inside a cell is one of its own, not part of the cell's text
            self._table([table])


def _sheet(empty: Sheet, rows: list[Element], nested: list[Element]) -> Sheet:
    texts: list[list[str]] = []
    open_merges: dict[int, Merge] = {}
    merges: list[Merge] = []
    for number, row in enumerate(rows):
        cells: list[str] = [""] * min(_number(row, "./{*}trPr/{*}gridBefore"), MAX_COLUMNS)
        still_open: dict[int, Merge] = {}
        for cell in _inside(row, "tc"):
            start, width = len(cells), min(max(1, _number(cell, "./{*}tcPr/{*}gridSpan", 1)), MAX_COLUMNS)
            if start + width > MAX_COLUMNS:
                break
            nested += (block for block in _blocks(cell) if _name(block) == "tbl")
            vertical = cell.find("./{*}tcPr/{*}vMerge")
            above = open_merges.get(start)
            if vertical is not None and _value(vertical) != "restart" and above is not None:
                still_open[start] = attrs.evolve(above, rows=above.rows + 1)
                cells += [""] * width
                continue
            if vertical is not None:
                still_open[start] = Merge(number, start, 1, width)
            elif width > 1:
                merges.append(Merge(number, start, 1, width))
            cells += [_cell_text(cell), *[""] * (width - 1)]
        merges += (merge for start, merge in open_merges.items() if not _goes_on(merge, still_open.get(start)))
        open_merges = still_open
        texts.append(cells)
    return with_merges(attrs.evolve(empty, rows=tuple(map(tuple, texts))), [*merges, *open_merges.values()])


def _goes_on(merge: Merge, later: Merge | None) -> bool:
    return later is not None and later.row == merge.row


def _blocks(parent: Element) -> Iterator[Element]:
    """Give the paragraphs and tables under an element, through what only stands around them."""
    for child in parent:
        name = _name(child)
        if name in {"p", "tbl"}:
            yield child
        elif name in _AROUND:
            yield from _blocks(child)


def _is_unseen(block: Element) -> bool:
    """Whether a block is a blank paragraph of no height, as forms have between a head and rows of its own headers."""
    spacing = block.find("./{*}pPr/{*}spacing")
    if _name(block) != "p" or spacing is None or _text(block).strip():
        return False
    line, rule = (spacing.get(f"{spacing.tag.rpartition('}')[0]}}}{name}", "") for name in ("line", "lineRule"))
    return rule == "exact" and line.isdecimal() and len(line) < 6 and int(line) <= _SEEN


def _width(table: Element) -> int:
    """Count the columns of a table."""
    return len(table.findall("./{*}tblGrid/{*}gridCol"))


def _inside(parent: Element, wanted: str) -> Iterator[Element]:
    for child in parent:
        name = _name(child)
        if name == wanted:
            yield child
        elif name in _AROUND:
            yield from _inside(child, wanted)


def _cell_text(cell: Element) -> str:
    return "\n".join(_text(block) for block in _blocks(cell) if _name(block) == "p").strip()


def _text(paragraph: Element) -> str:
    return "".join(_words(paragraph))


def _words(element: Element) -> Iterator[str]:
    for child in element:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name not in _NOT_SHOWN and child.find("./{*}rPr/{*}vanish") is None:
            yield from _words(child)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _child(element: Element, name: str) -> Element:
    return next(child for child in element if _name(child) == name)


def _value(element: Element) -> str:
    return next((text for name, text in element.attrib.items() if name.rpartition("}")[2] == "val"), "")


def _number(element: Element, path: str, default: int = 0) -> int:
    found = element.find(path)
    text = "" if found is None else _value(found)
    return int(text) if text.isdecimal() and len(text) < 6 else default
