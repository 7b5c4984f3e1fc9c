"""Reported rows matched with goal tables: by project, class and name, with the tolerance of chapter 56."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from perfrules.diagnostics import Diagnostic
from perfrules.names import category_of, comparable, subcategory_of
from perfrules.names.alike import Kind
from perfrules.names.in_name import split_name
from perfrules.report.matching.known import Known
from perfrules.report.matching.messages import (
    ambiguous,
    doubtful,
    project_doubtful,
    repeated,
    spending_repeated,
    spending_unmatched,
    unmatched,
)
from perfrules.tables import Actuals, GoalTable, Indicator, ReportedActual, ReportedSpending
from perfrules.targets import parse

Position = tuple[int, int]
"""An indicator by the index of its table and its own index there."""

_Rows = Sequence[tuple[int, ReportedActual]]
_Lookup = Callable[[int | None, ReportedActual], list[Position]]

# To find a similar name takes a while: only for so many messages.
_MOST_HINTS = 50


@attrs.frozen
class Matched:
    """The row of each indicator and the spending of each table, where there is one, and what did not match."""

    rows: Mapping[Position, ReportedActual]
    spending: Mapping[int, ReportedSpending]
    diagnostics: tuple[Diagnostic, ...]


def match(tables: Sequence[GoalTable], actuals: Actuals) -> Matched:
    """Match every reported row by project, class and name.

    Names are compared without white space and width first; then without case, serial number and punctuation; then
    without a target in brackets that is the approved one. Names that are only alike are messages, and are not used. A
    row without a project is looked for in all tables. The class only decides between indicators of the same name.
    """
    matching = _Matching(tables)
    matching.match_rows(actuals.values)
    matching.match_spending(actuals.spending, len(actuals.values))
    matching.say_doubtful_projects()
    in_order = sorted(matching.said, key=lambda pair: pair[0])
    return Matched(matching.rows, matching.spending, tuple(diagnostic for _, diagnostic in in_order))


class _Matching:
    """What is matched so far. Messages come with the number of the row that they are about, for their order."""

    def __init__(self, tables: Sequence[GoalTable]) -> None:
        self.tables = tables
        self.rows: dict[Position, ReportedActual] = {}
        self.spending: dict[int, ReportedSpending] = {}
        self.said: list[tuple[int, Diagnostic]] = []
        self._without_project: dict[str, list[tuple[int, ReportedActual | ReportedSpending]]] = {}
        self._owners: dict[str, list[int]] = {}
        self._projects = Known(_project_names(tables), Kind.PROJECT)
        self._names = Known(_indicator_names(tables), Kind.INDICATOR)

    def match_rows(self, values: Sequence[ReportedActual]) -> None:
        """Match rows of actual values, those with the very same name first."""
        left: _Rows = list(enumerate(values))
        for lookup in (self._exactly, self._loosely, self._without_target):
            left = [(number, row) for number, row in left if not self._take(number, row, lookup)]
        hints = 0
        for number, row in left:
            if row.project and not self._owners_of(row.project):
                self._without_project.setdefault(row.project, []).append((number, row))
            elif found := self._alike(row):
                self.said.append((number, doubtful(row, found)))
            else:
                self.said.append((number, unmatched(self.tables, row, hints < _MOST_HINTS)))
                hints += 1

    def match_spending(self, values: Sequence[ReportedSpending], first: int) -> None:
        """Match rows of money, counted from `first`; of several tables with one name the first gets them."""
        for number, row in enumerate(values, first):
            owners = self._owners_of(row.project)
            if not owners:
                self._without_project.setdefault(row.project, []).append((number, row))
            elif (used := self.spending.get(owners[0])) is not None:
                self.said.append((number, spending_repeated(used, row)))
            else:
                self.spending[owners[0]] = row

    def say_doubtful_projects(self) -> None:
        """Say of every project that no table is of, once where one is like it, and else for each row."""
        names = [table.name for table in self.tables]
        hints = 0
        for project, numbered in self._without_project.items():
            if found := self._projects.alike(None, project):
                rows = [row for _, row in numbered]
                self.said.append((numbered[0][0], project_doubtful(self.tables, rows, found)))
                continue
            for number, row in numbered:
                with_hint = hints < _MOST_HINTS
                hints += 1
                if isinstance(row, ReportedSpending):
                    self.said.append((number, spending_unmatched(row, names if with_hint else [])))
                else:
                    self.said.append((number, unmatched(self.tables, row, with_hint)))

    def _take(self, number: int, row: ReportedActual, lookup: _Lookup) -> bool:
        """Use a row where its indicator is found in one way; whether there is nothing more to find."""
        owners: Iterable[int | None] = self._owners_of(row.project) if row.project else [None]
        match self._of_class(row, [line for table in owners for line in lookup(table, row)]):
            case []:
                return False
            case [line] if line in self.rows:
                self.said.append((number, repeated(self.tables[line[0]], self.rows[line], row)))
            case [line]:
                self.rows[line] = row
            case candidates:
                found = [(self.tables[line[0]], self._indicator(line)) for line in candidates]
                self.said.append((number, ambiguous(row, found)))
        return True

    def _exactly(self, table: int | None, row: ReportedActual) -> list[Position]:
        return self._names.exactly(table, row.indicator)

    def _loosely(self, table: int | None, row: ReportedActual) -> list[Position]:
        return self._names.loosely(table, row.indicator)

    def _without_target(self, table: int | None, row: ReportedActual) -> list[Position]:
        """Look for 机柜数量（≥77台） as 机柜数量 where that has this very target."""
        name, _, bracket = row.indicator.strip().replace("(", "（").rpartition("（")
        found = self._names.loosely(table, name) if name and bracket else []
        return [line for line in found if self._has_target(line, row)]

    def _has_target(self, line: Position, row: ReportedActual) -> bool:
        indicator = self._indicator(line)
        _, text = split_name(row.indicator.strip(), indicator.target.language)
        if not text:
            return False
        stated = parse(
            text,
            name=indicator.name,
            category=indicator.category,
            subcategory=indicator.subcategory,
            year=self.tables[line[0]].year,
            language=indicator.target.language,
        )
        return stated.region == indicator.target.region

    def _alike(self, row: ReportedActual) -> list[tuple[GoalTable, Indicator, str]]:
        """Find the indicators with a name like that of a row, but for those that have a row of their own."""
        owners: Iterable[int | None] = self._owners_of(row.project) if row.project else [None]
        near = [each for table in owners for each in self._names.alike(table, row.indicator)]
        free = [each for each in near if each.thing not in self.rows]
        return [(self.tables[each.thing[0]], self._indicator(each.thing), each.difference) for each in free]

    def _of_class(self, row: ReportedActual, found: list[Position]) -> list[Position]:
        categories = [category_of(self._indicator(line).category) for line in found]
        found = _narrowed(found, categories, category_of(row.category))
        subcategories = [subcategory_of(self._indicator(line).subcategory) for line in found]
        return _narrowed(found, subcategories, subcategory_of(row.subcategory))

    def _owners_of(self, project: str) -> list[int]:
        """Find the tables of a project; there may be one for each year, but all have one name."""
        if project not in self._owners:
            found = self._projects.exactly(None, project) or self._projects.loosely(None, project)
            names = {comparable(self.tables[index].name) for index in found}
            self._owners[project] = found if len(names) == 1 else []
        return self._owners[project]

    def _indicator(self, line: Position) -> Indicator:
        return self.tables[line[0]].indicators[line[1]]


def _project_names(tables: Sequence[GoalTable]) -> list[tuple[int, str, int]]:
    return [(index, name, index) for index, table in enumerate(tables) for name in (table.name, *table.other_names)]


def _indicator_names(tables: Sequence[GoalTable]) -> list[tuple[int, str, Position]]:
    return [
        (index, name, (index, own))
        for index, table in enumerate(tables)
        for own, indicator in enumerate(table.indicators)
        for name in (indicator.name, *indicator.other_names)
    ]


def _narrowed(found: list[Position], classes: list[str], stated: str) -> list[Position]:
    """Keep what is of the stated class; everything where none is stated, or nothing is of it."""
    same = [line for line, own in zip(found, classes, strict=True) if own == stated]
    return same if stated and same else found
