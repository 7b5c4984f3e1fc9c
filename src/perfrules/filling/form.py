"""What stands in a form, apart from how the form looks: values by name, and lists whose rows repeat."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

import attrs

# XML has no such characters, so no office file can hold them.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")


@attrs.frozen
class Number:
    """A number of a form. `text` is how people read it; `value` is exact, None while it is open.

    `formula` is how a spreadsheet works it out, without the equals sign, from the cells of other names in braces:
    `SUM({指标.分值})`. A name that begins with a point is in the same row: `{.执行数}/{.预算数}`. Where a template
    lacks one of the names, the value stands there instead.
    """

    value: Fraction | None
    text: str
    formula: str = ""


Cell: TypeAlias = str | Number
"""What stands in one place of a form."""


@attrs.frozen
class Listing:
    """A list of a form: a template states one row of it, which repeats for each of `rows`.

    >>> Listing(("名称",), (("甲",), ("乙",))).cell(1, "名称")
    '乙'
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()

    def cell(self, row: int, column: str) -> Cell:
        """Give a cell; an empty list has one row of blanks, so that the form keeps its shape."""
        return self.rows[row][self.columns.index(column)] if self.rows else ""

    def __len__(self) -> int:
        return len(self.rows) or 1


@attrs.frozen
class Form:
    """One form: of a project, or of a department. `title` is what a sheet with it is called."""

    title: str
    values: Mapping[str, Cell] = attrs.field(factory=dict)
    lists: Mapping[str, Listing] = attrs.field(factory=dict)


Forms: TypeAlias = Mapping[str, Sequence[Form]]
"""The forms of a file by the part of the template that they fill: 项目, 部门."""


def shown(cell: Cell) -> str:
    """Give a cell as text.

    >>> shown(Number(Fraction(29, 3), "9.67"))
    '9.67'
    """
    return writable(cell.text if isinstance(cell, Number) else cell)


def writable(text: str) -> str:
    r"""Give a text as office files can hold it: a character that XML has not becomes �.

    >>> writable("甲\x00\r\n乙")
    '甲�\n乙'
    """
    return _UNWRITABLE.sub("\ufffd", _LINE_END.sub("\n", text))
