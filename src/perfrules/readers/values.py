"""Values in memory, by the names of their indicators."""

from collections.abc import Mapping

from perfrules.actuals import read_actual
from perfrules.syntax import Language
from perfrules.tables import Actuals, ReportedActual

Values = Mapping[str, object] | Mapping[tuple[str, str], object] | Mapping[str | tuple[str, str], object]
"""Values by indicator, or by project and indicator."""


def read_values(values: Values, language: Language) -> Actuals:
    """Read values by indicator, or by project and indicator.

    Raises:
        TypeError: A key or a value is none of what it may be.

    >>> from perfrules.syntax import STANDARD
    >>> [(row.project, row.indicator) for row in read_values({("灌区", "面积"): "58亩"}, STANDARD).values]
    [('灌区', '面积')]
    """
    return Actuals(tuple(_as_row(key, value, language) for key, value in values.items()))


def _as_row(key: str | tuple[str, str], value: object, language: Language) -> ReportedActual:
    match key:
        case str():
            return ReportedActual(key, read_actual(value, language))
        case (str() as project, str() as indicator):
            return ReportedActual(indicator, read_actual(value, language), project)
        case _:
            raise TypeError(f"a key is an indicator, or a project and an indicator, not {key!r}")
