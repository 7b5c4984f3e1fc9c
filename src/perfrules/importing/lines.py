"""The indicators of a form, one a row; every cell of a row is either used or listed."""

import re
from collections.abc import Iterator
from decimal import Decimal

import attrs

from perfrules.diagnostics import Code, Diagnostic
from perfrules.importing.cells import Cell, by_row, cell_at, cells_in
from perfrules.importing.forms import Form
from perfrules.importing.leftovers import beside_sums, beyond_columns, sums_up, tiers, unknown_columns, whole_row
from perfrules.names import comparable
from perfrules.names.in_name import split_name
from perfrules.readers.headers import Field
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
        self.flaws += (*self.form.table.diagnostics, *unknown_columns(self.form))
        records = {record.row: record for record in self.form.table.records() if record.row < self.form.end}
        for row in self.form.body:
            record = records.get(row)
            if row in self.form.sheet.hidden_rows or self.form.is_header_again(row):
                continue
            if record is None or not self._is_line(record):
                self.flaws += self._no_line(row, record)
                continue
            self.flaws += beyond_columns(self.form, row)
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

    def _is_line(self, record: Record) -> bool:
        """Whether a row is an indicator: it has a name, which is no note across the table, no label, and no sum."""
        if sums_up(record):
            return False
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
            description=self._description(record, name),
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

    def _description(self, record: Record, name: str) -> str:
        """Give the description, and behind it what the columns of tiers say, which a target has no place for."""
        found = [(head, cell_at(self.form.sheet, record.row, head.at[1])) for head in tiers(self.form)]
        graded = "；".join(f"{head.one_line}：{cell.one_line}" for head, cell in found if cell.text)
        if graded:
            labels = [cell.label for _, cell in found if cell.text]
            self.flaws.append(Diagnostic.of(Code.GRADED_TARGETS, *labels, name=name, text=graded))
        return "；".join(text for text in (self._text(record, Field.DESCRIPTION), graded) if text)

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

    def _no_line(self, row: int, record: Record | None) -> Iterator[Diagnostic]:
        """List a row that is no indicator; one with a target lacks its name."""
        if record is None:
            return whole_row(self.form, row)
        if sums_up(record):
            return beside_sums(record)
        name, target = self._cell(record, Field.INDICATOR), self._target_cell(record)
        if name is not None and not name.text and target is not None and target.at[0] == row:
            own = by_row(cells_in(self.form.sheet, range(row, row + 1)))
            return (Diagnostic.of(Code.ROW_WITHOUT_NAME, target.label, text=text) for _, text in own)
        return whole_row(self.form, row)


def _joined(text: str) -> str:
    return "".join(line.strip() for line in text.splitlines())
