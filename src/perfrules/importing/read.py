"""Files to goal tables: every form in every sheet and table, and the narrative around them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import PurePath

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.evidence import FileRecord
from perfrules.importing.columns import with_chosen_targets
from perfrules.importing.forms import Form, forms_in
from perfrules.importing.head import Head, read_head
from perfrules.importing.heading import is_year_or_unit
from perfrules.importing.hidden import shown_part
from perfrules.importing.imported import Imported
from perfrules.importing.leftovers import tiers, unused_sheet
from perfrules.importing.lines import Line, read_lines
from perfrules.importing.money import read_money
from perfrules.importing.narrative import read_narrative
from perfrules.importing.unknown_cells import without_unknown_cells
from perfrules.names import comparable
from perfrules.names.in_name import split_name
from perfrules.readers import SourceFile
from perfrules.readers.contents import read_contents
from perfrules.readers.headers import Field
from perfrules.readers.sheet import Contents, Paragraph, Sheet
from perfrules.source import FilePlace
from perfrules.syntax import STANDARD, Language
from perfrules.tables import Budget, GoalTable, Indicator, Level

SUFFIXES = (
    *(".docx", ".xlsx", ".xlsm", ".xls", ".csv", ".html", ".htm"),
    *(".doc", ".wps", ".et", ".ods", ".odt", ".rtf", ".pdf", ".xlsb", ".mht"),
)
"""How the names of office files end. What is in a file is told by its content; the second line's are mostly told."""

_TITLE_ENDINGS = ("项目支出绩效目标表", "项目绩效目标表", "绩效目标表", "项目支出绩效自评表", "绩效自评表")
_LONGEST_TITLE = 60


def read_goal_tables(*files: SourceFile, language: Language = STANDARD, known: Iterable[GoalTable] = ()) -> Imported:
    r"""Read the goal tables in Word, Excel, CSV and HTML files.

    A form has indicators under headers (三级指标, 指标值), and above them labels such as 项目名称, 预算数 and 绩效目标;
    a list has a column 项目名称 instead. A document may begin with the narrative of a department. Every indicator's
    `place` is its cell. What was not understood is in `Imported.diagnostics`. `grammar/headers.txt` and
    `grammar/forms.txt` list the wordings. `known` are tables from elsewhere, which must not come a second time.

    Raises:
        TypeError: A file is neither a path nor a binary stream.
        ModuleNotFoundError: A file needs a library, of the extras `xlsx` and `xls`, that is not installed.

    >>> import io
    >>> found = read_goal_tables(io.BytesIO("项目名称,灌区\n三级指标,指标值\n改善面积,≥58亩".encode()))
    >>> [(table.name, str(table.indicators[0].target)) for table in found.goal_tables]
    [('灌区', '[58亩, ∞)')]
    """
    return goal_tables_in(map(read_contents, files), language, known)


def goal_tables_in(
    files: Iterable[tuple[str, Contents]], language: Language, known: Iterable[GoalTable] = ()
) -> Imported:
    """Find the goal tables in files that are read already; `known` are those that must not come a second time."""
    flaws: list[Diagnostic] = []
    elsewhere = {(comparable(table.name), table.year): table for table in known}
    tables: dict[tuple[str, int | None], GoalTable] = {}
    records: list[FileRecord] = []
    for name, contents in files:
        records += contents.records
        for table in _read_file(name, contents, language, flaws):
            key = comparable(table.name), table.year
            former = elsewhere.get(key) or tables.setdefault(key, table)
            if former is not table and table.place is not None and former.place is not None:
                labels = (Label(table.place, "又写了一次"), Label(former.place, "已经写过"))
                flaws.append(Diagnostic.of(Code.BLOCK_TWICE, *labels, what="目标表", name=table.name))
    return Imported(tuple(tables.values()), tuple(flaws), tuple(records))


def _read_file(file: str, contents: Contents, language: Language, flaws: list[Diagnostic]) -> Iterator[GoalTable]:
    flaws += contents.diagnostics
    paragraphs, titles = _without_titles(contents)
    department = _narrative(file, paragraphs, language, flaws)
    found = False
    if department is not None:
        found = True
        yield department
    for number, given in enumerate(contents.sheets):
        sheet = without_unknown_cells(given, flaws)
        for table in _read_sheet(sheet, titles.get(number, ()), department, language, flaws):
            found = True
            yield table
    if found:
        flaws += (each for sheet in contents.sheets if (each := unused_sheet(sheet, language)) is not None)
    elif contents.sheets or contents.paragraphs or not contents.diagnostics:
        flaws.append(Diagnostic.of(Code.GOAL_TABLE_MISSING, Label(FilePlace(file))))


def _without_titles(contents: Contents) -> tuple[list[Paragraph], dict[int, list[str]]]:
    """Tell the paragraphs that stand right above a table, as its title, year and unit, from the others."""
    groups = groupby(contents.paragraphs, key=lambda each: each.tables_before)
    above = {number: _heading(list(group)) for number, group in groups if number < len(contents.sheets)}
    taken = [paragraph for heading in above.values() for paragraph in heading]
    others = [each for each in contents.paragraphs if not any(each is one for one in taken)]
    return others, {number: [each.text.strip() for each in heading] for number, heading in above.items()}


