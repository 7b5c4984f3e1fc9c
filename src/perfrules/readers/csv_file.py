"""CSV files: bytes to one sheet."""

import csv
import io
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from itertools import islice

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.readers.sheet import MAX_COLUMNS, MAX_ROWS, Contents, Sheet
from perfrules.source import CellPlace, FilePlace

_DELIMITERS = (",", "\t", ";")
_SAMPLE_LINES = 20


def read_csv(file: str, data: bytes) -> Contents:
    r"""Read a CSV file in UTF-8, with or without a byte order mark, UTF-16 with one, or else GB18030.

    >>> read_csv("a.csv", "三级指标,实际完成值\n面积,58亩".encode()).sheets[0].rows
    (('三级指标', '实际完成值'), ('面积', '58亩'))
    """
    text, diagnostics = decoded(file, data)
    if text is None:
        return Contents((), diagnostics)
    rows: list[tuple[str, ...]] = []
    try:
        for row in islice(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True), MAX_ROWS):
            rows.append(tuple(row[:MAX_COLUMNS]))
        cut = len(rows) == MAX_ROWS
    except csv.Error:
        place = CellPlace(file, "", len(rows) + 1, 1)
        diagnostics += (Diagnostic.of(Code.CSV_BROKEN, Label(place), row=len(rows) + 1),)
        cut = False
    if cut:
        diagnostics += (Diagnostic.of(Code.ROWS_CUT, Label(FilePlace(file)), limit=MAX_ROWS),)
    return Contents((Sheet(file, "", tuple(rows)),), diagnostics)


def decoded(file: str, data: bytes) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Decode UTF-8, with or without a byte order mark, UTF-16 with one, or else GB18030; None where it is no text."""
    label = Label(FilePlace(file))
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif data.startswith(BOM_UTF8):
        encodings = ["utf-8-sig"]
    else:
        encodings = ["utf-8", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        assumed = encoding == "gb18030"
        return text, (Diagnostic.of(Code.ENCODING_ASSUMED, label),) if assumed else ()
    return None, (Diagnostic.of(Code.ENCODING_UNKNOWN, label),)


def _delimiter(text: str) -> str:
    """Choose the delimiter that the first lines hold most of."""
    sample = "\n".join(text[:20_000].splitlines()[:_SAMPLE_LINES])
    return max(_DELIMITERS, key=sample.count)
