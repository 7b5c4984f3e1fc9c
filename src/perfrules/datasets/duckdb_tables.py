"""Tables of DuckDB files; the home of duckdb."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from perfrules.datasets.dataset import Part
from perfrules.datasets.failures import unreadable
from perfrules.diagnostics import Code, Diagnostic, Label, PerfRulesError
from perfrules.source import FilePlace

if TYPE_CHECKING:
    import duckdb

_ROWS = 1 << 16


def inspect(path: Path, table: str) -> Part:
    """Find a table; where no name is given, the only one of the file.

    Raises:
        PerfRulesError: The file is no database, or has no such table.
        ModuleNotFoundError: duckdb is not installed.
    """
    with _connected(path) as database:
        rows = database.execute("SELECT table_name FROM information_schema.tables ORDER BY ALL").fetchall()
        known = [str(name) for (name,) in rows]
        chosen = table or (known[0] if len(known) == 1 else "")
        if chosen not in known:
            shown = {"name": table, "known": "、".join(known) or "没有表"}
            raise PerfRulesError(Diagnostic.of(Code.DATABASE_TABLE_UNKNOWN, Label(FilePlace(str(path))), **shown))
        # `table` gives the reader of one of its own tables by name, so that no text of a user becomes SQL.
        relation = database.table(_quoted(chosen))
        schema = relation.limit(0).to_arrow_reader(1).schema
        ((count,),) = relation.aggregate("count(*)").fetchall()
        return Part(path, schema, int(count), table=chosen)


def batches(part: Part) -> Iterator[pa.RecordBatch]:
    """Read a table in the order in which its rows were put in."""
    with _connected(part.path) as database:
        yield from database.table(_quoted(part.table)).to_arrow_reader(_ROWS)


def _quoted(name: str) -> str:
    escaped = name.replace('"', '""')
    return f'"{escaped}"'


@contextmanager
def _connected(path: Path) -> "Iterator[duckdb.DuckDBPyConnection]":
    import duckdb  # noqa: PLC0415 - few keep their tables in DuckDB

    try:
        database = duckdb.connect(str(path), read_only=True)
    except duckdb.Error as error:
        raise unreadable(path, error) from error
    try:
        yield database
    except duckdb.Error as error:
        raise unreadable(path, error) from error
    finally:
        database.close()
