"""The published rows, and the hand-made expectations for them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from perfrules.targets import ContextColumns
from specification.markdown import read_tables

HERE = Path(__file__).parent
CORPUS = HERE.parents[2] / "shared" / "corpus"
"""Published cells, beside the checkout."""

ABSENT = "no published cells beside the checkout (../shared/corpus)"

Row = Mapping[str, str | None]

_COLUMNS = (("nature", "sign"), ("unit", "unit"), ("direction", "direction"), ("name", "name"), ("basis", "basis"))


def published(name: str) -> list[Row]:
    """Read the rows of a file of the corpus, in order; none where the corpus is absent."""
    path = CORPUS / name
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def context(row: Row) -> ContextColumns:
    """Give the other columns of a row as the keywords of `parse`; an absent column is an empty text."""
    columns = {ours: row.get(theirs) or "" for theirs, ours in _COLUMNS}
    levels = {"category": row["level1"] or "", "subcategory": row["level2"] or ""}
    return cast("ContextColumns", columns | levels)


def expectations(name: str) -> dict[int, dict[str, str]]:
    """Read the tables of a Markdown file here: the cells of each row by column name, keyed by the column 行."""
    return {
        int(cells.pop("行")): cells
        for table in read_tables((HERE / name).read_text("utf-8"))
        for row in table.rows
        if (cells := {column: value or "" for column, value in zip(table.columns, row.values, strict=True)})
    }
