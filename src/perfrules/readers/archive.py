"""The parts of a zipped office file, read within bounds and without following anything outside it."""

import io
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder, XMLParser
from zipfile import ZipFile

from perfrules.readers.sheet import MAX_BYTES

MAX_TAGS = 4_000_000
"""A tree takes some hundred bytes for each; a document of a hundred pages has a tenth of this."""


class UnpackedTooLargeError(Exception):
    """What is in the archive would take too much memory."""


class _Tree(TreeBuilder):
    """Builds a tree of a part. No office program writes a document type, which is where entities are declared."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> NoReturn:
        """Refuse the declaration."""
        raise ValueError("a document type is declared")


def opened(data: bytes) -> ZipFile:
    """Open an archive.

    Raises:
        UnpackedTooLargeError: It unpacks to too much.
        BadZipFile: It is none.
    """
    archive = ZipFile(io.BytesIO(data))
    if sum(entry.file_size for entry in archive.infolist()) > MAX_BYTES:
        raise UnpackedTooLargeError
    return archive


def tree(part: bytes) -> Element:
    """Parse a part.

    Raises:
        UnpackedTooLargeError: Its tree would take too much.
        ValueError: It declares entities.
        ParseError: It is no XML.
    """
    if part.count(b"<") > MAX_TAGS:
        raise UnpackedTooLargeError
    parser = XMLParser(target=_Tree())  # noqa: S314 - entities are refused, and none is ever fetched
    parser.feed(part)
    root: Element = parser.close()
    return root
