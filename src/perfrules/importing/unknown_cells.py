"""Cells in which a spreadsheet has no value: formulas that nothing has worked out yet, and errors."""

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.readers.actual_rows import ERROR_VALUES
from perfrules.readers.sheet import Sheet
from perfrules.readers.workbook import UNCALCULATED

_NO_VALUES = ERROR_VALUES | {UNCALCULATED}


def without_unknown_cells(sheet: Sheet, flaws: list[Diagnostic]) -> Sheet:
    """Give a sheet with such cells blank, and say so in `flaws`, once for each text; the first places are named.

    >>> flaws = []
    >>> without_unknown_cells(Sheet("a.xlsx", "", (("人数", "#REF!"),)), flaws).rows, flaws[0].message[:12]
    ((('人数', ''),), '有1格里没有值：#REF')
    """
    places: dict[str, list[Label]] = {}
    for row, cells in enumerate(sheet.rows):
        for column, text in enumerate(cells):
            if text in _NO_VALUES:
                places.setdefault(text, []).append(Label(sheet.place(row, column)))
    if not places:
        return sheet
    for text, labels in places.items():
        flaws.append(Diagnostic.of(Code.CELL_WITHOUT_VALUE, *labels[:10], count=len(labels), text=text))
    rows = (tuple("" if text in _NO_VALUES else text for text in cells) for cells in sheet.rows)
    return attrs.evolve(sheet, rows=tuple(rows))
