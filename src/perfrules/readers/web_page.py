"""Web pages (HTML), and the workbooks that some programs write as such: text to tables, and paragraphs between them."""

import re
from html.parser import HTMLParser

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
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

_SILENT = {"script", "style", "template", "title", "noscript"}
_BLOCKS = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "section", "article", "ul", "ol", "body"}
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 30
_MAX_TAGS = 2_000_000
_LONGEST_TAG = 10_000
_TAG = re.compile(r"<(?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+>")


def is_web_page(text: str) -> bool:
    """Whether a text is HTML with a table in it.

    >>> is_web_page("<html><table></table></html>"), is_web_page("三级指标,实际完成值")
    (True, False)
    """
    return text.lstrip("\ufeff \t\r\n").startswith("<") and "<table" in text.lower()


def read_web_page(file: str, text: str) -> Contents:
    """Read the tables of a page with their merged cells, and its paragraphs. Nothing in it is run or fetched."""
    if text.count("<") > _MAX_TAGS:
        return Contents((), (Diagnostic.of(Code.FILE_OVERFULL, Label(FilePlace(file)), limit=_MAX_TAGS),))
    page = _Page(file)
    page.feed(text)
    page.close()
    page.finish()
    return Contents(tuple(page.sheets), tuple(page.diagnostics), paragraphs=tuple(page.paragraphs))


@attrs.define
class _Table:
    """A table while it is read."""

    index: int
    rows: list[dict[int, str]] = attrs.field(factory=list)
    merges: list[Merge] = attrs.field(factory=list)
    taken: dict[int, int] = attrs.field(factory=dict)
    """Columns that a cell from above reaches into, with the row that it ends before."""
    cell: list[str] | None = None
    at: tuple[int, int] = (0, 0)

    def open_row(self) -> None:
        self.close_cell()
        self.rows.append({})

    def open_cell(self, rows: int, columns: int) -> None:
        self.close_cell()
        if not self.rows:
            self.rows.append({})
        row = len(self.rows) - 1
        column = 0
        while column in self.rows[row] or self.taken.get(column, 0) > row:
            column += 1
        if column + columns > MAX_COLUMNS:
            return
        self.at, self.cell = (row, column), []
        for each in range(column, column + columns):
            self.rows[row][each] = ""
            self.taken[each] = row + rows
        if rows * columns > 1:
            self.merges.append(Merge(row, column, rows, columns))

    def close_cell(self) -> None:
        if self.cell is not None:
            row, column = self.at
            self.rows[row][column] = "\n".join(line.strip() for line in "".join(self.cell).split("\n")).strip()
            self.cell = None


class _Page(HTMLParser):
    """Gathers tables and paragraphs. Ends of cells and rows may be missing, as HTML allows."""

    def __init__(self, file: str) -> None:
        super().__init__(convert_charrefs=True)
        self.file = file
        self.sheets: list[Sheet] = []
        self.paragraphs: list[Paragraph] = []
        self.diagnostics: list[Diagnostic] = []
        self._open: list[_Table] = []
        self._words: list[str] = []
        self._silent = 0
        self._count = 0

    def parse_starttag(self, i: int) -> int:
        """Skip a tag of absurd length, such as a picture that is its own address: the base takes 200 times its size."""
        if _TAG.match(self.rawdata, i, i + _LONGEST_TAG):
            return super().parse_starttag(i)
        end = self.rawdata.find(">", i)
        return len(self.rawdata) if end < 0 else end + 1

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Take `<![…` for a comment, as HTML does; the base gives up on those that it does not know."""
        return self.parse_bogus_comment(i, report)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open what the tag opens."""
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._open_table()
        elif tag == "br":
            self._say("\n")
        elif tag in _BLOCKS:
            self._end_block()
        elif self._open and tag == "tr":
            if len(self._open[-1].rows) < MAX_ROWS:
                self._open[-1].open_row()
        elif self._open and tag in {"td", "th"}:
            given = dict(attrs)
            self._open[-1].open_cell(_span(given.get("rowspan"), MAX_ROWS), _span(given.get("colspan"), MAX_COLUMNS))

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag closes."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self._end_block()
        elif self._open and tag in {"td", "th", "tr"}:
            self._open[-1].close_cell()
        elif self._open and tag == "table":
            self._close_table()

    def handle_data(self, data: str) -> None:
        """Take text."""
        if not self._silent:
            self._say(_BLANKS.sub(" ", data))

    def finish(self) -> None:
        """Close what the page left open."""
        while self._open:
            self._close_table()
        self._end_block()

    def _say(self, text: str) -> None:
        if not self._open:
            self._words.append(text)
        elif (cell := self._open[-1].cell) is not None:
            cell.append(text)

    def _end_block(self) -> None:
        if self._open:
            cell = self._open[-1].cell
            if cell and cell[-1] != "\n":
                cell.append("\n")
            return
        text = "".join(self._words).strip()
        self._words.clear()
        if text:
            self._count += 1
            place = TextPlace(Source(f"{self.file} 第{self._count}段", text), Span(0, len(text)))
            self.paragraphs.append(Paragraph(text, place, len(self.sheets)))

    def _open_table(self) -> None:
        self._end_block()
        if len(self.sheets) >= MAX_TABLES or len(self._open) >= _DEEPEST:
            return
        self._open.append(_Table(len(self.sheets)))
        self.sheets.append(Sheet(self.file, "", (), table=len(self.sheets) + 1))

    def _close_table(self) -> None:
        table = self._open.pop()
        table.close_cell()
        if len(table.rows) >= MAX_ROWS:
            self.diagnostics.append(Diagnostic.of(Code.ROWS_CUT, Label(FilePlace(self.file)), limit=MAX_ROWS))
        rows = tuple(tuple(row.get(each, "") for each in range(max(row, default=-1) + 1)) for row in table.rows)
        sheet = self.sheets[table.index]
        self.sheets[table.index] = with_merges(Sheet(sheet.file, "", rows, table=sheet.table), table.merges)


def _span(text: str | None, most: int) -> int:
    text = (text or "").strip()
    return min(max(1, int(text)), most) if text.isdecimal() and len(text) < 6 else 1
