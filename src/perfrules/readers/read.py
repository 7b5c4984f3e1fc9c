"""Files to actuals: each sheet is recognised by its headers, whatever file or sheet it is in."""

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.readers.actual_rows import ACTUAL_COLUMNS, read_actual_rows
from perfrules.readers.contents import SourceFile, read_contents
from perfrules.readers.headers import Field
from perfrules.readers.sheet import Contents, Sheet
from perfrules.readers.spending_rows import SPENDING_COLUMNS, WHOLE_COLUMNS, read_spending_rows, read_whole
from perfrules.readers.table import Table, find_table
from perfrules.source import FilePlace
from perfrules.syntax import STANDARD, Language
from perfrules.tables import Actuals


def read_actuals(*files: SourceFile, language: Language = STANDARD) -> Actuals:
    r"""Read reported actual values and spending from CSV and XLSX files.

    A sheet with a column of indicators (三级指标) and one of actual values (实际完成值) holds actual values; a sheet
    with projects (项目名称) and money (全年预算数, 全年执行数 …) holds spending. `grammar/headers.txt` lists the ways
    in which headers are worded. Files are told apart by their content, not their name. What cannot be read is left
    out, and `Actuals.diagnostics` says so with its place. `language` has the words of the ruleset they are for.

    Raises:
        TypeError: A file is neither a path nor a binary stream.
        ModuleNotFoundError: A file is a workbook, and openpyxl, of the extra `xlsx`, is not installed.

    >>> import io
    >>> actuals = read_actuals(io.BytesIO("项目,三级指标,完成值\n灌区,改善面积,58亩".encode()))
    >>> [(row.project, row.indicator, row.actual.text) for row in actuals.values]
    [('灌区', '改善面积', '58亩')]
    """
    return _joined([_recognised(*read_contents(file), language) for file in files])


def _joined(parts: list[Actuals]) -> Actuals:
    return Actuals(
        tuple(row for part in parts for row in part.values),
        tuple(row for part in parts for row in part.spending),
        tuple(diagnostic for part in parts for diagnostic in part.diagnostics),
        tuple(file for part in parts for file in part.files),
    )


def _recognised(file: str, contents: Contents, language: Language) -> Actuals:
    parts = [part for sheet in contents.sheets for part in _read_sheet(sheet, language)]
    if not parts and (contents.sheets or not contents.diagnostics):
        parts.append(Actuals((), (), (Diagnostic.of(Code.HEADERS_UNKNOWN, Label(FilePlace(file))),)))
    found = _joined([Actuals((), (), contents.diagnostics, contents.records), *parts])
    if parts and not (found.values or found.spending or found.diagnostics):
        return attrs.evolve(found, diagnostics=(Diagnostic.of(Code.TABLE_WITHOUT_ROWS, Label(FilePlace(file))),))
    return found


def _read_sheet(sheet: Sheet, language: Language) -> list[Actuals]:
    if table := find_table(sheet, ACTUAL_COLUMNS, language=language):
        return [read_actual_rows(table), *_money_above(table)]
    if table := find_table(sheet, *SPENDING_COLUMNS, language=language):
        return [read_spending_rows(table)]
    return []


def _money_above(table: Table) -> list[Actuals]:
    """Read the spending that a self-evaluation table has in its own form; sheets of spending name projects."""
    money = find_table(table.sheet, *WHOLE_COLUMNS, stop=table.header_row, language=table.language)
    if money is None or Field.PROJECT in money.columns:
        return []
    return [read_whole(money, table.project, table.header_row)]
