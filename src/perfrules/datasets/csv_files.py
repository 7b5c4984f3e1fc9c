"""CSV files of any size. Every cell is read as text, since what it means is for perfrules to say."""

import codecs
import csv
import io
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
from pyarrow import csv as arrow_csv

from perfrules.datasets.dataset import CsvForm, Part
from perfrules.datasets.failures import broken_row, unreadable
from perfrules.diagnostics import Code, Diagnostic, Label, PerfRulesError
from perfrules.source import FilePlace

_CHUNK = 1 << 24
_BLOCK = 1 << 23
_DELIMITERS = (",", "\t", ";")
_LONGEST_HEADER = 1 << 20


def inspect(path: Path, constants: tuple[tuple[str, str], ...] = ()) -> Part:
    """Find out how a CSV file is written, and what its columns are called.

    Raises:
        PerfRulesError: It is empty or in no known encoding, or its first line is no row of headers.
    """
    form, first = _form(path)
    names = next(csv.reader(io.StringIO(first, newline=""), delimiter=form.delimiter), [])
    names = [name.strip() or f"第{number}列" for number, name in enumerate(names, 1)]
    schema = pa.schema([(name, pa.string()) for name in names])
    return Part(path, schema, constants=constants, csv=form)


def batches(part: Part) -> Iterator[pa.RecordBatch]:
    """Read the rows after the headers, some thousands at a time.

    Raises:
        PerfRulesError: A row has more or fewer cells than there are headers.
    """
    form = part.csv or CsvForm("utf-8", ",")
    names = part.schema.names
    try:
        with arrow_csv.open_csv(
            part.path,
            read_options=arrow_csv.ReadOptions(
                column_names=names, skip_rows=1, encoding=form.encoding, block_size=_BLOCK, use_threads=True
            ),
            parse_options=arrow_csv.ParseOptions(delimiter=form.delimiter, newlines_in_values=True),
            convert_options=arrow_csv.ConvertOptions(
                column_types={name: pa.string() for name in names}, strings_can_be_null=False
            ),
        ) as reader:
            yield from reader
    except (pa.ArrowInvalid, UnicodeDecodeError) as error:
        raise (broken_row(part.path, str(error)) or unreadable(part.path, error)) from error


def _form(path: Path) -> tuple[CsvForm, str]:
    with path.open("rb") as stream:
        start = stream.read(_LONGEST_HEADER)
        if not start.strip():
            raise PerfRulesError(Diagnostic.of(Code.FILE_EMPTY, Label(FilePlace(str(path)))))
        encoding = _marked(start) or ("utf-8" if _is_utf8(start, stream) else "gb18030")
    first = codecs.getincrementaldecoder("utf-8-sig" if encoding == "utf-8" else encoding)("strict")
    try:
        text = first.decode(start)
    except UnicodeDecodeError as error:
        raise PerfRulesError(Diagnostic.of(Code.ENCODING_UNKNOWN, Label(FilePlace(str(path))))) from error
    if "\0" in text:
        raise PerfRulesError(Diagnostic.of(Code.ENCODING_UNKNOWN, Label(FilePlace(str(path)))))
    header = text.splitlines()[0]
    return CsvForm(encoding, max(_DELIMITERS, key=header.count)), text


def _marked(start: bytes) -> str:
    """The encoding that a byte order mark gives."""
    if start.startswith(BOM_UTF8):
        return "utf-8"
    return "utf-16" if start.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else ""


def _is_utf8(start: bytes, rest: io.BufferedReader) -> bool:
    """Whether a whole file is UTF-8: it may begin with a million bytes of plain ASCII."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    try:
        decoder.decode(start)
        while chunk := rest.read(_CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
