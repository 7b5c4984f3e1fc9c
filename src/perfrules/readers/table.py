"""The table in a sheet: its header row found, its rows as records of fields."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.names import comparable
from perfrules.readers.headers import Field, Header, as_unit, lexicon, read_header
from perfrules.readers.sheet import Sheet
from perfrules.source import CellPlace
from perfrules.syntax import STANDARD, Language

_HEADER_DEPTH = 30
_LONGEST_TITLE = 60
_TITLE = re.compile(r"(?:目标|自评|监控|绩效)[^。；，:]{0,8}表(?:\([^()]*\))?\d{0,2}$")
_LABEL_CELLS = 10
_MERGED = (Field.PROJECT, Field.CATEGORY, Field.SUBCATEGORY)
_BRACKETS = re.compile(r"\(([^()]*)\)$")
_UNIT_ABOVE = re.compile(r"单位:([^)]+)")
_BARE_NUMBER = re.compile(r"[+-]?\d[\d,，]*(\.\d+)?")


@attrs.frozen
class Column:
    """Where a field stands, counted from 0, the unit of its bare numbers, and the month that it counts up to.

    The unit is empty and the month None where the header gives none.
    """

    index: int
    unit: str
    through_month: int | None = None


@attrs.frozen
class Table:
    """A recognised table: the row of its headers, counted from 0, its columns, and what is stated above it."""

    sheet: Sheet
    header_row: int
    columns: Mapping[Field, Column]
    project: str = ""
    unit: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    language: Language = STANDARD

    def records(self) -> Iterator["Record"]:
        """Give the rows below the headers, but for the headers again, as a new page has them.

        Blank project and class cells continue from above, as merged ones do.
        """
        above: dict[Field, str] = {}
        for row in range(self.header_row + 1, len(self.sheet.rows)):
            texts = {field: self.sheet.text(row, column.index) for field, column in self.columns.items()}
            if any(texts.values()) and self.sheet.rows[row] != self.sheet.rows[self.header_row]:
                above = _continued(above, texts)
                record = Record(self, row, {**texts, **above})
                yield record
                above = {} if record.is_total else above  # what is blank below a sum is no part of it


def _continued(above: Mapping[Field, str], texts: Mapping[Field, str]) -> dict[Field, str]:
    """Fill blank cells from above, as long as nothing to their left has changed."""
    result: dict[Field, str] = {}
    same = True
    for field in _MERGED:
        if field in texts:
            text = texts[field] or (above.get(field, "") if same else "")
            same = same and text == above.get(field, "")
            result[field] = text
    return result


@attrs.frozen
class Record:
    """One row of a table; its row is counted from 0."""

    table: Table
    row: int
    texts: Mapping[Field, str]

    def text(self, field: Field) -> str:
        """Give the text of a field, empty where the table has no such column."""
        return self.texts.get(field, "")

    def text_with_unit(self, field: Field, default: str = "") -> str:
        """Give the text of a field; a bare number gets the unit of its header, or else `default`."""
        text = self.text(field)
        if not _BARE_NUMBER.fullmatch(text):
            return text
        return f"{text}{self.table.columns[field].unit or default}"

    def place(self, field: Field) -> CellPlace:
        """Give the place of a field's cell, the row's first cell where the table has no such column."""
        column = self.table.columns.get(field)
        return self.table.sheet.place(self.row, column.index if column else 0)

    def through_month(self, field: Field) -> int | None:
        """Give the month up to which the header of a field counts."""
        column = self.table.columns.get(field)
        return column.through_month if column else None

    @property
    def is_total(self) -> bool:
        """Whether the row sums up others."""
        names = {comparable(self.text(field)) for field in (Field.PROJECT, Field.CATEGORY, Field.INDICATOR)}
        return not names.isdisjoint(lexicon(self.table.language).total_rows)


def find_table(
    sheet: Sheet,
    *alternatives: set[Field],
    start: int = 0,
    stop: int | None = None,
    language: Language = STANDARD,
    depth: int = _HEADER_DEPTH,
) -> Table | None:
    """Find the first row whose headers hold all fields of one alternative; None where there is no such row.

    Looks at `depth` rows from the row `start` on, where a form begins, and before the row `stop`.
    """
    end = min(start + depth, len(sheet.rows), len(sheet.rows) if stop is None else stop)
    for row in range(start, end):
        headers = [(index, read_header(text, language)) for index, text in enumerate(sheet.rows[row]) if text.strip()]
        found = _without_side_label([(index, header) for index, header in headers if header is not None])
        if any(fields <= {header.field for _, header in found} for fields in alternatives):
            below = _second_row(sheet, row + 1, language)
            found = [*((index, header) for index, header in found if index not in below), *below.items()]
            columns, diagnostics = _columns(sheet, row, found)
            above = range(start, row)
            unit = _unit_beside(sheet, row, columns, language) or _unit_above(sheet, above, language)
            return Table(
                sheet, row + bool(below), columns, _project_above(sheet, above, language), unit, diagnostics, language
            )
    return None


def _without_side_label(found: list[tuple[int, Header]]) -> list[tuple[int, Header]]:
    """Leave out what stands beside a block of a form: 绩效指标 to the left of 一级指标 heads no column."""
    first = min((index for index, header in found if header.field is Field.CATEGORY), default=0)
    has_other = any(index > first and header.field is Field.INDICATOR for index, header in found)
    return [
        (index, header)
        for index, header in found
        if index >= first or header.field is not Field.INDICATOR or not has_other
    ]


def _second_row(sheet: Sheet, row: int, language: Language) -> dict[int, Header]:
    """Give the headers of a second row, such as the causes under 偏差原因分析; empty where it holds anything else."""
    if row >= len(sheet.rows):
        return {}
    headers = {index: read_header(text, language) for index, text in enumerate(sheet.rows[row]) if text.strip()}
    known = {index: header for index, header in headers.items() if header is not None}
    return known if len(known) == len(headers) else {}


def _columns(
    sheet: Sheet, row: int, found: list[tuple[int, Header]]
) -> tuple[dict[Field, Column], tuple[Diagnostic, ...]]:
    columns: dict[Field, Column] = {}
    diagnostics: list[Diagnostic] = []
    for index, header in sorted(found, key=lambda pair: pair[1].rank):
        if (used := columns.get(header.field)) is None:
            columns[header.field] = Column(index, header.unit, header.through_month)
            continue
        labels = (Label(sheet.place(row, used.index), "用了这一列"), Label(sheet.place(row, index), "没有用这一列"))
        used_text, text = sheet.text(row, used.index), sheet.text(row, index)
        name = header.field.value
        diagnostics.append(Diagnostic.of(Code.COLUMN_TWICE, *labels, field=name, used=used_text, unused=text))
    return columns, tuple(diagnostics)


def _cells(sheet: Sheet, rows: range) -> Iterator[list[str]]:
    for row in rows:
        yield [text.strip() for text in sheet.rows[row] if text.strip()]


def labelled(cells: Sequence[str], is_label: Callable[[str], bool]) -> str:
    """Find what stands behind a label in a row: in one cell with it, or in the cell after it.

    >>> labelled(["等次：优"], "等次".__eq__), labelled(["等次", "优"], "等次".__eq__)
    ('优', '优')
    """
    for index, text in enumerate(cells):
        label, _, rest = text.replace("：", ":").partition(":")
        if is_label(label):
            return rest.strip() or (cells[index + 1] if index + 1 < len(cells) else "")
    return ""


def _project_above(sheet: Sheet, rows: range, language: Language) -> str:
    """Find the project where a form names it above its table."""
    return next(filter(None, (_project_in(cells, language) for cells in _cells(sheet, rows))), "")


def _project_in(cells: Sequence[str], language: Language) -> str:
    """Find the project that a row names behind its label; in a row of headers the label heads a column."""

    def is_label(text: str) -> bool:
        header = read_header(text, language)
        return header is not None and header.field is Field.PROJECT

    name = labelled(cells, is_label)
    return "" if read_header(name, language) else name


def form_end(table: Table) -> int:
    """Give the row that a form ends before: where the next one names its project, or has its title."""
    rows = range(table.header_row + 1, len(table.sheet.rows))
    return next((row for row in rows if _begins_form(table, row)), len(table.sheet.rows))


def _begins_form(table: Table, row: int) -> bool:
    cells = next(_cells(table.sheet, range(row, row + 1)))
    return (len(cells) == 1 and is_title(cells[0])) or bool(_project_in(cells[:_LABEL_CELLS], table.language))


def is_title(text: str) -> bool:
    """Whether a cell is the heading of a form.

    >>> is_title("项目支出绩效目标表"), is_title("说明：绩效目标表由项目单位填写")
    (True, False)
    """
    return len(text) < _LONGEST_TITLE and "\n" not in text.strip() and _TITLE.search(comparable(text)) is not None


def _unit_beside(sheet: Sheet, row: int, columns: Mapping[Field, Column], language: Language) -> str:
    """Find the unit of money in the label beside a block: 项目资金（万元）."""
    for text in sheet.rows[row][: min(column.index for column in columns.values())]:
        bracket = _BRACKETS.search(comparable(text))
        if bracket and (unit := as_unit(bracket[1], language)):
            return unit
    return ""


def _unit_above(sheet: Sheet, rows: range, language: Language) -> str:
    """Find the unit of money where a form states it above its table: `单位：万元`."""
    for cells in _cells(sheet, rows):
        for text in cells:
            found = _UNIT_ABOVE.search(comparable(text))
            if found and (unit := as_unit(found[1], language)):
                return unit
    return ""
