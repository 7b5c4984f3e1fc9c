"""Fills a Word document: what follows a marker such as `{{每个项目}}` is repeated for each form of the part."""

import io
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from perfrules.diagnostics import Code, Diagnostic, PerfRulesError
from perfrules.evidence import Evidence
from perfrules.filling.evidence import add_evidence
from perfrules.filling.fill import unreadable
from perfrules.filling.form import Form, Forms
from perfrules.filling.package import sealed
from perfrules.filling.paragraphs import fill_paragraph, row_texts, tag, text_of
from perfrules.filling.placeholders import part_of, placeholders, repeats
from perfrules.filling.rows import runs

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement


def fill_document(data: bytes, forms: Forms, file: str, evidence: Evidence | None = None) -> bytes:
    """Fill a template of Word. What stands before the first marker stays as it is.

    Raises:
        PerfRulesError: The template cannot be read or filled.
        ModuleNotFoundError: python-docx, of the extra `forms`, is not installed.
    """
    document = _opened(data, file)
    body = document.element.body
    parts = list(_parts(body))
    if not any(forms.get(part) for part, _ in parts):
        wanted = "、".join(filter(forms.get, forms))
        raise PerfRulesError(Diagnostic.of(Code.TEMPLATE_WITHOUT_PART, file=file, parts=wanted))
    end = body.sectPr
    for part, elements in parts:
        for form in forms.get(part, ()):
            for filled in (each for element in elements for each in _filled(element, form, file)):
                body.append(filled) if end is None else end.addprevious(filled)
    if evidence is not None:
        add_evidence(document, evidence)
    written = io.BytesIO()
    document.save(written)
    return sealed(written.getvalue(), evidence=evidence)


def _opened(data: bytes, file: str) -> "Document":
    import docx  # noqa: PLC0415 - only needed once a form is written

    try:
        return docx.Document(io.BytesIO(data))
    # python-docx lets through whatever the parts of a broken file raise.
    except Exception as error:
        raise unreadable(file, "不是完好的 Word 文件") from error


def _parts(body: "BaseOxmlElement") -> "Iterator[tuple[str, list[BaseOxmlElement]]]":
    """Take the parts out of a document: the name on each marker, and what follows it."""
    elements: list[BaseOxmlElement] | None = None
    for element in list(body):
        part = part_of(text_of(element)) if element.tag == tag("w:p") else None
        if part is not None:
            elements = []
            yield part, elements
        elif elements is None or element.tag == tag("w:sectPr"):
            continue
        else:
            elements.append(element)
        body.remove(element)


def _filled(element: "BaseOxmlElement", form: Form, file: str) -> "Iterator[BaseOxmlElement]":
    """Give an element with its values: a paragraph of a list several times, a table with the rows of its lists."""
    if element.tag == tag("w:p"):
        yield from _copies(element, form, file)
        return
    copy = deepcopy(element)
    rows = [row for row in copy.iter(tag("w:tr")) if row.find(f".//{tag('w:tr')}") is None]
    inside = {paragraph for row in rows for paragraph in row.iter(tag("w:p"))}
    for paragraph in [each for each in copy.iter(tag("w:p")) if each not in inside]:
        fill_paragraph(paragraph, form, None, file)
    for row in rows:
        copies = list(_copies(row, form, file))
        texts = row_texts(row)
        merged = [index for index, text in enumerate(texts) if any(each.merged for each in placeholders(text))]
        labels = [index for index, text in enumerate(texts) if not placeholders(text)]
        for each in copies:
            row.addprevious(each)
        row.getparent().remove(row)
        _merge_equal(copies, merged)
        _grow(copies, labels)
    yield copy


def _copies(element: "BaseOxmlElement", form: Form, file: str) -> "Iterator[BaseOxmlElement]":
    """Give a row or paragraph as often as its list has rows, filled; once where it has no list."""
    count = repeats([text_of(element)], form, file)
    for item in [None] if count is None else range(count):
        copy = deepcopy(element)
        for paragraph in copy.iter(tag("w:p")):
            fill_paragraph(paragraph, form, item, file)
        yield copy


def _grow(rows: "list[BaseOxmlElement]", columns: list[int]) -> None:
    """Let a label that is merged downwards from the row of a list span all of its rows."""
    for cell in (row.tc_lst[column] for row in rows[1:] for column in columns):
        if cell.vMerge == "restart":
            cell.vMerge = "continue"
            _clear(cell)


def _merge_equal(rows: "list[BaseOxmlElement]", columns: list[int]) -> None:
    """Merge equal cells below one another, in the columns where the template says so."""
    cells = [[row.tc_lst[column] for row in rows] for column in columns]
    for column, found in zip(cells, runs([[text_of(cell) for cell in column] for column in cells]), strict=True):
        for start, end in found:
            for index in range(start, end + 1):
                column[index].vMerge = "restart" if index == start else "continue"
            for cell in column[start + 1 : end + 1]:
                _clear(cell)


def _clear(cell: "BaseOxmlElement") -> None:
    for text in cell.iter(tag("w:t")):
        text.text = ""
