"""Paragraphs of Word: their text, and placeholders replaced wherever Word has cut them into runs."""

from typing import TYPE_CHECKING

from perfrules.filling.form import Form, shown
from perfrules.filling.placeholders import PATTERN, Placeholder, value_of

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement


def tag(name: str) -> str:
    """Give the full name of an element.

    >>> tag("w:p")[-2:]
    '}p'
    """
    from docx.oxml.ns import qn  # noqa: PLC0415 - only needed once a form is written

    return str(qn(name))


def text_of(element: "BaseOxmlElement") -> str:
    """Give all text of an element."""
    return "".join(text.text or "" for text in element.iter(tag("w:t")))


def row_texts(row: "BaseOxmlElement") -> list[str]:
    """Give the texts of the cells of a row."""
    return [text_of(cell) for cell in row.tc_lst]


def fill_paragraph(paragraph: "BaseOxmlElement", form: Form, item: int | None, file: str) -> None:
    """Replace the placeholders of a paragraph; each value looks like the beginning of its placeholder.

    Raises:
        PerfRulesError: A placeholder is unknown.
    """
    from docx.text.run import Run  # noqa: PLC0415 - only needed once a form is written

    runs = [Run(run, None) for run in paragraph.iter(tag("w:r"))]  # type: ignore[arg-type]  # a run needs no parent
    for found in reversed(list(PATTERN.finditer("".join(run.text for run in runs)))):
        value = shown(value_of(form, Placeholder.of(found[1]), item, file))
        at = 0
        for run in runs:
            text = run.text
            first, last = max(found.start() - at, 0), min(found.end() - at, len(text))
            if first < last:
                begins = found.start() >= at
                run.text = f"{text[:first]}{value if begins else ''}{text[last:]}"
            at += len(text)
