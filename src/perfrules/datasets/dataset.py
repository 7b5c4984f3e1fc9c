"""A table in files that is too large to be held at once: what it is read from, and what its columns are."""

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    import pyarrow as pa


class Kind(Enum):
    """What kind of file the rows are in."""

    PARQUET = "parquet"
    ARROW = "arrow"
    CSV = "csv"
    DUCKDB = "duckdb"


@attrs.frozen
class CsvForm:
    """How a CSV file is written: its encoding, by Python's name, and its delimiter."""

    encoding: str
    delimiter: str


@attrs.frozen
class Part:
    """A file of a dataset. `rows` is None where nobody knows before it is read.

    `constants` are the columns that the names of its folders give: `年度=2023/part-0.parquet`. `csv` is how a CSV file
    is written, `table` names the table of a DuckDB file.
    """

    path: Path
    schema: "pa.Schema" = attrs.field(eq=False)
    rows: int | None = None
    constants: tuple[tuple[str, str], ...] = ()
    csv: CsvForm | None = None
    table: str = ""


@attrs.frozen
class Dataset:
    """Rows in one file or several of the same kind, in the order of their names; `name` is what was asked for."""

    name: str
    kind: Kind
    parts: tuple[Part, ...]
    schema: "pa.Schema" = attrs.field(eq=False)

    @property
    def rows(self) -> int | None:
        """How many rows there are, None where that is not known before all are read."""
        counts = [part.rows for part in self.parts]
        return None if None in counts else sum(filter(None, counts))
