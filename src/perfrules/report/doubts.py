"""What is to be said about a scored table as a whole: what is missing in it, and where files disagree with it."""

from perfrules.diagnostics import Code, Diagnostic
from perfrules.names import comparable
from perfrules.report.lines import Line
from perfrules.report.matching import labels
from perfrules.report.report import TableReport
from perfrules.scoring import check_weights, end_of_year, is_in_force, validity_text
from perfrules.tables import GoalTable, Level, ReportedSpending
from perfrules.targets import parse


def doubts_about(report: TableReport, spending: ReportedSpending | None) -> list[Diagnostic]:
    """Collect the diagnostics of one table: its weights, what was not reported, and what was reported differently."""
    doubts = [
        _not_in_force(report),
        *check_weights(report.table, report.scheme),
        _unreported(report),
        *(_target_differs(report.table, line) for line in report.lines),
        _unspent(report.table, spending),
        _budget_differs(report.table, spending),
        _interim(report, spending),
    ]
    return [doubt for doubt in doubts if doubt is not None]


def _not_in_force(report: TableReport) -> Diagnostic | None:
    year, scheme = report.table.year, report.scheme
    if year is None or is_in_force(scheme, end_of_year(year)):
        return None
    return Diagnostic.of(
        Code.SCHEME_NOT_IN_FORCE,
        *labels((report.table.place, "")),
        table=report.table.name,
        year=year,
        scheme=scheme.name,
        validity=validity_text(scheme),
    )


def _unreported(report: TableReport) -> Diagnostic | None:
    missing = [line.indicator for line in report.lines if line.reported is None]
    if not missing:
        return None
    return Diagnostic.of(
        Code.INDICATORS_WITHOUT_ACTUAL,
        *labels(*((indicator.place, "") for indicator in missing)),
        project=report.table.name,
        count=len(missing),
        names="、".join(indicator.name for indicator in missing),
    )


def _target_differs(table: GoalTable, line: Line) -> Diagnostic | None:
    """Compare the target that the sheet repeats: other words for the same set are no difference."""
    indicator, approved = line.indicator, line.indicator.target
    text = line.reported.target_text if line.reported else ""
    if not text or comparable(text) == comparable(approved.text):
        return None
    stated = parse(
        text,
        name=indicator.name,
        category=indicator.category,
        subcategory=indicator.subcategory,
        year=table.year,
    )
    if stated.region == approved.region:
        return None
    return Diagnostic.of(
        Code.TARGET_DIFFERS,
        *labels((line.reported.place if line.reported else None, "实际值表"), (indicator.place, "目标表")),
        name=indicator.name,
        project=table.name,
        stated=text,
        approved=approved.text,
    )


def _unspent(table: GoalTable, reported: ReportedSpending | None) -> Diagnostic | None:
    if table.level is Level.DEPARTMENT or (reported and reported.spent is not None):
        return None
    place = (reported.place if reported else None) or table.place
    return Diagnostic.of(Code.PROJECT_WITHOUT_SPENDING, *labels((place, "")), project=table.name)


def _interim(report: TableReport, spending: ReportedSpending | None) -> Diagnostic | None:
    """Say where a sheet only counts up to a month before December."""
    reported = (*(line.reported for line in report.lines), spending)
    row = next((each for each in reported if each is not None and (each.through_month or 12) < 12), None)
    if row is None:
        return None
    return Diagnostic.of(
        Code.PERIOD_DIFFERS,
        *labels((row.place, "")),
        name=report.table.name,
        month=row.through_month,
        wanted="全年",
    )


def _budget_differs(table: GoalTable, reported: ReportedSpending | None) -> Diagnostic | None:
    stated, approved = (reported.initial if reported else None), table.budget.total
    if reported is None or stated is None or approved is None or stated.canonical == approved.canonical:
        return None
    return Diagnostic.of(
        Code.BUDGET_DIFFERS,
        *labels((reported.place, "资金表"), (table.place, "目标表")),
        project=table.name,
        stated=stated,
        approved=approved,
    )
