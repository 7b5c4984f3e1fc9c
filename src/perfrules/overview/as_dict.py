"""The JSON form of an overview."""

from perfrules.overview.overview import Overview, TableOverview
from perfrules.units import exact_text

OVERVIEW_SCHEMA = "urn:perfrules:overview:1"
"""The version of the JSON form: docs/schema/overview-1.schema.json."""


def overview_dict(overview: Overview) -> dict[str, object]:
    """Give an overview as JSON data: numbers are exact texts."""
    return {
        "$schema": OVERVIEW_SCHEMA,
        "as_of": None if overview.as_of is None else overview.as_of.isoformat(),
        "tables": [_table(table) for table in overview.tables],
        "departments": [
            {
                "name": each.name,
                "scheme": each.scheme.name,
                "total": None if each.total is None else each.total.to_dict(),
                "grades": list(each.grades),
            }
            for each in overview.departments
        ],
        "concerns": [
            {
                "code": each.code.id,
                "severity": each.code.severity.value,
                "count": each.count,
                "first": each.first.message,
            }
            for each in overview.concerns
        ],
        "evidence": None if overview.evidence is None else overview.evidence.to_dict(),
    }


def _table(each: TableOverview) -> dict[str, object]:
    table, execution = each.report.table, each.report.execution
    return {
        "name": table.name,
        "level": table.level.value,
        "year": table.year,
        "department": table.department,
        "scheme": each.report.scheme.name,
        "budget": None if execution.budget is None else str(execution.budget),
        "spent": None if execution.spent is None else str(execution.spent),
        "rate": None if execution.rate is None else exact_text(execution.rate),
        "total": each.report.total.to_dict(),
        "grades": list(each.report.grades),
        "classes": [{"name": part.name, "total": part.total.to_dict()} for part in each.classes],
        "verdicts": {verdict.value: count for verdict, count in each.verdicts.items()},
        "open": [{"name": line.indicator.name, "weight": exact_text(line.weight)} for line in each.open],
        "lights": _lights(each),
    }


def _lights(each: TableOverview) -> dict[str, object] | None:
    if each.progress is None:
        return None
    execution = each.progress.execution
    return {
        "completion": each.progress.completion.value,
        "execution": None if execution is None else execution.light.value,
    }
