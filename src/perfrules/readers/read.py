"""Files, frames and values to actuals: each sheet is recognised by its headers, whatever it is in."""

from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from typing import Any

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.readers.actual_rows import ACTUAL_COLUMNS, read_actual_rows
from perfrules.readers.contents import SourceFile, read_contents
from perfrules.readers.data_frame import NAME, Frame, is_frame, read_frame, read_records
from perfrules.readers.headers import Field
from perfrules.readers.sheet import Contents, Sheet
from perfrules.readers.spending_rows import SPENDING_COLUMNS, WHOLE_COLUMNS, read_spending_rows, read_whole
from perfrules.readers.table import Table, find_table, form_end
from perfrules.readers.values import Values, read_values
from perfrules.source import FilePlace
from perfrules.syntax import STANDARD, Language
from perfrules.tables import Actuals

ActualsSource = Actuals | SourceFile | Values | Frame | Iterable[SourceFile | Frame | Mapping[str, object]]
"""Actual values, or what they are read from: see :func:`read_actuals`."""


def read_actuals(*sources: ActualsSource, language: Language = STANDARD) -> Actuals:
    r"""Read reported actual values and spending.

    They are read from any of:

    - Excel, Word, CSV and HTML files, by path or as binary streams, with one table or with many;
    - data frames of pandas, Polars, PyArrow, DuckDB and others (the extra `frame`), with the headers that sheets have;
    - a list of records, `[{"项目": …, "三级指标": …, "实际完成值": …}]`, with the same headers;
    - a mapping of values by indicator or by (project, indicator): `{"面积": "58亩", ("灌区", "户数"): 60}`;
    - `Actuals` that were read before; and lists of all these.

    A sheet with a column of indicators (三级指标) and one of actual values (实际完成值) holds actual values; a sheet
    with projects (项目名称) and money (全年预算数, 全年执行数 …) holds spending. `grammar/headers.txt` lists the ways
    in which headers are worded. Files are told apart by their content, not their name. What cannot be read is left
    out, and `Actuals.diagnostics` says so with its place. `language` has the words of the ruleset they are for.

    Numbers, dates and bools of frames, records and mappings are exact, a float being its shortest decimal; None, NaN
    and NaT are values that were not reported. A blank project or class continues from above, as merged cells do.

    Raises:
        TypeError: A source is none of these.
        ModuleNotFoundError: A library of the extras `xlsx`, `xls` or `frame` is needed, and is not installed.

    >>> import io
    >>> actuals = read_actuals(io.BytesIO("项目,三级指标,完成值\n灌区,改善面积,58亩".encode()))
    >>> [(row.project, row.indicator, row.actual.text) for row in actuals.values]
    [('灌区', '改善面积', '58亩')]
    """
    return joined([part for source in sources for part in _parts(source, language)])


def _parts(source: ActualsSource, language: Language) -> Iterator[Actuals]:
    match source:
        case Actuals():
            yield source
        case str() | PathLike():
            yield recognised(*read_contents(source), language)
        case Mapping():
            yield read_values(source, language)
        case _ if is_frame(source):
            yield recognised(NAME, read_frame(source), language)
        case _ if callable(getattr(source, "read", None)):
            yield recognised(*read_contents(source), language)  # type: ignore[arg-type]
        case Iterable():
            several: list[Any] = list(source)
            if several and all(isinstance(each, Mapping) for each in several):
                yield recognised(NAME, read_records(several), language)
            else:
                yield from (part for each in several for part in _parts(each, language))
        case _:
            raise TypeError(f"a file, a data frame, records or a mapping of values is needed, not {source!r}")


def joined(parts: Iterable[Actuals]) -> Actuals:
    """Put together what several sources report."""
    parts = list(parts)
    return Actuals(
        tuple(row for part in parts for row in part.values),
        tuple(row for part in parts for row in part.spending),
        tuple(diagnostic for part in parts for diagnostic in part.diagnostics),
        tuple(file for part in parts for file in part.files),
    )


def recognised(file: str, contents: Contents, language: Language) -> Actuals:
    """Read the sheets of a file that hold actual values or spending."""
    parts = [part for sheet in contents.sheets for part in read_sheet(sheet, language)]
    if not parts and (contents.sheets or not contents.diagnostics):
        parts.append(Actuals((), (), (Diagnostic.of(Code.HEADERS_UNKNOWN, Label(FilePlace(file))),)))
    found = joined([Actuals((), (), contents.diagnostics, contents.records), *parts])
    if parts and not (found.values or found.spending or found.diagnostics):
        return attrs.evolve(found, diagnostics=(Diagnostic.of(Code.TABLE_WITHOUT_ROWS, Label(FilePlace(file))),))
    return found


def read_sheet(sheet: Sheet, language: Language) -> list[Actuals]:
    """Read what a sheet reports, in all its forms; nothing where its headers are not of actual values or spending."""
    parts: list[Actuals] = []
    start = 0
    while table := find_table(sheet, ACTUAL_COLUMNS, start=start, language=language):
        end = form_end(table)
        parts += [read_actual_rows(table, end), *_money_above(table, start)]
        start = end
    if not parts and (table := find_table(sheet, *SPENDING_COLUMNS, language=language)):
        parts.append(read_spending_rows(table))
    return parts


def _money_above(table: Table, start: int) -> list[Actuals]:
    """Read the spending that a self-evaluation table has in its own form; sheets of spending name projects."""
    money = find_table(table.sheet, *WHOLE_COLUMNS, start=start, stop=table.header_row, language=table.language)
    if money is None or Field.PROJECT in money.columns:
        return []
    return [read_whole(money, table.project, table.header_row)]
