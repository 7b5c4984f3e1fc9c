"""Evidence in a form that is filed: a sheet of its own in a workbook, small print at the end of a document."""

from typing import TYPE_CHECKING

from perfrules.evidence import Evidence
from perfrules.filling.form import writable
from perfrules.filling.sheet import put_text

if TYPE_CHECKING:
    from docx.document import Document
    from openpyxl.worksheet.worksheet import Worksheet

EVIDENCE = "依据"
"""The name of the sheet."""

EVIDENCE_HEADERS = (EVIDENCE, "内容", "SHA-256")
"""Its first row, by which it is known again."""

_WIDTHS = (12, 60, 70)
_HOW = "合计：把各文件的 SHA-256 排好序，一行一个，再取一次 SHA-256。文件相同，结果就相同。"


def write_evidence(sheet: "Worksheet", evidence: Evidence) -> None:
    """Write it into an empty sheet, so that it prints on one page in width."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - only needed once a form is written

    for number, row in enumerate((EVIDENCE_HEADERS, *evidence.rows(), ("", _HOW, "")), 1):
        for column, text in enumerate(row, 1):
            if text:
                cell = sheet.cell(number, column)
                put_text(cell, writable(text))
                cell.font = Font(name="宋体", size=10, bold=number == 1)
                cell.alignment = Alignment(vertical="top", wrap_text=True)
    for letter, width in zip("ABC", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", "9"
    sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage = 0, True


def add_evidence(document: "Document", evidence: Evidence) -> None:
    """Write it behind everything else; of the files only how many, and their hash together."""
    from docx.shared import Pt  # noqa: PLC0415 - only needed once a form is written

    text = "；".join(evidence.lines(each_file=False))
    run = document.add_paragraph().add_run(writable(f"{EVIDENCE}　{text}"))
    run.font.size = Pt(8)
