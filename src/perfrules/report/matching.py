"""Which reported row belongs to which indicator, and which spending to which project."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.names import category_of, comparable, subcategory_of
from perfrules.source import Place
from perfrules.tables import Actuals, GoalTable, Indicator, ReportedActual, ReportedSpending

Position = tuple[int, int]
"""An indicator by the index of its table and its own index there."""

_Named = dict[tuple[str | None, str], list[Position]]
"""Indicators by the comparable names of their table and their own; and by their own alone, under None."""

# To find a similar name takes a while: only for so many messages, and so many characters.
_MOST_HINTS = 50
_LONGEST_NAME = 50


@attrs.frozen
class Matched:
    """The row of each indicator and the spending of each table, where there is one, and what did not match."""

    rows: Mapping[Position, ReportedActual]
    spending: Mapping[int, ReportedSpending]
    diagnostics: tuple[Diagnostic, ...]


def match(tables: Sequence[GoalTable], actuals: Actuals) -> Matched:
    """Match every reported row by project, class and name; names are compared without white space and width.

    A row without a project is looked for in all tables. The class only decides between indicators of the same name.
    """
    diagnostics: list[Diagnostic] = []
    rows: dict[Position, ReportedActual] = {}
    named = _by_name(tables)
    for row in actuals.values:
        match _candidates(tables, named, row):
            case []:
                diagnostics.append(_unmatched(tables, row, len(diagnostics) < _MOST_HINTS))
            case [line] if line in rows:
                diagnostics.append(_repeated(tables, line, rows[line], row))
            case [line]:
                rows[line] = row
            case candidates:
                diagnostics.append(_ambiguous(tables, candidates, row))
    spending, doubts = _match_spending(tables, actuals.spending)
    return Matched(rows, spending, (*diagnostics, *doubts))


def _by_name(tables: Sequence[GoalTable]) -> _Named:
    found: _Named = {}
    for table_index, table in enumerate(tables):
        project = comparable(table.name)
        for index, indicator in enumerate(table.indicators):
            name = comparable(indicator.name)
            for whose in (project, None):
                found.setdefault((whose, name), []).append((table_index, index))
    return found


def labels(*places: tuple[Place | None, str]) -> list[Label]:
    """Point at those places that are known: what Python code reports has none."""
    return [Label(place, note) for place, note in places if place is not None]


def _candidates(tables: Sequence[GoalTable], named: _Named, row: ReportedActual) -> list[Position]:
    project = comparable(row.project) if row.project else None
    found = named.get((project, comparable(row.indicator)), [])
    categories = [category_of(_indicator(tables, line).category) for line in found]
    found = _narrowed(found, categories, category_of(row.category))
    subcategories = [subcategory_of(_indicator(tables, line).subcategory) for line in found]
    return _narrowed(found, subcategories, subcategory_of(row.subcategory))


def _narrowed(found: list[Position], classes: list[str], stated: str) -> list[Position]:
    """Keep what is of the stated class; everything where none is stated, or nothing is of it."""
    same = [line for line, own in zip(found, classes, strict=True) if own == stated]
    return same if stated and same else found


def _indicator(tables: Sequence[GoalTable], line: Position) -> Indicator:
    return tables[line[0]].indicators[line[1]]


def _same(one: str, other: str) -> bool:
    return comparable(one) == comparable(other)


def _unmatched(tables: Sequence[GoalTable], row: ReportedActual, with_hint: bool) -> Diagnostic:
    hint = ""
    if with_hint:
        near = [table for table in tables if not row.project or _same(table.name, row.project)]
        names = dict.fromkeys(indicator.name for table in near for indicator in table.indicators)
        hint = nearest(row.indicator, [*names]) if near else nearest(row.project, [table.name for table in tables])
    return Diagnostic.of(
        Code.ACTUAL_UNMATCHED,
        *labels((row.place, "")),
        name=row.indicator,
        project=row.project or "未写项目",
        hint=hint,
    )


def nearest(name: str, known: Sequence[str]) -> str:
    """Say which known name is most like this one; empty where none is.

    >>> nearest("被服务企业满意", ["被服务企业满意度", "带动就业水平"])
    '最接近的是“被服务企业满意度”。'
    """
    found = get_close_matches(name[:_LONGEST_NAME], known, n=1, cutoff=0.5)
    return f"最接近的是“{found[0]}”。" if found else ""


def _repeated(tables: Sequence[GoalTable], line: Position, used: ReportedActual, unused: ReportedActual) -> Diagnostic:
    return Diagnostic.of(
        Code.ACTUAL_REPEATED,
        *labels((used.place, "用了这一行"), (unused.place, "没有用这一行")),
        name=unused.indicator,
        project=tables[line[0]].name,
        used=used.actual.text,
        unused=unused.actual.text,
    )


def _ambiguous(tables: Sequence[GoalTable], candidates: list[Position], row: ReportedActual) -> Diagnostic:
    indicators = [_indicator(tables, line) for line in candidates]
    texts = [
        "／".join(filter(None, (tables[line[0]].name, indicator.category, indicator.subcategory)))
        for line, indicator in zip(candidates, indicators, strict=True)
    ]
    return Diagnostic.of(
        Code.ACTUAL_AMBIGUOUS,
        *labels((row.place, ""), *((indicator.place, "") for indicator in indicators)),
        name=row.indicator,
        count=len(candidates),
        candidates="、".join(texts),
    )


def _match_spending(
    tables: Sequence[GoalTable], rows: Sequence[ReportedSpending]
) -> tuple[dict[int, ReportedSpending], list[Diagnostic]]:
    found: dict[int, ReportedSpending] = {}
    diagnostics: list[Diagnostic] = []
    owners: dict[str, int] = {}
    for index, table in enumerate(tables):
        owners.setdefault(comparable(table.name), index)
    for row in rows:
        owner = owners.get(comparable(row.project))
        if owner is None:
            names = [table.name for table in tables]
            hint = nearest(row.project, names) if len(diagnostics) < _MOST_HINTS else ""
            place = labels((row.place, ""))
            diagnostics.append(Diagnostic.of(Code.SPENDING_UNMATCHED, *place, project=row.project, hint=hint))
        elif owner in found:
            places = labels((found[owner].place, "用了这一行"), (row.place, "没有用这一行"))
            diagnostics.append(Diagnostic.of(Code.SPENDING_REPEATED, *places, project=row.project))
        else:
            found[owner] = row
    return found, diagnostics
