"""Real XLSX files, as spreadsheet programs write them."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook


def save(path: Path, sheets: Mapping[str, Iterable[Sequence[object]]], formats: dict[str, str] | None = None) -> Path:
    """Write sheets of rows; `formats` gives number formats by cell, such as `{"B2": "0.0%"}`, in the first sheet."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    for cell, number_format in (formats or {}).items():
        workbook.worksheets[0][cell].number_format = number_format
    workbook.save(path)
    return path
