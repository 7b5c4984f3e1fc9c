"""What is open in an editor: documents, the files beside them, and what they hold together. The server's only state."""

from pathlib import Path
from typing import Protocol

import attrs
from lsprotocol import types
from pygls.uris import from_fs_path, to_fs_path

from perfrules.lsp.document import Document, Spot
from perfrules.lsp.folder import Folder
from perfrules.lsp.marks import Marks, marks_of
from perfrules.lsp.positions import Encoding
from perfrules.lsp.reading import Reading, read_documents


class _AtPlace(Protocol):
    text_document: types.TextDocumentIdentifier
    position: types.Position


@attrs.define
class Desk:
    """The open documents by URI. Everything else is worked out from them when it is asked for, and kept."""

    encoding: Encoding = Encoding.UTF_16
    documents: dict[str, Document] = attrs.field(factory=dict)
    _folders: dict[Path, Folder] = attrs.field(factory=dict)
    _beside: dict[Path, dict[Path, Document]] = attrs.field(factory=dict)
    _readings: dict[Path, Reading] = attrs.field(factory=dict)
    _marks: dict[str, tuple[Reading, Marks]] = attrs.field(factory=dict)

    def open(self, uri: str, text: str) -> None:
        """Take in a document that was opened; the files beside it are looked at again."""
        self.documents[uri] = Document.of(name_of(uri), text, self.encoding)
        self.look_again()

    def change(self, uri: str, changes: list[types.TextDocumentContentChangeEvent]) -> None:
        """Make the changes of a document, in their order."""
        for each in changes:
            document = self.documents[uri]
            if isinstance(each, types.TextDocumentContentChangePartial):
                start, end = each.range.start, each.range.end
                edited = document.edited((start.line, start.character), (end.line, end.character), each.text)
            else:
                edited = Document.of(document.name, each.text, self.encoding)
            self.documents[uri] = edited

    def close(self, uri: str) -> None:
        """Forget a document; its file counts again."""
        self.documents.pop(uri, None)
        self._marks.pop(uri, None)
        self.look_again()

    def look_again(self) -> None:
        """Look at the files beside the open documents, which may have changed on the disk."""
        homes = {path.parent for uri in self.documents if (path := path_of(uri)) is not None}
        self._folders = {home: self._folders.get(home) or Folder(home, self.encoding) for home in homes}
        self._beside = {home: folder.documents() for home, folder in self._folders.items()}
        keys = {*homes, *map(Path, self.documents)}
        self._readings = {key: each for key, each in self._readings.items() if key in keys}

    def reading(self, uri: str) -> Reading:
        """Give the ruleset that a document belongs to."""
        path = path_of(uri)
        key = Path(uri) if path is None else path.parent
        documents = [self.documents[uri]] if path is None else list(self._together(path.parent).values())
        former = self._readings.get(key)
        if former is None or list(former.documents) != documents:
            self._readings[key] = read_documents(documents, former)
        return self._readings[key]

    def _together(self, home: Path) -> dict[Path, Document]:
        """Give the documents of a folder by path: those that are open as they are typed, the others from the disk."""
        own = {path: each for uri, each in self.documents.items() if (path := path_of(uri)) and path.parent == home}
        return dict(sorted({**self._beside.get(home, {}), **own}.items()))

    def at(self, params: "_AtPlace") -> tuple[Reading, Document, Spot]:
        """Give what a request about a place is about."""
        uri, place = params.text_document.uri, params.position
        return self.reading(uri), self.documents[uri], (place.line, place.character)

    def marks(self, uri: str) -> Marks:
        """Give the messages about an open document."""
        reading, former = self.reading(uri), self._marks.get(uri)
        if former is None or former[0] is not reading:
            known = None if former is None else former[1]
            self._marks[uri] = reading, marks_of(reading, self.documents[uri], known)
        return self._marks[uri][1]


def path_of(uri: str) -> Path | None:
    """Give the file that a URI names; None where it names none, as for a document that was never saved.

    >>> print(path_of("file:///a/%E7%94%B2.rules"), path_of("untitled:Untitled-1"))
    /a/甲.rules None
    """
    path = to_fs_path(uri) if uri.startswith("file:") else None
    return None if path is None else Path(path)


def name_of(uri: str) -> str:
    """Give the name that places in a document bear: its path, else its URI."""
    return str(path_of(uri) or uri)


def uri_of(name: str) -> str:
    """Give the URI of a document by its name.

    >>> uri_of("/a/甲.rules"), uri_of("untitled:Untitled-1")
    ('file:///a/%E7%94%B2.rules', 'untitled:Untitled-1')
    """
    return (from_fs_path(name) or name) if Path(name).is_absolute() else name
