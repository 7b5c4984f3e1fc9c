"""Parts of documents that are made from the code: between `<!-- 生成：名称 -->` and `<!-- /生成 -->`."""

import re
from collections.abc import Callable, Mapping, Sequence

from perfrules.formatting.alignment import width
from perfrules.formulas import SIGNATURES

_PART = re.compile(r"(<!-- 生成：(.*?) -->\n)(.*?)(<!-- /生成 -->)", re.DOTALL)


def table_text(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a table with its columns under one another."""
    widths = [max(map(width, column)) for column in zip(header, *rows, strict=True)]
    ruler = "|".join("-" * (each + 2) for each in widths)
    first, *others = (
        "|".join(f" {cell}{' ' * (room - width(cell))} " for cell, room in zip(row, widths, strict=True))
        for row in (header, *rows)
    )
    return "\n".join(f"|{line}|" for line in (first, ruler, *others))


def functions() -> str:
    """Every way to use each function."""
    rows = [(f"`{each.form}`", each.meaning) for ways in SIGNATURES.values() for each in ways]
    return table_text(("写法", "意思"), rows)


PARTS: Mapping[str, Callable[[], str]] = {"函数": functions}


def brought_up_to_date(document: str) -> str:
    """Put what the code says now into the generated parts of a document."""
    return _PART.sub(lambda part: f"{part[1]}\n{PARTS[part[2]]()}\n{part[4]}", document)
