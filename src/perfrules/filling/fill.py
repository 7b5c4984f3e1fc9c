"""Fills templates: the shipped ones, or those of an office."""

import io
from os import PathLike, fspath
from pathlib import Path
from typing import TypeAlias
from zipfile import BadZipFile, ZipFile

from perfrules.diagnostics import Code, Diagnostic, Label, PerfRulesError
from perfrules.evidence import Evidence, read_bytes
from perfrules.filling.form import Forms
from perfrules.filling.writing import replace_file
from perfrules.source import FilePlace

TemplateFile: TypeAlias = str | PathLike[str]
"""The template of an office."""

_SHIPPED = Path(__file__).with_name("templates")

_MOST_BYTES = 64 * 2**20


def write_form(
    path: str | PathLike[str],
    suffix: str,
    name: str,
    forms: Forms,
    template: TemplateFile | None = None,
    *,
    evidence: Evidence | None = None,
) -> None:
    """Fill a template and write the file, whole or not at all; `suffix` says for which program.

    Raises:
        PerfRulesError: The template cannot be filled, or the file cannot be written or would replace the template.
        ModuleNotFoundError: openpyxl or python-docx, of the extra `forms`, is not installed.
    """
    target = Path(path)
    data = fill(name, forms, suffix, template, evidence)
    if template is not None and target.exists() and target.samefile(template):
        raise PerfRulesError(Diagnostic.of(Code.OUTPUT_IS_INPUT, Label(FilePlace(str(target)))))
    replace_file(target, data)


def fill(
    name: str, forms: Forms, suffix: str, template: TemplateFile | None = None, evidence: Evidence | None = None
) -> bytes:
    """Fill the template `name` of the folder `templates` beside this file, or the one of an office, and give the file.

    The evidence, where there is any, stands in the properties of the file and at its end, whatever the template.

    Raises:
        PerfRulesError: The template cannot be read or filled.
        ModuleNotFoundError: openpyxl or python-docx, of the extra `forms`, is not installed.
    """
    if not any(forms.values()):
        raise PerfRulesError(Diagnostic.of(Code.FORM_EMPTY, name=name))
    file = _SHIPPED / f"{name}{suffix}" if template is None else Path(template)
    if file.suffix.lower() != suffix:
        raise PerfRulesError(Diagnostic.of(Code.TEMPLATE_SUFFIX_DIFFERS, file=fspath(file), suffix=suffix))
    data = _read(file)
    if suffix == ".xlsx":
        from perfrules.filling.workbook import fill_workbook  # noqa: PLC0415 - loads openpyxl

        return fill_workbook(data, forms, str(file), evidence)
    from perfrules.filling.document import fill_document  # noqa: PLC0415 - loads python-docx

    return fill_document(data, forms, str(file), evidence)


def _read(file: Path) -> bytes:
    """Read a template, if it is a package of a size that can be handled."""
    try:
        data = read_bytes(file, _MOST_BYTES)
        with ZipFile(io.BytesIO(data)) as package:
            size = sum(entry.file_size for entry in package.infolist())
    except (OSError, BadZipFile) as error:
        why = getattr(error, "strerror", None) or "不是 Excel 或 Word 文件"
        raise unreadable(str(file), why) from error
    if size > _MOST_BYTES:
        raise unreadable(str(file), f"展开后超过{_MOST_BYTES // 2**20}MB")
    return data


def unreadable(file: str, why: str) -> PerfRulesError:
    """Say that a template cannot be read."""
    return PerfRulesError(Diagnostic.of(Code.TEMPLATE_UNREADABLE, Label(FilePlace(file)), file=file, why=why))
