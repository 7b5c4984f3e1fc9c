"""Files to sheets: a path or a stream is opened, told apart by its content, and read within bounds."""

import io
import os
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO
from zipfile import ZipFile

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.evidence import FileRecord, read_bytes
from perfrules.readers.csv_file import decoded, read_csv
from perfrules.readers.document import PART, read_document
from perfrules.readers.old_workbook import read_old_workbook
from perfrules.readers.other_kinds import OtherKind, kind_of_archive, kind_of_old, kind_of_text
from perfrules.readers.sheet import MAX_BYTES, Contents
from perfrules.readers.web_page import is_web_page, read_web_page
from perfrules.readers.workbook import read_workbook
from perfrules.source import FilePlace

SourceFile = str | os.PathLike[str] | BinaryIO
"""A path, or an open binary stream such as standard input."""

_ZIP = b"PK\x03\x04"
_FIRST = 64  # a page begins with a tag, behind blanks and a byte order mark at most
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .xls, and of .xlsx with a password


def read_contents(file: SourceFile) -> tuple[str, Contents]:
    """Read a file, and give its name with its sheets; what cannot be read is a diagnostic.

    Raises:
        TypeError: The file is neither a path nor a binary stream.
        ModuleNotFoundError: The file is a workbook, and openpyxl, of the extra `xlsx`, is not installed.
    """
    match file:
        case str() | os.PathLike():
            name = os.fspath(file)
            try:
                data = read_bytes(file, MAX_BYTES)
            except FileNotFoundError:
                return name, _failed(Diagnostic.of(Code.FILE_MISSING, Label(FilePlace(name))))
            except OSError as error:
                why = error.strerror or str(error)
                return name, _failed(Diagnostic.of(Code.FILE_UNREADABLE, Label(FilePlace(name)), why=why))
        case _ if callable(getattr(file, "read", None)):
            name = str(getattr(file, "name", "")) or "标准输入"
            data = file.read(MAX_BYTES + 1)
        case _:
            raise TypeError(f"a path or a binary stream is needed, not {file!r}")
    record = None if len(data) > MAX_BYTES else FileRecord.of(Path(name).name, data)
    return name, attrs.evolve(_from_bytes(name, data), record=record)


def _failed(diagnostic: Diagnostic) -> Contents:
    return Contents((), (diagnostic,))


def _from_bytes(file: str, data: bytes) -> Contents:
    place = Label(FilePlace(file))
    if not data.strip():
        return _failed(Diagnostic.of(Code.FILE_EMPTY, place))
    if len(data) > MAX_BYTES:
        return _failed(Diagnostic.of(Code.FILE_TOO_LARGE, place, limit=MAX_BYTES // 2**20))
    if data.startswith(_OLE):
        return _told_apart(place, read_old_workbook(file, data), kind_of_old(data))
    if data.startswith(_ZIP):
        if _is_document(data):
            return read_document(file, data)
        kind = kind_of_archive(data)
        return read_workbook(file, data) if kind is None else _told_apart(place, Contents(), kind)
    kind = kind_of_text(data)
    return _read_text(file, data) if kind is None else _told_apart(place, Contents(), kind)


def _told_apart(place: Label, contents: Contents, kind: OtherKind | None) -> Contents:
    """Say what a file is from which nothing can be read."""
    if contents.sheets or kind is None:
        return contents
    return _failed(Diagnostic.of(Code.FILE_KIND_UNREAD, place, what=kind.what, how=kind.how))


def _is_document(data: bytes) -> bool:
    # What a damaged archive raises depends on where the damage is; whichever reads it next will say so.
    with suppress(Exception), ZipFile(io.BytesIO(data)) as archive:
        return PART in archive.namelist()
    return False


def _read_text(file: str, data: bytes) -> Contents:
    if b"<" not in data[:_FIRST]:
        return read_csv(file, data)
    text, diagnostics = decoded(file, data)
    if text is None or not is_web_page(text):
        return read_csv(file, data)
    contents = read_web_page(file, text)
    return attrs.evolve(contents, diagnostics=(*diagnostics, *contents.diagnostics))
