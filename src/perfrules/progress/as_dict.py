"""The JSON form of progress."""

from fractions import Fraction

from perfrules.monitoring import ExecutionProgress, Forecast, LineProgress
from perfrules.progress.progress import Progress, TableProgress
from perfrules.progress.wording import SOON
from perfrules.units import exact_text

PROGRESS_SCHEMA = "urn:perfrules:progress:1"
"""The version of the JSON form: docs/schema/progress-1.schema.json."""


def progress_dict(progress: Progress) -> dict[str, object]:
    """Give progress as JSON data: numbers are exact texts, lights their words."""
    return {
        "$schema": PROGRESS_SCHEMA,
        "as_of": progress.as_of.isoformat(),
        "tables": [_table(table) for table in progress.tables],
        "diagnostics": [diagnostic.to_dict() for diagnostic in progress.diagnostics],
        "evidence": None if progress.evidence is None else progress.evidence.to_dict(),
    }


def _table(table: TableProgress) -> dict[str, object]:
    within = int(table.method.parameter(SOON, Fraction(30)))
    return {
        "name": table.table.name,
        "level": table.table.level.value,
        "year": table.table.year,
        "method": table.method.name,
        "time_share": exact_text(table.time_share),
        "completion": {
            "light": table.completion.value,
            "completed": _number(table.completed),
            "basis": table.completion_basis,
        },
        "execution": None if table.execution is None else _execution(table.execution),
        "remarks": list(table.remarks),
        "overdue": [line.standing.indicator.name for line in table.overdue()],
        "due_soon": [line.standing.indicator.name for line in table.due_within(within)],
        "lines": [_line(line) for line in table.lines],
    }


def _execution(execution: ExecutionProgress) -> dict[str, object]:
    return {
        "light": execution.light.value,
        "basis": execution.basis,
        "budget": None if execution.budget is None else str(execution.budget),
        "spent": None if execution.spent is None else str(execution.spent),
        "rate": _number(execution.rate),
        "planned": _number(execution.planned),
        "required": _number(execution.required),
        "forecast": _forecast(execution.forecast),
    }


def _line(line: LineProgress) -> dict[str, object]:
    standing, reported = line.standing, line.standing.reported
    indicator, verdict = standing.indicator, standing.forecast_verdict
    return {
        "category": indicator.category,
        "subcategory": indicator.subcategory,
        "name": indicator.name,
        **standing.outcome.to_dict(),
        "light": line.light.value,
        "basis": line.basis,
        "due": standing.due.isoformat(),
        "accumulates": standing.accumulates,
        "standard": str(standing.standard),
        "pace": _number(standing.pace),
        "deviation_share": _number(standing.deviation),
        "forecast": _forecast(standing.forecast),
        "forecast_verdict": None if verdict is None else verdict.value,
        "explanation": line.explanation,
        "causes": [cause.value for cause in reported.causes] if reported else [],
        "reason": reported.reason if reported else "",
        "likelihood": reported.likelihood.value if reported and reported.likelihood else None,
        "missing": list(line.missing),
        "diagnostics": [diagnostic.to_dict() for diagnostic in (*standing.outcome.diagnostics, *line.diagnostics)],
    }


def _forecast(forecast: Forecast | None) -> dict[str, object] | None:
    if forecast is None:
        return None
    interval = forecast.interval
    return {
        "text": forecast.actual.text,
        "given": forecast.is_given,
        "assumption": forecast.assumption,
        "middle": _number(forecast.middle),
        "low": None if interval is None else _number(interval.low),
        "high": None if interval is None else _number(interval.high),
    }


def _number(number: Fraction | None) -> str | None:
    return None if number is None else exact_text(number)
