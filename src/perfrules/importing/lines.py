"""The indicators of a form, one a row; every cell of a row is either used or listed."""

import re
from collections.abc import Iterator
from decimal import Decimal

import attrs

from perfrules.diagnostics import Code, Diagnostic
from perfrules.importing.cells import Cell, by_row, cell_at, cells_in
from perfrules.importing.forms import Form
from perfrules.importing.labels import item_of
from perfrules.names import comparable
from perfrules.names.in_name import split_name
from perfrules.readers.headers import Field, lexicon, read_header
from perfrules.readers.table import Record
from perfrules.syntax import Language, fold
from perfrules.tables import Indicator
from perfrules.targets import parse

_WEIGHT = re.compile(r"(\d{1,4}(?:\.\d{1,6})?)[分%]?")
_DIRECTION = re.compile("正向|反向|逆向|适度")


@attrs.frozen
class Line:
    """An indicator, with the project that its row names and where it is."""

    project: str
    indicator: Indicator
    record: Record
    cell: Cell


def read_lines(form: Form, year: int | None, language: Language, flaws: list[Diagnostic]) -> list[Line]:
    """Read the rows below the headers; what is no indicator is said in `flaws`."""
    reading = _Reading(form, year, language, flaws)
    return list(reading.lines())


@attrs.define
class _Reading:
    form: Form
    year: int | None
    language: Language
    flaws: list[Diagnostic]
    seen: dict[tuple[str, ...], Line] = attrs.field(factory=dict)
    shared: set[tuple[int, int]] = attrs.field(factory=set)

    def lines(self) -> Iterator[Line]:
        """Read the rows."""
        self._columns()
        for record in self.form.table.records():
            if record.row >= self.form.end:
                return
            if record.row in self.form.sheet.hidden_rows or self._sums_up(record):
                continue
            if not self._is_line(record):
                self._list_other(record)
                continue
            self._list_cells(record.row, beyond_columns=True)
            line = self._line(record)
            key = (line.project, line.indicator.category, line.indicator.subcategory, line.indicator.name)
            former = self.seen.setdefault(tuple(map(comparable, key)), line)
            if former is line:
                yield line
            else:
                labels = (
                    attrs.evolve(line.cell.label, note="又写了一次"),
                    attrs.evolve(former.cell.label, note="已经写过"),
                )
                self.flaws.append(Diagnostic.of(Code.INDICATOR_TWICE, *labels, name=line.indicator.name))

    def _cell(self, record: Record, field: Field) -> Cell | None:
        """Give the cell that is seen in a field's column; one merged over several rows counts for each."""
        column = self.form.table.columns.get(field)
        return None if column is None else cell_at(self.form.sheet, record.row, column.index)

    def _text(self, record: Record, field: Field) -> str:
        cell = self._cell(record, field)
        return "" if cell is None else cell.one_line

    def _sums_up(self, record: Record) -> bool:
        first = next(cells_in(self.form.sheet, range(record.row, record.row + 1)), None)
        words = lexicon(self.language)
        return record.is_total or (first is not None and comparable(first.text) in words.grand_totals)

    def _is_line(self, record: Record) -> bool:
        """Whether a row is an indicator: it has a name, which is no note across the table and no label."""
        name, target = self._cell(record, Field.INDICATOR), self._cell(record, Field.TARGET)
        if name is None or not name.text:
            return False
        across = self.form.table.columns.get(Field.CATEGORY)
        reaches_left = across is not None and name.span.column <= across.index != self._index(Field.INDICATOR)
        return not reaches_left and (target is None or target.at != name.at)

    def _index(self, field: Field) -> int:
        return self.form.table.columns[field].index

    def _line(self, record: Record) -> Line:
        cell = self._cell(record, Field.INDICATOR)
        assert cell is not None  # noqa: S101 - a row without a name is no line
        category, subcategory = self._classes(record, cell)
        name, text = self._name_and_target(record, cell)
        sign, direction = self._sign_and_direction(record)
        unit = self._text(record, Field.UNIT) or self._unit_of_header(text)
        basis = self._text(record, Field.BASIS)
        target = parse(
            text,
            sign=sign,
            unit=unit,
            direction=direction,
            name=name,
            category=category,
            subcategory=subcategory,
            basis=basis,
            year=self.year,
            language=self.language,
        )
        indicator = Indicator(
            name,
            target,
            category=category,
            subcategory=subcategory,
            description=self._text(record, Field.DESCRIPTION),
            basis=basis,
            weight=self._weight(record),
            baseline=self._text(record, Field.BASELINE),
            evidence=self._text(record, Field.EVIDENCE),
            sign=sign,
            unit=unit,
            direction=direction,
            place=(self._target_cell(record) or cell).label.place,
        )
        return Line(_joined(record.text(Field.PROJECT)), indicator, record, cell)

    def _classes(self, record: Record, name: Cell) -> tuple[str, str]:
        """Give the two classes; a cell merged across columns is in the first of them only, the name in none."""
        category, subcategory = (_joined(record.text(field)) for field in (Field.CATEGORY, Field.SUBCATEGORY))
        first, second = self._cell(record, Field.CATEGORY), self._cell(record, Field.SUBCATEGORY)
        if second is not None and second.text and second.at == name.at:
            subcategory = ""
        if first is not None and second is not None and first.at == second.at and first.text:
            subcategory = ""
        if not category and subcategory:
            return subcategory, ""
        return category, subcategory

    def _target_cell(self, record: Record) -> Cell | None:
        adjusted = self._cell(record, Field.ADJUSTED_TARGET)
        target = self._cell(record, Field.TARGET)
        if adjusted is not None and adjusted.text:
            return adjusted
        return target if target is not None and target.text else None

    def _name_and_target(self, record: Record, cell: Cell) -> tuple[str, str]:
        found = self._target_cell(record)
        if found is not None:
            self._say_chosen(record, found)
            return cell.one_line, "；".join(line.strip() for line in found.text.splitlines() if line.strip())
        name, text = split_name(cell.one_line, self.language)
        if text:
            self.flaws.append(Diagnostic.of(Code.TARGET_IN_NAME, cell.label, text=text, name=name))
        return name, text

    def _say_chosen(self, record: Record, used: Cell) -> None:
        other = self._cell(record, Field.TARGET)
        if other is not None and other.text and other.text != used.text:
            labels = used.label, other.label
            self.flaws.append(Diagnostic.of(Code.TARGET_CHOSEN, *labels, used=used.one_line, unused=other.one_line))

    def _sign_and_direction(self, record: Record) -> tuple[str, str]:
        """Give sign and direction, which forms head with each other's words: 指标性质 has 正向 in some, ≥ in others."""
        sign, direction = self._text(record, Field.SIGN), self._text(record, Field.DIRECTION)
        if _DIRECTION.search(sign) and not _DIRECTION.search(direction):
            return direction, sign
        return sign, direction

    def _unit_of_header(self, text: str) -> str:
        column = self.form.table.columns.get(Field.TARGET)
        return column.unit if column is not None and fold(text)[-1:].isdigit() else ""

    def _weight(self, record: Record) -> Decimal | None:
        cell = self._cell(record, Field.WEIGHT)
        text = "" if cell is None else fold(cell.one_line)
        if cell is None or not text:
            return None
        if cell.span.rows > 1:
            if cell.at not in self.shared:
                self.shared.add(cell.at)
                count = cell.span.rows
                self.flaws.append(Diagnostic.of(Code.WEIGHT_SHARED, cell.label, text=text, count=count))
            return None
        found = _WEIGHT.fullmatch(text)
        if found is None:
            self.flaws.append(Diagnostic.of(Code.WEIGHT_WRONG, cell.label, text=cell.text))
            return None
        return Decimal(found[1])

    def _columns(self) -> None:
        """List the columns whose headers are not known; what is known but no target is read as actual values."""
        self.flaws += self.form.table.diagnostics
        row = self.form.table.header_row
        for cell in cells_in(self.form.sheet, range(row, row + 1)):
            if read_header(cell.text, self.language) is None and item_of(cell.text, self.language) is None:
                self.flaws.append(Diagnostic.of(Code.COLUMN_UNUSED, cell.label, text=cell.one_line))

    def _list_other(self, record: Record) -> None:
        """List a row that is no indicator; one with a target lacks its name."""
        name, target = self._cell(record, Field.INDICATOR), self._target_cell(record)
        if name is not None and not name.text and target is not None and target.at[0] == record.row:
            self.flaws.append(Diagnostic.of(Code.ROW_WITHOUT_NAME, target.label, text=target.one_line))
        else:
            self._list_cells(record.row, beyond_columns=False)

    def _list_cells(self, row: int, beyond_columns: bool) -> None:
        """List what is written in a row: all of it, or what stands under no header."""
        headed = self._headed() if beyond_columns else set()
        left = [
            cell
            for cell in cells_in(self.form.sheet, range(row, row + 1))
            if headed.isdisjoint(range(cell.span.column, cell.span.column + cell.span.columns))
            and read_header(cell.text, self.language) is None  # such as 绩效指标 beside all the rows
        ]
        self.flaws += (Diagnostic.of(Code.CELL_UNUSED, cell.label, text=text) for cell, text in by_row(left))

    def _headed(self) -> set[int]:
        row = self.form.table.header_row
        used = {column.index for column in self.form.table.columns.values()}
        headers = list(cells_in(self.form.sheet, range(row, row + 1)))
        over = {column for cell in headers for column in range(cell.span.column, cell.span.column + cell.span.columns)}
        # What stands in a headed column but not at its first position, as irregular merges put it, is listed.
        inside = {cell.span.column + each for cell in headers for each in range(1, cell.span.columns)}
        return (over - inside) | used


def _joined(text: str) -> str:
    return "".join(line.strip() for line in text.splitlines())
