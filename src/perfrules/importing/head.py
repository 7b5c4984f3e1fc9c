"""What stands above the indicators of a form: project, money, plan, goals, each beside or below its label."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

import attrs

from perfrules.diagnostics import Code, Diagnostic
from perfrules.importing.calculation import calculation_in_words
from perfrules.importing.cells import Cell, by_row, cells_in, one_line
from perfrules.importing.forms import Form
from perfrules.importing.heading import is_year_or_unit, unit_in, year_in
from perfrules.importing.labels import Item, item_of, quarter_of
from perfrules.importing.money import read_money
from perfrules.importing.tasks import read_tasks
from perfrules.names import comparable
from perfrules.readers.headers import Field, as_unit, read_header
from perfrules.readers.table import find_table, is_title
from perfrules.syntax import Language, fold
from perfrules.tables import Budget, Calculation, FundingSource, Level, SubGoal
from perfrules.units import Quantity

_YEAR = re.compile(r"(?<!\d)(20\d\d)年?(?!\d)")
_YEAR_LINE = re.compile(r"[(（]?\s*20\d\d\s*年度?\s*[)）]?")
_LABEL_AND_AMOUNT = re.compile(r"(\D*[^\d\s])\s+(\d.*)")
_BRACKETS = re.compile(r"\(([^()]*)\)$")
_MONEY_LABEL = re.compile("资金|预算|金额|经费")
_GAP = re.compile(r"[ \u3000\t]{2,}")
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,10})?)(%?)")
_MONEY_COLUMNS = ({Field.ADJUSTED, Field.SPENT}, {Field.INITIAL, Field.SPENT}, {Field.INITIAL, Field.ADJUSTED})
_QUARTERS = 4


@attrs.define
class Head:
    """What a form says above its indicators; `flaws` has what was not understood."""

    title: str = ""
    project: str = ""
    code: str = ""
    department: str = ""
    year: int | None = None
    total: Quantity | None = None
    sources: list[FundingSource] = attrs.field(factory=list)
    purpose: str = ""
    calculations: tuple[Calculation, ...] = ()
    plan: tuple[Decimal, ...] = ()
    goals: tuple[str, ...] = ()
    sub_goals: tuple[SubGoal, ...] = ()
    unit: str = ""
    flaws: list[Diagnostic] = attrs.field(factory=list)

    @property
    def level(self) -> Level:
        """Whose form it is: that of a whole department names no project."""
        is_whole = not self.project and bool(self.department) and ("整体" in self.title or bool(self.sub_goals))
        return Level.DEPARTMENT if is_whole else Level.PROJECT

    @property
    def budget(self) -> Budget:
        """The budget as goal tables have it."""
        return Budget(self.total, tuple(self.sources), self.purpose)


def read_head(form: Form, language: Language, paragraphs: Sequence[str] = ()) -> Head:
    """Read what stands above the indicators; `paragraphs` are those of a document right above the table."""
    reading = _Reading(form, language, list(cells_in(form.sheet, form.above)))
    reading.read(paragraphs)
    return reading.head


@attrs.define
class _Reading:
    form: Form
    language: Language
    cells: Sequence[Cell]
    head: Head = attrs.field(factory=Head)
    used: set[tuple[int, int]] = attrs.field(factory=set)
    unit: str = ""

    def read(self, paragraphs: Sequence[str]) -> None:
        """Read every label, then see what is left."""
        self._above(paragraphs)
        self._unit()
        self._several_in_one_cell()
        tasks = read_tasks(self.cells, self.language)
        self.head.sub_goals = tasks.sub_goals
        self._use(*tasks.used)
        if tasks.total is not None:
            self.head.total = read_money(tasks.total, tasks.unit or self.unit, self.language, self.head.flaws)
        self._money_block()
        quarters: dict[int, Cell] = {}
        for cell in self.cells:
            if cell.at in self.used:
                continue
            if (quarter := quarter_of(cell.text, self.language)) is not None:
                self._use(cell, cell.below())
                quarters[quarter] = cell.below()
                continue
            self._label(cell)
        self._plan(quarters)
        self._purpose()
        self.head.unit = self.unit
        self._headings()
        for cell, text in by_row(cell for cell in self.cells if cell.at not in self.used):
            self.head.flaws.append(Diagnostic.of(Code.CELL_UNUSED, cell.label, text=text))

    def _several_in_one_cell(self) -> None:
        for cell in self.cells:
            for part in _parts(cell, self.language):
                self._label(part)

    def _use(self, *cells: Cell) -> None:
        self.used.update(cell.at for cell in cells)

    def _label(self, cell: Cell) -> None:
        before, colon, after = cell.text.replace(":", "：", 1).partition("：")
        item = item_of(cell.text, self.language)
        if item is None and colon and after.strip() and (item := item_of(before, self.language)) is not None:
            self._use(cell)
            self._take(item, cell, attrs.evolve(cell, text=after.strip()))
            return
        both = _LABEL_AND_AMOUNT.fullmatch(cell.text.strip())
        if (
            item is None
            and both is not None
            and (item := item_of(both[1], self.language)) in (Item.BUDGET, Item.SOURCE)
        ):
            self._use(cell)
            self._amount(item, attrs.evolve(cell, text=both[1]), attrs.evolve(cell, text=both[2]))
            return
        if item is None:
            return
        self._use(cell)
        self._take(item, cell, self._value(cell))

    def _value(self, label: Cell) -> Cell:
        """Give the cell beside a label; where that is a label itself, nothing is written."""
        value = label.right()
        if value.text and item_of(value.text, self.language) not in (None, Item.EXPECTED, Item.OTHER_PERIOD):
            return attrs.evolve(value, text="")
        return value

    def _take(self, item: Item, label: Cell, value: Cell) -> None:
        head = self.head
        texts: dict[Item, Callable[[], str]] = {
            Item.PROJECT: lambda: head.project,
            Item.CODE: lambda: head.code,
            Item.DEPARTMENT: lambda: head.department,
        }
        if item in texts:
            if not texts[item]():
                setattr(head, item.name.lower(), value.one_line)
                self._use(value)
        elif item is Item.YEAR:
            self._year(value)
        elif item in (Item.BUDGET, Item.SOURCE):
            self._amount(item, label, value)
        elif item in (Item.GOALS, Item.EXPECTED, Item.REACHED):
            self._goals(item, label, value)

    def _year(self, value: Cell) -> None:
        if found := _YEAR.search(fold(value.text)):
            self._use(value)
            self.head.year = int(found[1])

    def _amount(self, item: Item, label: Cell, value: Cell) -> None:
        if value.text:
            self._use(value)
        bracket = _BRACKETS.search(comparable(label.text).rstrip(":"))
        unit = (as_unit(bracket[1], self.language) if bracket else "") or self.unit
        amount = read_money(value, unit, self.language, self.head.flaws)
        if item is Item.BUDGET and self.head.total is None:
            self.head.total = amount
        else:
            self.head.sources.append(FundingSource(_source_name(label.text), amount))

    def _goals(self, item: Item, label: Cell, value: Cell) -> None:
        if item_of(value.text, self.language) in (Item.EXPECTED, Item.REACHED, Item.OTHER_PERIOD):
            return  # 年度总体目标 beside 预期目标, under which the goals stand
        below = label.below()
        if item is not Item.GOALS or (not value.text and item_of(below.text, self.language) is None):
            value = below  # goals stand beside their label, or under it where they have columns of their own
        if value.at[0] not in self.form.above:
            return  # nothing was filled in, and what comes below are the headers of the indicators
        self._use(value)
        if item is not Item.REACHED and not self.head.goals:
            self.head.goals = tuple(line.strip() for line in value.text.splitlines() if line.strip())

    def _plan(self, quarters: dict[int, Cell]) -> None:
        if not any(cell.text for cell in quarters.values()):
            return
        is_percent = any(
            "%" in fold(cell.text) for cell in self.cells if item_of(cell.text, self.language) is Item.PLAN
        )
        shares: list[Decimal] = []
        for number in range(_QUARTERS):
            cell = quarters.get(number)
            found = _PERCENT.fullmatch(fold(cell.text).strip()) if cell is not None else None
            number_text = found[1] if found and (found[2] or is_percent or not Decimal(found[1])) else None
            if number_text is None or Decimal(number_text) > 100:
                wrong = cell or next(iter(quarters.values()))
                self.head.flaws.append(Diagnostic.of(Code.PLAN_WRONG, wrong.label, text=cell.text if cell else ""))
                return
            shares.append(Decimal(number_text) / 100)
        self.head.plan = tuple(shares)

    def _purpose(self) -> None:
        """Take what stands beside the label of the use of the money and is nothing else."""
        for label in self.cells:
            if item_of(label.text, self.language) is not Item.PURPOSE:
                continue
            rows = range(label.span.row, label.span.row + label.span.rows)
            texts = [cell for cell in self.cells if cell.at[0] in rows and cell.at not in self.used]
            self._use(label, *texts)
            self.head.purpose = "\n".join(
                line.strip() for cell in texts for line in cell.text.splitlines() if line.strip()
            )
            first = texts[0].label if texts else None
            self.head.calculations = calculation_in_words(self.head.purpose, first, self.language, self.head.flaws)

    def _money_block(self) -> None:
        """Read the block that self-evaluation tables have: amounts in columns, the whole first, then its parts."""
        above = self.form.above
        table = find_table(self.form.sheet, *_MONEY_COLUMNS, start=above.start, stop=above.stop, language=self.language)
        if table is None:
            return
        field = Field.INITIAL if Field.INITIAL in table.columns else Field.ADJUSTED
        column, unit = table.columns[field], table.columns[field].unit or table.unit or self.unit
        first = min(each.index for each in table.columns.values())
        for row in range(table.header_row + 1, above.stop):
            cells = list(cells_in(self.form.sheet, range(row, row + 1)))
            names = [cell for cell in cells if cell.at[1] < first]
            if not names or item_of(names[-1].text, self.language) not in (Item.BUDGET, Item.SOURCE):
                break
            value = next((cell for cell in cells if cell.at[1] == column.index), attrs.evolve(names[-1], text=""))
            amount = read_money(value, unit, self.language, self.head.flaws)
            if item_of(names[-1].text, self.language) is Item.BUDGET:
                self.head.total = amount
            else:
                self.head.sources.append(FundingSource(_source_name(names[-1].text), amount))
            self._use(*cells)  # what was spent and scored is read from the same file as actual values
        self._use(*cells_in(self.form.sheet, range(table.header_row, table.header_row + 1)))

    def _above(self, paragraphs: Sequence[str]) -> None:
        for text in paragraphs:
            if is_year_or_unit(text):
                self.unit = unit_in(text, self.language) or self.unit
                self.head.year = self.head.year or year_in(text)
            else:
                self.head.title = text

    def _unit(self) -> None:
        for cell in self.cells:
            unit = unit_in(cell.text, self.language)
            self.unit = unit or self.unit
            if (
                not self.unit
                and _MONEY_LABEL.search(cell.text)
                and (bracket := _BRACKETS.search(comparable(cell.text)))
            ):
                self.unit = as_unit(bracket[1], self.language)  # 项目资金（万元） beside the amounts
                if self.unit and item_of(cell.text, self.language) is None:
                    self._use(cell)
            if unit and (len(cell.text) < 20 or is_year_or_unit(cell.text)):
                self._use(cell)
                self.head.year = self.head.year or year_in(cell.text)

    def _headings(self) -> None:
        """Take the title, and a year that stands alone."""
        for cell in self.cells:
            if cell.at in self.used:
                continue
            if not self.head.title and is_title(cell.text):
                self.head.title = cell.one_line
                self._use(cell)
            elif _YEAR_LINE.fullmatch(cell.text) or cell.text.startswith("附件"):
                self._use(cell)
            else:
                continue
            self.head.year = self.head.year or year_in(cell.text)


def _parts(cell: Cell, language: Language) -> list[Cell]:
    """Take apart a cell that has several labels, each with what it says: 项目名称：甲  预算数：5万元."""
    texts = [each for each in _GAP.split(cell.text.strip()) if each]
    labels = [item_of(each.replace(":", "：").partition("：")[0], language) for each in texts]
    if len(texts) < 2 or any(
        label is None or "：" not in each.replace(":", "：") for label, each in zip(labels, texts, strict=True)
    ):
        return []
    return [attrs.evolve(cell, text=each) for each in texts]


def _source_name(text: str) -> str:
    name = one_line(text).strip("：: ").removeprefix("其中").lstrip("：: ")
    return name if read_header(name) is not None else re.sub(r"[(（][^()（）]*[)）]$", "", name)
