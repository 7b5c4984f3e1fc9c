"""Goal tables laid out in the many ways that offices lay them out, so that reading them back can be compared."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Literal

import attrs
from openpyxl import Workbook

from importing.forms import Drawn
from perfrules.readers.sheet import Merge

Value = str | int | float | date
"""What stands in a cell, as a text or as what a spreadsheet stores."""

Classes = Literal["merged", "blank", "repeated"]
Targets = Literal["whole", "columns", "bracketed", "periods", "two rows", "adjusted"]

UNUSED = "77公顷"
"""What stands in the columns of other periods."""


@attrs.frozen
class Goal:
    """One line that is meant: its target is a sign, a number and a unit, or a text alone."""

    category: str
    subcategory: str
    name: str
    text: str
    sign: str = ""
    number: str = ""
    unit: str = ""
    description: str = ""
    basis: str = ""
    weight: str = ""

    @property
    def whole(self) -> str:
        """The target in one cell."""
        return self.text or f"{self.sign}{self.number}{self.unit}"


@attrs.frozen
class Layout:
    """How a form is laid out. `order` permutes the columns behind the name; `headers` are the wordings in use."""

    classes: Classes = "merged"
    targets: Targets = "whole"
    order: tuple[str, ...] = ("description", "target", "basis", "weight")
    headers: dict[str, str] = attrs.field(factory=dict)
    top: int = 0
    left: int = 0
    title: str = ""
    has_side_label: bool = False
    has_subclass: bool = True
    project_in_one_cell: bool = False
    label_width: int = 1
    periods: tuple[str, str] = ("中期", "年度")
    total_row: str = ""
    full_width: bool = False

    def head(self, field: str) -> str:
        """The header of a field."""
        return self.headers.get(field, HEADERS[field])


HEADERS = {
    "category": "一级指标",
    "subcategory": "二级指标",
    "name": "三级指标",
    "description": "绩效指标描述",
    "target": "指标值",
    "sign": "计算符号",
    "number": "目标值",
    "unit": "度量单位",
    "basis": "指标值确定依据",
    "weight": "分值",
    "adjusted": "调整后指标值",
}

_WIDE = str.maketrans({chr(each): chr(each + 0xFEE0) for each in range(0x21, 0x7F)})


def lay_out(project: str, goals: Sequence[Goal], layout: Layout) -> Drawn:
    """Draw a form."""
    pen = _Pen(layout, layout.top)
    width = len(_columns(layout)) + layout.has_side_label
    if layout.title:
        pen.put(0, layout.title, columns=width)
        pen.row += 1
    if layout.project_in_one_cell:
        pen.put(0, f"项目名称：{project}", columns=width)
    else:
        pen.put(0, "项目名称")
        pen.put(1, project, columns=max(1, min(layout.label_width, width - 1)))
    pen.row += 1
    _draw_lines(pen, goals)
    if layout.total_row:
        pen.put(0, layout.total_row, columns=2)
        pen.row += 1
    return Drawn(pen.cells, tuple(pen.merges), pen.row, width + layout.left)


@attrs.define
class _Pen:
    layout: Layout
    row: int
    cells: dict[tuple[int, int], str] = attrs.field(factory=dict)
    merges: list[Merge] = attrs.field(factory=list)

    def put(self, column: int, text: str, rows: int = 1, columns: int = 1, down: int = 0) -> None:
        at = self.row + down, column + self.layout.left
        if text:
            self.cells[at] = text.translate(_WIDE) if self.layout.full_width else text
        if rows * columns > 1:
            self.merges.append(Merge(*at, rows, columns))


def _columns(layout: Layout) -> list[str]:
    fields = ["category", *(["subcategory"] if layout.has_subclass else []), "name"]
    for field in layout.order:
        if field != "target":
            fields.append(field)
        elif layout.targets == "columns":
            fields += layout.headers.get("parts", "sign number unit").split()
        elif layout.targets in {"periods", "two rows"}:
            fields += ["other", "target"]
        elif layout.targets == "adjusted":
            fields += ["other", "adjusted"]
        elif layout.targets == "whole":
            fields.append("target")
    return fields


def _draw_lines(pen: _Pen, goals: Sequence[Goal]) -> None:
    layout, fields = pen.layout, _columns(pen.layout)
    side = int(layout.has_side_label)
    depth = 2 if layout.targets == "two rows" else 1
    if side:
        pen.put(0, "绩效指标", rows=depth + len(goals))
    for column, field in enumerate(fields, side):
        if depth == 2 and field == "other":
            pen.put(column, layout.head("target"), columns=2)
            pen.put(column, layout.periods[0], down=1)
            pen.put(column + 1, layout.periods[1], down=1)
        elif depth == 1 or field != "target":
            pen.put(column, _header(layout, field), rows=depth)
    pen.row += depth
    _draw_classes(pen, goals, side)
    for goal in goals:
        for column, field in enumerate(fields, side):
            if field not in {"category", "subcategory"}:
                pen.put(column, _text(layout, goal, field))
        pen.row += 1


def _header(layout: Layout, field: str) -> str:
    if layout.targets == "periods" and field in {"other", "target"}:
        return f"{layout.periods[field == 'target']}{layout.head('target')}"
    return layout.head("target" if field == "other" else field)


def _text(layout: Layout, goal: Goal, field: str) -> str:
    match field:
        case "name":
            return f"{goal.name}（{goal.whole}）" if layout.targets == "bracketed" else goal.name
        case "target" | "adjusted":
            return goal.whole
        case "other":
            return UNUSED
        case "number":
            return goal.text or goal.number
        case _:
            return str(getattr(goal, field))


def _draw_classes(pen: _Pen, goals: Sequence[Goal], side: int) -> None:
    down = 0
    for category, of_category in groupby(goals, key=lambda each: each.category):
        lines = list(of_category)
        _draw_class(pen, side, down, category, len(lines))
        if pen.layout.has_subclass:
            start = down
            for subcategory, own in groupby(lines, key=lambda each: each.subcategory):
                count = len(list(own))
                _draw_class(pen, side + 1, start, subcategory, count)
                start += count
        down += len(lines)


def _draw_class(pen: _Pen, column: int, down: int, text: str, count: int) -> None:
    if pen.layout.classes == "repeated":
        for each in range(count):
            pen.put(column, text, down=down + each)
    else:
        pen.put(column, text, rows=count if pen.layout.classes == "merged" else 1, down=down)


def below(*forms: Drawn, gap: int = 0) -> Drawn:
    """Put forms below each other in one sheet."""
    cells: dict[tuple[int, int], str] = {}
    merges: list[Merge] = []
    row = 0
    for form in forms:
        cells |= {(at + row, column): text for (at, column), text in form.cells.items()}
        merges += (attrs.evolve(each, row=each.row + row) for each in form.merges)
        row += form.height + gap
    return Drawn(cells, tuple(merges), row, max(form.width for form in forms))


def as_csv(*forms: Drawn) -> io.BytesIO:
    """Write forms below each other as CSV, which knows no merges."""
    form = below(*forms)
    stream = io.StringIO()
    csv.writer(stream).writerows(
        [form.cells.get((row, column), "") for column in range(form.width)] for row in range(form.height)
    )
    return io.BytesIO(stream.getvalue().encode("utf-8-sig"))


def stored(text: str) -> tuple[Value, str]:
    """Give what a spreadsheet stores for a text that was typed in, with the number format it then has."""
    if text.isdecimal():
        return int(text), "General"
    if text.endswith("%") and text[:-1].replace(".", "", 1).isdecimal():
        return float(text[:-1]) / 100, "0.00%"
    if text.startswith("20") and text.endswith("日"):
        year, month, day = text.replace("年", "-").replace("月", "-").rstrip("日").split("-")
        return date(int(year), int(month), int(day)), 'yyyy"年"m"月"d"日"'
    number = text.rstrip("家亩人件个次公里")
    if number.isdecimal():
        return int(number), f'0"{text[len(number) :]}"'
    return text, "General"


def as_typed_workbook(*forms: Drawn) -> io.BytesIO:
    """Write forms as a workbook whose numbers, shares and dates are stored as such."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for form in forms:
        sheet = workbook.create_sheet()
        for (row, column), text in form.cells.items():
            value, number_format = stored(text)
            cell = sheet.cell(row + 1, column + 1, value)
            cell.number_format = number_format
            if isinstance(value, str):
                cell.data_type = "s"
        for each in form.merges:
            sheet.merge_cells(None, each.row + 1, each.column + 1, each.row + each.rows, each.column + each.columns)
    stream = io.BytesIO()
    workbook.save(stream)
    stream.seek(0)
    return stream


Writer = Callable[..., io.BytesIO]


def lines_of(goals: Sequence[Goal], layout: Layout) -> Iterator[tuple[str, ...]]:
    """Give the lines that the layout can say: what it has no column for is not there."""
    fields = _columns(layout)
    for goal in goals:
        yield (
            goal.category,
            goal.subcategory if layout.has_subclass else "",
            goal.name,
            goal.description if "description" in fields else "",
            goal.basis if "basis" in fields else "",
            goal.weight if "weight" in fields else "",
        )
