"""Which column of a table of lines holds what: given by people, or by the words of official forms."""

from collections.abc import Collection, Iterable, Mapping

import pyarrow as pa

from perfrules.columnar.columns import FIELDS, names_of
from perfrules.diagnostics import Code, Diagnostic, PerfRulesError
from perfrules.importing.labels import Item, is_called
from perfrules.readers.headers import Field, read_header

_ITEMS = {"department": Item.DEPARTMENT, "year": Item.YEAR}
_STANDARD = {
    **{header.value: field for field, header in FIELDS.items() if header is not None},
    **{item.value: field for field, item in _ITEMS.items()},
    Field.PROJECT.value: "project",
    "部门": "department",
    "评分办法": "scheme",
}
KNOWN = (*FIELDS, "department", "project")
"""The fields of lines: those that they are judged by, and those that they are put together by."""


def given_fields(pairs: Iterable[str]) -> dict[str, str]:
    """Read what people say of columns: pairs of a field and the column that holds it, as `指标值=年初目标`.

    Raises:
        PerfRulesError: One is no such pair, or there is no field of that name.

    >>> given_fields(["指标值=年初目标", "actual=完成"])
    {'target': '年初目标', 'actual': '完成'}
    """
    found: dict[str, str] = {}
    for pair in pairs:
        name, equals, column = pair.partition("=")
        field = _STANDARD.get(name.strip(), name.strip())
        if not equals or field not in KNOWN:
            raise PerfRulesError(Diagnostic.of(Code.COLUMN_PAIR_UNKNOWN, text=pair, known="、".join(_STANDARD)))
        found[field] = column.strip()
    return found


def fields_of(
    schema: pa.Schema, given: Mapping[str, str], needed: Collection[str] = ("target", "actual")
) -> dict[str, str]:
    """Say which column holds which field: the given one, else one of that name, else one headed as in official forms.

    Raises:
        PerfRulesError: A given column is not there, or one that is `needed`.

    >>> fields_of(pa.schema({"主管部门": pa.string(), "指标值": pa.string(), "完成值": pa.string()}), {})
    {'target': '指标值', 'actual': '完成值', 'department': '主管部门'}
    """
    others = {field: given.get(field) or _headed(schema, field) for field in ("year", "department", "project")}
    wanted = {field: name for field, name in {**given, **others}.items() if name}
    for name in wanted.values():
        if name not in schema.names:
            columns = "、".join(schema.names)
            raise PerfRulesError(Diagnostic.of(Code.COLUMN_MISSING, what=name, name=name, columns=columns))
    judging = names_of(schema, {field: name for field, name in wanted.items() if field in FIELDS}, needed)
    return {**judging, **{field: name for field, name in wanted.items() if field not in FIELDS}}


def _headed(schema: pa.Schema, field: str) -> str | None:
    if field in schema.names:
        return field
    if field in _ITEMS:
        return next((name for name in schema.names if is_called(_ITEMS[field], name)), None)
    headers = ((name, read_header(name)) for name in schema.names)
    return next((name for name, header in headers if header is not None and header.field is Field.PROJECT), None)
