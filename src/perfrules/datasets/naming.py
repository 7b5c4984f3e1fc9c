"""Which arguments of a command name data in columns, by the ends of their names and by what folders hold."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from perfrules.datasets.dataset import Kind
from perfrules.readers.sheet import MAX_ROWS

_SUFFIXES = {
    ".parquet": Kind.PARQUET,
    ".pq": Kind.PARQUET,
    ".arrow": Kind.ARROW,
    ".arrows": Kind.ARROW,
    ".feather": Kind.ARROW,
    ".ipc": Kind.ARROW,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
}
_TABLES = (".rules", ".docx", ".xlsx", ".xlsm", ".xls", ".html", ".htm")
"""A folder with any of these is the folder of an office, whose CSV files are sheets."""

_DATABASES = (".duckdb", ".ddb", ".db")


def kind_of(name: str) -> Kind | None:
    """Tell what kind of data a path or `file.duckdb:table` names; None where it names none.

    A folder is data where it holds files of such kinds, no ruleset and no file of Word or Excel.

    >>> kind_of("2023年.parquet"), kind_of("全省.duckdb:指标"), kind_of("目标表.rules")
    (<Kind.PARQUET: 'parquet'>, <Kind.DUCKDB: 'duckdb'>, None)
    """
    file, _ = database_and_table(name)
    if file:
        return Kind.DUCKDB
    path = Path(name)
    if not path.is_dir():
        return _SUFFIXES.get(path.suffix.lower())
    if any(inside.suffix.lower() in _TABLES for inside in path.rglob("*")):
        return None
    first = next(files_in(path), None)
    return None if first is None else kind_of(str(first))


def is_data(name: str) -> bool:
    """Whether a path names data in columns where it might name a form: a CSV file does if it is too long for one."""
    kind = kind_of(name)
    path = Path(name)
    if kind is not Kind.CSV or not path.is_file():
        return kind is not None
    with path.open("rb") as stream:
        return next(islice(stream, MAX_ROWS, None), None) is not None


def database_and_table(name: str) -> tuple[str, str]:
    """Take `file.duckdb:table` apart; two empty texts where it is none.

    >>> database_and_table("全省.duckdb:指标"), database_and_table("全省.duckdb"), database_and_table("a.csv")
    (('全省.duckdb', '指标'), ('全省.duckdb', ''), ('', ''))
    """
    for suffix in _DATABASES:
        if name.lower().endswith(suffix):
            return name, ""
        file, colon, table = name.rpartition(f"{suffix}:")
        if colon:
            return f"{file}{suffix}", table
    return "", ""


def files_in(folder: Path) -> Iterator[Path]:
    """Give the data files below a folder by name, without those that programs hide (`_SUCCESS`, `.part.tmp`)."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES and path.is_file())
    visible = (path for path in found if not any(name[0] in "._" for name in path.relative_to(folder).parts))
    yield from sorted(visible)
