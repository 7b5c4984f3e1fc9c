"""All chapters at once, for tests that are about every cell in them."""

from collections.abc import Iterator
from pathlib import Path

from specification.case import Case
from specification.columns import COLUMNS, Given
from specification.markdown import read_tables

FOLDER = Path(__file__).parents[1] / "spec"


def cases() -> Iterator[Case]:
    """Give every row of the chapters that has an 指标值, as a case."""
    for chapter in sorted(FOLDER.glob("[0-9]*.md")):
        for table in read_tables(chapter.read_text("utf-8")):
            for row in table.rows:
                cells = zip(table.columns, row.values, strict=True)
                given = {name: value for name, value in cells if value is not None and _is_given(name)}
                if "指标值" in given:
                    yield Case(given)


def _is_given(name: str) -> bool:
    return isinstance(COLUMNS[name], Given)
