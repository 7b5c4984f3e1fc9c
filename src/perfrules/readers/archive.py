"""The parts of a zipped office file, read within bounds and without following anything outside it."""

import io
from collections.abc import Callable
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder, XMLParser
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from perfrules.diagnostics import Code
from perfrules.readers.sheet import MAX_BYTES

MAX_TAGS = 4_000_000
"""A tree takes some hundred bytes for each; a document of a hundred pages has a tenth of this."""

MAX_MEMBERS = 10_000
"""A workbook of two hundred sheets with a picture in each has a tenth of this."""

_CHUNK = 2**20
_ENTRY = b"PK\x01\x02"  # begins what the directory of an archive says of one member


class TooLargeError(Exception):
    """What is in the archive would take too much memory or time; `code` and `limit` say why."""

    def __init__(self, code: Code = Code.FILE_TOO_LARGE, limit: int = MAX_BYTES // 2**20) -> None:
        super().__init__(code, limit)
        self.code, self.limit = code, limit


class _Tree(TreeBuilder):
    """Builds a tree of a part. No office program writes a document type, which is where entities are declared."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> NoReturn:
        """Refuse the declaration."""
        raise ValueError("a document type is declared")


def opened(data: bytes, is_read: Callable[[str], bool]) -> ZipFile:
    """Open an archive of which the members are read that `is_read` says; pictures and the like do not matter.

    Raises:
        TooLargeError: They unpack to too much.
        BadZipFile: It is none, or not as office programs write it.
    """
    if data.count(_ENTRY) > MAX_MEMBERS:
        raise TooLargeError(Code.FILE_OVERFULL, MAX_MEMBERS)
    archive = ZipFile(io.BytesIO(data))
    entries = [entry for entry in archive.infolist() if is_read(entry.filename)]
    if sum(entry.file_size for entry in entries) > MAX_BYTES:
        raise TooLargeError
    for entry in entries:
        _verify(archive, entry)
    return archive


def _verify(archive: ZipFile, entry: ZipInfo) -> None:
    """Unpack a member bit by bit, since one that says that it is small may not be."""
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise BadZipFile("no office program packs like this")
    said, found = entry.file_size, 0
    entry.file_size += 1  # else what is beyond it would be cut off in silence
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK):
            found += len(chunk)
            if found > said:
                raise BadZipFile("a member is larger than it says")
    entry.file_size = said


def tree(part: bytes) -> Element:
    """Parse a part.

    Raises:
        TooLargeError: Its tree would take too much.
        ValueError: It declares entities.
        ParseError: It is no XML.
    """
    if part.count(b"<") > MAX_TAGS:
        raise TooLargeError
    parser = XMLParser(target=_Tree())  # noqa: S314 - entities are refused, and none is ever fetched
    parser.feed(part)
    root: Element = parser.close()
    return root
