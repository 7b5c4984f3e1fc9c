"""What a template sets for its cells besides their look: drop-down lists and other checks, conditional formats."""

from copy import copy
from typing import TYPE_CHECKING

from perfrules.filling.formulas import Extents, moved

if TYPE_CHECKING:
    from openpyxl.worksheet.cell_range import MultiCellRange
    from openpyxl.worksheet.worksheet import Worksheet


def copy_checks(source: "Worksheet", target: "Worksheet", extents: Extents) -> None:
    """Carry them over to where the rows of the template went; those of a row that repeats hold for all of its rows."""
    for check in source.data_validations.dataValidation:
        new = copy(check)
        new.sqref = _ranges(check.sqref, extents)
        new.formula1, new.formula2 = (_moved(each, check.sqref, extents) for each in (check.formula1, check.formula2))
        target.add_data_validation(new)
    for area in source.conditional_formatting:
        for rule in area.rules:
            new_rule = copy(rule)
            new_rule.formula = [_moved(each, area.sqref, extents) for each in rule.formula]
            target.conditional_formatting.add(str(_ranges(area.sqref, extents)), new_rule)


def _ranges(ranges: "MultiCellRange", extents: Extents) -> "MultiCellRange":
    from openpyxl.worksheet.cell_range import CellRange, MultiCellRange  # noqa: PLC0415 - only where a form is written

    return MultiCellRange(
        [
            CellRange(
                min_col=each.min_col,
                min_row=_extent(each.min_row, extents)[0],
                max_col=each.max_col,
                max_row=_extent(each.max_row, extents)[1],
            )
            for each in ranges.ranges
        ]
    )


def _moved(formula: str | None, ranges: "MultiCellRange", extents: Extents) -> str | None:
    """Let a formula, which is written for the first cell of its ranges, mean the same cells."""
    if formula is None:
        return None
    top = min(each.min_row for each in ranges.ranges)
    return moved(f"={formula}", extents, _extent(top, extents)[0], top).removeprefix("=")


def _extent(row: int, extents: Extents) -> tuple[int, int]:
    return extents.get(row, (row, row))