def _heading(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Give the last paragraphs above a table as far as they are its year, its unit, and above these its title."""
    for start in range(len(paragraphs) - 1, -1, -1):
        text = paragraphs[start].text.strip()
        if text.endswith("表") and len(text) < _LONGEST_TITLE:
            return list(paragraphs[start:])
        if not is_year_or_unit(text):
            return list(paragraphs[start + 1 :])
    return list(paragraphs)


def _narrative(
    file: str, paragraphs: Sequence[Paragraph], language: Language, flaws: list[Diagnostic]
) -> GoalTable | None:
    first = [paragraph for paragraph in paragraphs if not paragraph.tables_before]
    department = read_narrative(file, first, language, flaws)
    left = [each for each in paragraphs if each.tables_before] if department is not None else paragraphs
    if left:
        text, count = left[0].text.strip(), len(left)
        flaws.append(Diagnostic.of(Code.PARAGRAPHS_UNUSED, Label(left[0].place), count=count, text=text))
    return department


def _read_sheet(
    sheet: Sheet, above: Sequence[str], department: GoalTable | None, language: Language, flaws: list[Diagnostic]
) -> Iterator[GoalTable]:
    shown = shown_part(sheet)
    sheet = with_chosen_targets(shown.sheet, department.year if department is not None else None, language, flaws)
    forms = list(forms_in(sheet, language))
    if sheet.is_hidden:
        if forms:
            what = f"工作表“{sheet.name}”"
            label = Label(sheet.place(0, 0))
            flaws.append(Diagnostic.of(Code.HIDDEN_UNREAD, label, what=what, text="绩效目标表"))
        return
    flaws += shown.left_out if forms else ()
    for form in forms:
        if not _has_targets(form, language):
            if Field.ACTUAL not in form.table.columns and Field.JUDGEMENT not in form.table.columns:
                flaws.append(Diagnostic.of(Code.TARGETS_MISSING, Label(sheet.place(form.table.header_row, 0))))
            continue
        head = read_head(form, language, above)
        year = head.year or (department.year if department is not None else None)
        lines = read_lines(form, year, language, flaws)
        flaws += head.flaws
        base = GoalTable(
            head.project or (head.department if head.level is Level.DEPARTMENT else ""),
            level=head.level,
            sub_goals=head.sub_goals,
            title=head.title,
            code=head.code,
            year=year,
            department=head.department or (department.department if department is not None else ""),
            budget=head.budget,
            calculations=head.calculations,
            plan=head.plan,
            goals=head.goals,
            place=sheet.place(form.table.header_row, 0),
        )
        yield from _tables(base, form, head, lines, flaws)


def _has_targets(form: Form, language: Language) -> bool:
    """Whether a table has targets, in a column or behind its names; a list of actual values alone has none."""
    if not {Field.TARGET, Field.ADJUSTED_TARGET}.isdisjoint(form.table.columns):
        return True
    if tiers(form):
        return True
    names = (record.text(Field.INDICATOR) for record in form.table.records() if record.row < form.end)
    return any(split_name(name, language)[1] for name in names)


def _tables(
    base: GoalTable, form: Form, head: Head, lines: Sequence[Line], flaws: list[Diagnostic]
) -> Iterator[GoalTable]:
    """Give the form, or, where the rows name projects, the table of each."""
    projects: dict[str, list[Line]] = {}
    for line in lines:
        projects.setdefault(line.project, []).append(line)
    if set(projects) <= {""}:
        yield _named(attrs.evolve(base, indicators=_in_order(lines)), form, flaws)
        return
    for project, own in projects.items():
        budget = _budget(own[0], head.unit, flaws)
        yield _named(
            attrs.evolve(
                base,
                name=project or head.project,
                calculations=base.calculations if len(projects) == 1 else (),
                budget=budget if budget.total is not None else head.budget if len(projects) == 1 else Budget(),
                indicators=_in_order(own),
                place=own[0].cell.label.place,
            ),
            form,
            flaws,
        )


def _in_order(lines: Sequence[Line]) -> tuple[Indicator, ...]:
    """Give the indicators, those without a class last, as a ruleset has them."""
    return tuple(sorted((line.indicator for line in lines), key=lambda each: not each.category))


def _budget(line: Line, unit: str, flaws: list[Diagnostic]) -> Budget:
    """Read the budget of a project where a list has a column for it."""
    table = line.record.table
    for field in (Field.INITIAL, Field.ADJUSTED):
        if (column := table.columns.get(field)) is not None:
            cell = attrs.evolve(
                line.cell,
                span=table.sheet.merge(line.record.row, column.index),
                text=table.sheet.text(line.record.row, column.index),
            )
            return Budget(read_money(cell, column.unit or table.unit or unit, table.language, flaws))
    return Budget()


def _named(table: GoalTable, form: Form, flaws: list[Diagnostic]) -> GoalTable:
    if table.name:
        return table
    ending = next((each for each in _TITLE_ENDINGS if table.title.endswith(each)), "")
    name = table.title.removesuffix(ending) if ending else ""
    name = name or form.sheet.name or PurePath(form.sheet.file).stem
    label = Label(form.sheet.place(form.table.header_row, 0))
    flaws.append(Diagnostic.of(Code.PROJECT_UNNAMED, label, name=name))
    return attrs.evolve(table, name=name)
