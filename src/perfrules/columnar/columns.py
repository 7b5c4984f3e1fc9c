"""Finds the columns of a table by what they hold, under their own names or under the headers of official forms."""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal

import attrs
import pyarrow as pa

from perfrules.diagnostics import Code, Diagnostic, PerfRulesError
from perfrules.readers.headers import Field, read_header

FIELDS: Mapping[str, Field | None] = {
    "target": Field.TARGET,
    "actual": Field.ACTUAL,
    "sign": Field.SIGN,
    "unit": Field.UNIT,
    "direction": Field.DIRECTION,
    "category": Field.CATEGORY,
    "subcategory": Field.SUBCATEGORY,
    "name": Field.INDICATOR,
    "basis": Field.BASIS,
    "baseline": Field.BASELINE,
    "weight": Field.WEIGHT,
    "judgement": Field.JUDGEMENT,
    "year": None,
    "scheme": None,
}
"""What a column may hold, and the header of official forms that says so. The first two have to be there."""

Cell = str | int | float | Decimal | bool | date | None
"""What may stand in one cell."""

TEXTS = frozenset({"target", "sign", "unit", "direction", "category", "subcategory", "name", "basis", "scheme"})
"""The fields that are texts; the others may be numbers, and actual values and baselines anything."""


@attrs.frozen(eq=False)
class Columns:
    """The columns of a batch by field; what the table does not have is not among them."""

    length: int
    by_field: Mapping[str, pa.Array]

    def get(self, field: str) -> pa.Array | None:
        """Give the column of a field, None where the table has none."""
        return self.by_field.get(field)


def names_of(
    schema: pa.Schema, given: Mapping[str, str] | None = None, needed: Collection[str] = ("target", "actual")
) -> dict[str, str]:
    """Say which column of a table holds which field: the given one, else one of its name, else one with its header.

    A header with a unit or a period in it (完成值（万元）) says more than which field it is: such a column counts only
    where it is given.

    Raises:
        PerfRulesError: A given column is not there, or one that is `needed`.
        TypeError: There is no such field.

    >>> names_of(pa.schema({"指标值": pa.string(), "actual": pa.string(), "分值": pa.int64()}))
    {'target': '指标值', 'actual': 'actual', 'weight': '分值'}
    """
    wanted = dict(given or {})
    unknown = next((field for field in wanted if field not in FIELDS), None)
    if unknown is not None:
        raise TypeError(f"there is no field {unknown!r}; the fields are {', '.join(FIELDS)}")
    found = {field: wanted.get(field) or _named(schema, field) for field in FIELDS}
    for field, name in found.items():
        missing = name not in schema.names if name else field in needed
        if missing:
            header = FIELDS[field]
            what = field if header is None else header.value
            columns = "、".join(schema.names)
            raise PerfRulesError(Diagnostic.of(Code.COLUMN_MISSING, what=what, name=name or field, columns=columns))
    return {field: name for field, name in found.items() if name}


def _named(schema: pa.Schema, field: str) -> str | None:
    if field in schema.names:
        return field
    header, ranked = FIELDS[field], list[tuple[int, str]]()
    for name in schema.names:
        read = read_header(name)
        if read is not None and read.field is header and not read.unit and read.through_month is None:
            ranked.append((read.rank, name))
    return min(ranked, default=(0, None))[1]


def columns_of(batch: pa.RecordBatch, names: Mapping[str, str]) -> Columns:
    """Take the columns out of a batch, all texts as texts.

    Raises:
        PerfRulesError: A column is of a type that says nothing about its field.
    """
    return Columns(batch.num_rows, {field: _checked(field, name, batch.column(name)) for field, name in names.items()})


def _checked(field: str, name: str, array: pa.Array) -> pa.Array:
    kind = array.type.value_type if pa.types.is_dictionary(array.type) else array.type
    if pa.types.is_string_view(array.type):
        return array.cast(pa.large_string())  # as Polars has it; few functions of Arrow take it
    if is_text(kind) or pa.types.is_null(kind):
        return array
    whole = pa.types.is_integer(kind)
    if field in TEXTS or field == "year":
        # A reader of files takes a column of 60, 90 for numbers; as the text of a cell it is the same.
        fits, cast = whole or (field == "target" and pa.types.is_decimal(kind)), field != "year"
        array = array.cast(pa.string()) if fits and cast else array
    elif field in {"weight", "judgement"}:
        fits = whole or pa.types.is_decimal(kind) or pa.types.is_floating(kind)
    else:
        fits = whole or pa.types.is_decimal(kind) or pa.types.is_floating(kind) or _is_value(kind)
    if not fits:
        raise PerfRulesError(Diagnostic.of(Code.COLUMN_UNREADABLE, name=name, type=array.type))
    return array


def is_text(kind: pa.DataType) -> bool:
    """Whether the values of a type are texts.

    >>> is_text(pa.large_string()), is_text(pa.int64())
    (True, False)
    """
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def _is_value(kind: pa.DataType) -> bool:
    return bool(pa.types.is_boolean(kind) or pa.types.is_date(kind) or pa.types.is_timestamp(kind))


def values(array: pa.Array) -> list[Cell]:
    """Give the values of a column as Python has them. A short float is the number that is written the shortest.

    >>> values(pa.array([0.1, None], pa.float32()))
    [Decimal('0.1'), None]
    """
    if array.type in {pa.float16(), pa.float32()}:
        found = array.to_numpy(zero_copy_only=False)
        known = array.is_valid().to_pylist()
        return [Decimal(str(number)) if here else None for number, here in zip(found, known, strict=True)]
    cells: list[Cell] = array.to_pylist()
    return cells
