"""Tables in memory as sheets: data frames of any library that narwhals knows, and lists of records."""

import struct
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.evidence import FileRecord
from perfrules.readers.number_format import plain
from perfrules.readers.sheet import Contents, Sheet
from perfrules.source import CellPlace

if TYPE_CHECKING:
    pass

NAME = "数据框"
"""What messages call a table that is in no file; its headers are row 1."""


class Frame(Protocol):
    """A data frame, as most libraries have them now; those of other libraries that narwhals knows are taken too."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Export the frame by the interface of Arrow."""


_SIGNS = ("__arrow_c_stream__", "__dataframe__", "__narwhals_dataframe__", "__narwhals_lazyframe__", "iloc", "collect")


def is_frame(value: object) -> bool:
    """Whether a value is a data frame, as far as can be told without any library.

    >>> is_frame([{"三级指标": "场次"}])
    False
    """
    return any(hasattr(value, sign) for sign in _SIGNS)


def read_frame(frame: object) -> Contents:
    """Read a data frame of pandas, Polars, PyArrow, DuckDB and others, or anything that exports an Arrow stream.

    Numbers are exact: a float is its shortest decimal. NaN, NaT, NA and None are empty cells.

    Raises:
        ModuleNotFoundError: narwhals, of the extra `frame`, is not installed.
        TypeError: It is no data frame.
    """
    import narwhals as nw  # noqa: PLC0415 - few have frames

    try:
        known = nw.from_native(frame)  # type: ignore[call-overload]
    except TypeError:
        if not hasattr(frame, "__arrow_c_stream__"):
            raise
        known = nw.from_arrow(frame, backend="pyarrow")
    eager: nw.DataFrame[Any] = known.collect() if isinstance(known, nw.LazyFrame) else known
    flaws: list[Diagnostic] = []
    is_narrow = [dtype == nw.Float32() for dtype in eager.schema.values()]
    columns = [
        [_shortest(value) if narrow and isinstance(value, float) else value for value in series.to_list()]
        for series, narrow in zip(eager.iter_columns(), is_narrow, strict=True)
    ]
    rows = zip(*columns, strict=True) if columns else ()
    return _contents([str(name) for name in eager.columns], rows, flaws)


def read_records(records: Sequence[Mapping[str, object]]) -> Contents:
    """Read a list of records, each a row by its headers.

    >>> read_records([{"三级指标": "场次", "实际完成值": 5}]).sheets[0].rows
    (('三级指标', '实际完成值'), ('场次', '5'))
    """
    headers = list(dict.fromkeys(header for record in records for header in record))
    return _contents(headers, ([record.get(header) for header in headers] for record in records), [])


def _contents(headers: Sequence[str], rows: Iterable[Sequence[object]], flaws: list[Diagnostic]) -> Contents:
    texts = [tuple(headers)]
    for number, row in enumerate(rows, 2):
        cells = [_text(value) for value in row]
        texts.append(tuple(text or "" for text in cells))
        for column, (text, value) in enumerate(zip(cells, row, strict=True)):
            if text is None:
                place = CellPlace(NAME, "", number, column + 1)
                kind = type(value).__name__
                flaws.append(Diagnostic.of(Code.VALUE_KIND_UNKNOWN, Label(place), kind=kind, column=headers[column]))
    data = "\n".join("\t".join(map(repr, row)) for row in texts).encode()
    return Contents((Sheet(NAME, "", tuple(texts)),), tuple(flaws), FileRecord.of(NAME, data))


def _text(value: object) -> str | None:
    """Give a value as the text of a cell; None where it is of a kind that no cell has."""
    value = value.item() if hasattr(value, "item") and not hasattr(value, "__len__") else value  # a scalar of NumPy
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "是" if value else "否"
        case int():
            return str(value)
        case float() | Decimal():
            number = Decimal(str(value))
            return plain(number) if number.is_finite() else "" if number.is_nan() else str(value)
        case date():  # and datetime, of which NaT is one that is not itself
            return f"{value.year}年{value.month}月{value.day}日" if value == value else ""  # noqa: PLR0124
        case _:
            return "" if type(value).__name__ in {"NAType", "NaTType"} else None


def _shortest(number: float) -> object:
    """Give a float of 32 bits as the shortest decimal that is no other of them: 0.1, not 0.10000000149."""
    for digits in range(6, 10):
        text = f"{number:.{digits}g}"
        decimal = Decimal(text)
        if decimal.is_finite() and struct.unpack("f", struct.pack("f", decimal))[0] == number:
            return decimal
    return number
