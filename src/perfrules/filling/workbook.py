"""Fills a workbook: each sheet of the template that begins a part becomes a sheet for each form of the part."""

import io
import re
from typing import TYPE_CHECKING

from perfrules.diagnostics import Code, Diagnostic, PerfRulesError
from perfrules.evidence import Evidence
from perfrules.filling.evidence import EVIDENCE, write_evidence
from perfrules.filling.fill import unreadable
from perfrules.filling.form import Forms
from perfrules.filling.package import sealed
from perfrules.filling.placeholders import part_of
from perfrules.filling.sheet import fill_sheet

if TYPE_CHECKING:
    from openpyxl import Workbook

_NOT_IN_TITLES = re.compile(r"[\\/?*\[\]:\x00-\x1f\ufffe\uffff\ud800-\udfff]")
_LONGEST_TITLE = 31
_FORBIDDEN_TITLES = {"history"}


def fill_workbook(data: bytes, forms: Forms, file: str, evidence: Evidence | None = None) -> bytes:
    """Fill a template of Excel. A sheet whose name is no marker such as `{{每个项目}}` stays as it is.

    Raises:
        PerfRulesError: The template cannot be read or filled.
        ModuleNotFoundError: openpyxl, of the extra `forms`, is not installed.
    """
    workbook = _opened(data, file)
    parts = {sheet: part for sheet in workbook.worksheets if (part := part_of(sheet.title)) is not None}
    if not any(forms.get(part) for part in parts.values()):
        raise PerfRulesError(
            Diagnostic.of(Code.TEMPLATE_WITHOUT_PART, file=file, parts="、".join(filter(forms.get, forms)))
        )
    results: dict[str, dict[str, str]] = {}
    for sheet, part in parts.items():
        for form in forms.get(part, ()):
            target = workbook.create_sheet(_title(form.title, workbook))
            results[target.title] = fill_sheet(sheet, target, form, file)
    for sheet in parts:
        workbook.remove(sheet)
    if evidence is not None:
        write_evidence(workbook.create_sheet(_title(EVIDENCE, workbook)), evidence)
    workbook.active = 0
    workbook.calculation.fullCalcOnLoad = True
    written = io.BytesIO()
    workbook.save(written)
    places = {f"xl/worksheets/sheet{index}.xml": each.title for index, each in enumerate(workbook.worksheets, 1)}
    return sealed(written.getvalue(), {place: results.get(title, {}) for place, title in places.items()}, evidence)


def _opened(data: bytes, file: str) -> "Workbook":
    from openpyxl import load_workbook  # noqa: PLC0415 - only needed once a form is written

    try:
        return load_workbook(io.BytesIO(data))
    # openpyxl has no exception of its own for a broken file: it lets through whatever its parts raise.
    except Exception as error:
        raise unreadable(file, "不是完好的 Excel 文件") from error


def _title(wanted: str, workbook: "Workbook") -> str:
    """Give the name of a sheet: what Excel forbids left out, and told apart from the other sheets."""
    name = _NOT_IN_TITLES.sub(" ", wanted).strip(" '") or "表"
    name = "表" if name.lower() in _FORBIDDEN_TITLES else name
    taken = {title.lower() for title in workbook.sheetnames}
    for count in range(1, len(taken) + 2):
        ending = "" if count == 1 else f"（{count}）"
        title = f"{name[: _LONGEST_TITLE - len(ending)]}{ending}"
        if title.lower() not in taken:
            return title
    raise AssertionError("among more names than are taken, one is free")
