"""What is said about rows that belong to no indicator, or to one that cannot be told."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.names import comparable
from perfrules.report.matching.known import Alike
from perfrules.source import Place
from perfrules.tables import GoalTable, Indicator, ReportedActual, ReportedSpending

_LONGEST_NAME = 50
_MOST_CANDIDATES = 5


def labels(*places: tuple[Place | None, str]) -> list[Label]:
    """Point at those places that are known: what Python code reports has none."""
    return [Label(place, note) for place, note in places if place is not None]


def nearest(name: str, known: Sequence[str]) -> str:
    """Say which known name is most like this one; empty where none is.

    >>> nearest("被服务企业满意", ["被服务企业满意度", "带动就业水平"])
    '最接近的是“被服务企业满意度”。'
    """
    found = get_close_matches(name[:_LONGEST_NAME], known, n=1, cutoff=0.5)
    return f"最接近的是“{found[0]}”。" if found else ""


def unmatched(tables: Sequence[GoalTable], row: ReportedActual, with_hint: bool) -> Diagnostic:
    """Say that no indicator has the name of a row, nor one like it."""
    hint = ""
    if with_hint:
        near = [table for table in tables if not row.project or comparable(table.name) == comparable(row.project)]
        names = dict.fromkeys(indicator.name for table in near for indicator in table.indicators)
        hint = nearest(row.indicator, [*names]) if near else nearest(row.project, [table.name for table in tables])
    return Diagnostic.of(
        Code.ACTUAL_UNMATCHED,
        *labels((row.place, "")),
        name=row.indicator,
        project=row.project or "未写项目",
        hint=hint,
    )


def repeated(table: GoalTable, used: ReportedActual, unused: ReportedActual) -> Diagnostic:
    """Say that two rows are of one indicator."""
    return Diagnostic.of(
        Code.ACTUAL_REPEATED,
        *labels((used.place, "用了这一行"), (unused.place, "没有用这一行")),
        name=unused.indicator,
        project=table.name,
        used=used.actual.text,
        unused=unused.actual.text,
    )


def ambiguous(row: ReportedActual, candidates: Sequence[tuple[GoalTable, Indicator]]) -> Diagnostic:
    """Say that several indicators have the name of a row."""
    texts = [
        "／".join(filter(None, (table.name, indicator.category, indicator.subcategory)))
        for table, indicator in candidates
    ]
    return Diagnostic.of(
        Code.ACTUAL_AMBIGUOUS,
        *labels((row.place, ""), *((indicator.place, "") for _, indicator in candidates)),
        name=row.indicator,
        count=len(candidates),
        candidates="、".join(texts),
    )


def doubtful(row: ReportedActual, candidates: Sequence[tuple[GoalTable, Indicator, str]]) -> Diagnostic:
    """Say that the name of a row is only like that of one indicator, or of several."""
    table, indicator, difference = candidates[0]
    project = row.project or table.name
    if len(candidates) == 1:
        places = labels((row.place, "实际值表"), (indicator.place, "目标表"))
        known = indicator.name
        arguments = {"name": row.indicator, "project": project, "known": known, "difference": difference}
        return Diagnostic.of(Code.ACTUAL_DOUBTFUL, *places, **arguments)
    shown = candidates[:_MOST_CANDIDATES]
    texts = [f"“{each.name}”（{owner.name}，{why}）" for owner, each, why in shown]
    return Diagnostic.of(
        Code.ACTUAL_DOUBTFUL_SEVERAL,
        *labels((row.place, "实际值表"), *((each.place, "目标表") for _, each, _ in shown)),
        name=row.indicator,
        project=row.project or "未写项目",
        count=len(candidates),
        candidates="、".join(texts),
    )


def project_doubtful(
    tables: Sequence[GoalTable], rows: Sequence[ReportedActual | ReportedSpending], candidates: Sequence[Alike[int]]
) -> Diagnostic:
    """Say that the project of some rows is only like that of one goal table, or of several."""
    shown = candidates[:_MOST_CANDIDATES]
    return Diagnostic.of(
        Code.PROJECT_DOUBTFUL,
        *labels((rows[0].place, "报的项目"), *((tables[each.thing].place, "目标表") for each in shown)),
        project=rows[0].project,
        known="、".join(f"“{tables[each.thing].name}”（{each.difference}）" for each in shown),
        count=len(rows),
    )


def spending_unmatched(row: ReportedSpending, names: Sequence[str]) -> Diagnostic:
    """Say that no goal table is of the project that money was spent on; `names` are those to look among for a hint."""
    arguments: Mapping[str, str] = {"project": row.project, "hint": nearest(row.project, names)}
    return Diagnostic.of(Code.SPENDING_UNMATCHED, *labels((row.place, "")), **arguments)


def spending_repeated(used: ReportedSpending, unused: ReportedSpending) -> Diagnostic:
    """Say that two rows of money are of one project."""
    places = labels((used.place, "用了这一行"), (unused.place, "没有用这一行"))
    return Diagnostic.of(Code.SPENDING_REPEATED, *places, project=unused.project)
