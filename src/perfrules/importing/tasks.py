"""The tasks of a department (年度主要任务) above its indicators: name and content become its 分项绩效目标."""

from collections.abc import Sequence

import attrs

from perfrules.importing.cells import Cell
from perfrules.importing.labels import Item, is_called, item_of
from perfrules.names import comparable
from perfrules.readers.headers import Field, lexicon, read_header
from perfrules.syntax import Language
from perfrules.tables import SubGoal


@attrs.frozen
class Tasks:
    """The tasks, and the cells that they were read from; amounts and results of single tasks are not among them.

    `total` is the cell with the budget of all of them, and `unit` the unit in its header.
    """

    sub_goals: tuple[SubGoal, ...] = ()
    used: tuple[Cell, ...] = ()
    total: Cell | None = None
    unit: str = ""


def read_tasks(cells: Sequence[Cell], language: Language) -> Tasks:
    """Read the rows under the header of tasks, to the sum of their money or the next label."""
    name = next((cell for cell in cells if is_called(Item.TASK, cell.text)), None)
    if name is None:
        return Tasks()
    content = next((cell for cell in cells if cell.at[0] == name.at[0] and is_called(Item.CONTENT, cell.text)), None)
    found: list[SubGoal] = []
    used: list[Cell] = []
    total, unit = None, ""
    for cell in cells:
        if cell.at[1] != name.at[1] or cell.at[0] <= name.at[0]:
            continue
        is_sum = comparable(cell.text).removeprefix("金额") in lexicon(language).total_rows
        if is_sum:
            total, unit = _budget(cells, name.at[0], cell, language)
            used += [cell, *([] if total is None else [total])]
        if is_sum or item_of(cell.text, language) is not None or is_called(Item.TASK, cell.text):
            break
        own = [each for each in cells if content is not None and each.at == (cell.at[0], content.at[1])]
        found.append(SubGoal(cell.one_line, own[0].one_line if own else ""))
        used += [cell, *own]
    first = min((cell.at[0] for cell in used), default=name.at[0] + 1)
    headers = (cell for cell in cells if name.at[0] <= cell.at[0] < first and cell.at[1] >= name.at[1])
    return Tasks(tuple(found), (*headers, *used), total, unit)


def _budget(cells: Sequence[Cell], row: int, sums: Cell, language: Language) -> tuple[Cell | None, str]:
    """Give what a row of sums has under the header of the budget, with the unit of that header."""
    for cell in cells:
        header = read_header(cell.text, language) if cell.at[0] == row else None
        if header is not None and header.field in (Field.INITIAL, Field.ADJUSTED):
            found = [each for each in cells if each.at == (sums.at[0], cell.at[1])]
            return (found[0] if found else None), header.unit
    return None, ""
