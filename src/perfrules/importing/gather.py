"""Office files of every kind, as they lie in a folder: each sheet is told by its content, each file is read once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePath

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.evidence import FileRecord
from perfrules.importing.read import SUFFIXES, goal_tables_in
from perfrules.names.alike import Kind
from perfrules.readers import SourceFile
from perfrules.readers.contents import read_contents
from perfrules.readers.read import joined, read_sheet
from perfrules.readers.sheet import Contents
from perfrules.report.matching.known import Known
from perfrules.source import CellPlace, FilePlace, Place, TextPlace
from perfrules.syntax import STANDARD, Language
from perfrules.tables import Actuals, GoalTable, ReportedActual, ReportedSpending


@attrs.frozen
class Gathered:
    """Goal tables and what is reported against them; what was not understood of either is in their diagnostics."""

    goal_tables: tuple[GoalTable, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    files: tuple[FileRecord, ...] = ()
    actuals: Actuals = attrs.field(factory=Actuals)


@attrs.frozen
class _File:
    """A file that was read: what each sheet reports, and the sheets that report actual values."""

    name: str
    contents: Contents
    reported: Sequence[Sequence[Actuals]]

    @property
    def reports(self) -> frozenset[int]:
        return frozenset(number for number, parts in enumerate(self.reported) if any(part.values for part in parts))

    def only(self, numbers: frozenset[int]) -> tuple[str, Contents]:
        """Give the file with the other sheets empty, so that each keeps its number."""
        sheets = (
            sheet if number in numbers else attrs.evolve(sheet, rows=(), merges=(), hidden_rows=frozenset())
            for number, sheet in enumerate(self.contents.sheets)
        )
        return self.name, attrs.evolve(self.contents, sheets=tuple(sheets), diagnostics=())


def office_files(folder: Path) -> Iterator[Path]:
    """Give the office files in a folder at any depth, in order, but for those that a program keeps open (`~$…`)."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    yield from sorted(path for path in found if not path.name.startswith(("~$", ".")))


def gather(
    *files: SourceFile,
    language: Language = STANDARD,
    known: Iterable[GoalTable] = (),
    on_file: Callable[[], object] | None = None,
) -> Gathered:
    r"""Read files that hold goal tables, filled-in forms, actual values or spending, in any mixture.

    A sheet with actual values is a report, and any other with targets a goal table. The targets of a report are used,
    and that is said, only where no goal table, here or in `known`, has its project or one of a name that is alike. A
    report that names no project belongs to the one goal table in its folder, where there is just one. What is none of
    these is listed. `on_file` is called behind each file.

    >>> import io
    >>> table = io.BytesIO("项目名称,灌区\n三级指标,指标值\n改善面积,≥58亩".encode())
    >>> found = gather(table, io.BytesIO("项目,三级指标,完成值\n灌区,改善面积,60亩".encode()))
    >>> [each.name for each in found.goal_tables], [each.actual.text for each in found.actuals.values]
    (['灌区'], ['60亩'])
    """
    gathering = _Gathering(language, list(known))
    read = [gathering.read(file, on_file) for file in files]
    for file in read:
        gathering.take_goal_tables(file)
    gathering.take_targets_of_reports(read)
    gathering.find_owners()
    return Gathered(
        tuple(gathering.tables[gathering.first :]),
        tuple(gathering.flaws),
        tuple(gathering.records),
        joined(part for file in read for part in gathering.reports_of(file)),
    )


class _Gathering:
    """What is found so far; `first` is the number of goal tables that were known before."""

    def __init__(self, language: Language, known: list[GoalTable]) -> None:
        self.language = language
        self.tables = known
        self.first = len(known)
        self.flaws: list[Diagnostic] = []
        self.records: list[FileRecord] = []
        self._homes: set[tuple[str, str, int]] = set()
        self._with_tables: set[str] = set()
        self._owners: dict[PurePath, str] = {}

    def read(self, file: SourceFile, on_file: Callable[[], object] | None) -> _File:
        name, contents = read_contents(file)
        found = _File(name, contents, [read_sheet(sheet, self.language) for sheet in contents.sheets])
        if on_file is not None:
            on_file()
        return found

    def take_goal_tables(self, file: _File) -> None:
        """Take the goal tables in the sheets that report nothing."""
        others = frozenset(range(len(file.reported))) - file.reports
        if others or file.contents.paragraphs:
            self._take(file, file.only(others), lambda table: True)

    def take_targets_of_reports(self, files: Iterable[_File]) -> None:
        """Take the targets that reports repeat, where there are no others for their projects."""
        names = Known([(0, table.name, index) for index, table in enumerate(self.tables)], Kind.PROJECT)

        def is_new(name: str) -> bool:
            return not (names.exactly(None, name) or names.loosely(None, name) or names.alike(None, name))

        has_none = not self.tables
        for file in files:
            parts = (part for number in file.reports for part in file.reported[number])
            projects = {row.project for part in parts for row in part.values}
            if any(is_new(project) if project else has_none for project in projects):
                self._take(file, file.only(file.reports), lambda table: is_new(table.name), Code.TARGETS_OF_REPORT)

    def _take(
        self,
        file: _File,
        part: tuple[str, Contents],
        is_wanted: Callable[[GoalTable], bool],
        said: Code | None = None,
    ) -> None:
        imported = goal_tables_in([part], self.language, self.tables)
        tables = [table for table in imported.goal_tables if is_wanted(table)]
        if not tables:
            return
        self.tables += tables
        self._homes |= {_sheet_of(table.place) for table in tables}
        self.flaws += imported.diagnostics
        if said is not None:
            places = ((table.name, [Label(table.place)] if table.place else []) for table in tables)
            self.flaws += [Diagnostic.of(said, *labels, name=name) for name, labels in places]
        self.records += [each for each in file.contents.records if each not in self.records]

    def reports_of(self, file: _File) -> Iterator[Actuals]:
        """Give what a file reports; the budgets in a goal table are no spending."""
        parts = [
            part
            for number, (sheet, parts) in enumerate(zip(file.contents.sheets, file.reported, strict=True))
            for part in parts
            if number in file.reports or (file.name, sheet.name, sheet.table) not in self._homes
        ]
        if not parts and file.name not in self._with_tables and not file.contents.diagnostics:
            unknown = Diagnostic.of(Code.FILE_UNRECOGNISED, Label(FilePlace(file.name)))
            yield Actuals((), (), (unknown,))
        yield Actuals((), (), file.contents.diagnostics, file.contents.records if parts else ())
        owner = self._owners.get(PurePath(file.name).parent, "")
        for part in parts:
            yield attrs.evolve(part, values=_owned(part.values, owner), spending=_owned(part.spending, owner))

    def find_owners(self) -> None:
        """Find the folders that have one goal table: what is reported there without a project is of its project."""
        inside: dict[PurePath, set[str]] = {}
        for table in self.tables:
            inside.setdefault(PurePath(_sheet_of(table.place)[0]).parent, set()).add(table.name)
        self._owners = {folder: names.pop() for folder, names in inside.items() if len(names) == 1}
        self._with_tables = {file for file, _, _ in self._homes}


def _owned(rows: Iterable[ReportedActual] | Iterable[ReportedSpending], owner: str) -> tuple:  # type: ignore[type-arg]
    return tuple(row if row.project else attrs.evolve(row, project=owner) for row in rows)


def _sheet_of(place: Place | None) -> tuple[str, str, int]:
    match place:
        case CellPlace():
            return place.file, place.sheet, place.table
        case TextPlace():
            return place.source.name, "", 0
        case _:
            return "", "", 0
