"""The pytest side: chapters are collected as files, rows as tests, and `--spec-update` rewrites expectations."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from specification.case import Case
from specification.columns import COLUMNS, Expected, Given, column
from specification.markdown import EMPTY, ChapterError, Row, Table, read_tables, replace_cells

_EDITS = pytest.StashKey[dict[Path, dict[tuple[int, str], str]]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--spec-update`."""
    parser.addoption(
        "--spec-update", action="store_true", help="rewrite expectations in tests/spec/*.md that do not hold"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to update from several processes, which would overwrite each other's chapters."""
    if config.getoption("--spec-update") and config.getoption("numprocesses", None):
        raise pytest.UsageError("--spec-update needs a single process: leave out -n")
    config.stash[_EDITS] = {}


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "Chapter | None":
    """Collect the Markdown files of a folder named `spec`, except its README."""
    if file_path.suffix == ".md" and file_path.parent.name == "spec" and file_path.stem != "README":
        return Chapter.from_parent(parent, path=file_path)
    return None


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write what `--spec-update` found."""
    for path, edits in session.config.stash[_EDITS].items():
        path.write_text(replace_cells(path.read_text(encoding="utf-8"), edits), encoding="utf-8")


class Chapter(pytest.File):
    """A chapter of the specification."""

    def collect(self) -> Iterator["Line"]:
        """Give one test for each row."""
        try:
            yield from self._lines()
        except ChapterError as error:
            raise self.CollectError(f"{self.path.name}：{error}") from None

    def _lines(self) -> Iterator["Line"]:
        for table in read_tables(self.path.read_text(encoding="utf-8")):
            _check_columns(table)
            for row in table.rows:
                name = f"{self.path.stem}:{row.line} {_summary(table, row)}".rstrip()
                yield Line.from_parent(self, name=name, table=table, row=row)


def _check_columns(table: Table) -> None:
    try:
        known = [column(name) for name in table.columns]
    except ChapterError as error:
        raise ChapterError(f"第{table.line}行：{error}") from None
    if len(set(table.columns)) < len(known):
        raise ChapterError(f"第{table.line}行：有两列同名。请删去一列。")


def _summary(table: Table, row: Row) -> str:
    given = zip(table.columns, row.values, strict=True)
    texts = [value for name, value in given if value is not None and isinstance(COLUMNS[name], Given)]
    return " ".join(" ".join(texts).split())


@attrs.frozen
class Mismatch:
    """An expectation that does not hold."""

    column: str
    expected: str
    shown: str

    def __str__(self) -> str:
        return f"{self.column}：应为 {self.expected or '（未写）'}，实为 {self.shown}"


class SpecificationError(Exception):
    """A row whose expectations do not hold, or that expects nothing."""


class Line(pytest.Item):
    """A row of a chapter: one test."""

    def __init__(self, *, table: Table, row: Row, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.table = table
        self.row = row
        cells = {name: value for name, value in zip(table.columns, row.values, strict=True) if value is not None}
        self.given = {name: value for name, value in cells.items() if isinstance(COLUMNS[name], Given)}
        self.expected = {name: value for name, value in cells.items() if isinstance(COLUMNS[name], Expected)}

    def runtest(self) -> None:
        """Compare every expectation of the row with what perfrules says."""
        updating = self.config.getoption("--spec-update")
        case = Case(self.given)
        wrong = list(self._mismatches(case, fill=updating and not self.expected))
        if updating:
            edits = self.config.stash[_EDITS].setdefault(self.path, {})
            edits.update({(self.row.line, mismatch.column): mismatch.shown for mismatch in wrong})
            return
        if not self.expected:
            raise SpecificationError("这一行没有写任何预期，等于没有检验。请至少填一个预期列。")
        if wrong:
            messages = [f"诊断：{diagnostic}" for diagnostic in case.diagnostics if "指标值" in self.given]
            raise SpecificationError("\n".join([*map(str, wrong), *messages]))

    def _mismatches(self, case: Case, *, fill: bool) -> Iterator[Mismatch]:
        for name in self.table.columns:
            kind = COLUMNS[name]
            if not isinstance(kind, Expected) or not (fill or name in self.expected):
                continue
            missing = [need for need in kind.needs if need not in self.given]
            if missing and not fill:
                raise SpecificationError(f"要检验“{name}”，这一行还缺：{'、'.join(missing)}。请补上。")
            shown = "" if missing else kind.show(case)
            expected = self.expected.get(name, "")
            if not missing and not kind.same(expected, shown):
                yield Mismatch(name, expected, shown)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show chapter, line, what the row gives, and both values of every difference."""
        if not isinstance(excinfo.value, SpecificationError):
            return super().repr_failure(excinfo, style)
        place = f"{self.path.name} 第{self.row.line}行（{' › '.join(self.table.headings)}）"
        given = [f"  {name}：{value or EMPTY}" for name, value in self.given.items()]
        return "\n".join([place, *given, *(f"  {line}" for line in str(excinfo.value).split("\n"))])

    def reportinfo(self) -> tuple[Path, int, str]:
        """Say where the row stands."""
        return self.path, self.row.line - 1, self.name
