"""The files beside a document, which make one ruleset with it: `perfrules check --files FOLDER` reads them so too."""

from pathlib import Path

import attrs

from perfrules.diagnostics import Diagnostic
from perfrules.lsp.document import Document
from perfrules.lsp.positions import Encoding
from perfrules.rules.files import SUFFIX, read_source

MOST_FILES = 100
"""Files beside a document that are read; in a folder with more each file stands for itself."""


@attrs.define
class Folder:
    """The ruleset files of a folder as they are on the disk; a file is read again when it has changed."""

    path: Path
    encoding: Encoding = Encoding.UTF_16
    kept: dict[Path, tuple[tuple[int, int], Document]] = attrs.field(factory=dict)

    def documents(self) -> dict[Path, Document]:
        """Give the documents of the folder, sorted by name; those that cannot be read are left out."""
        try:
            files = sorted(path for path in self.path.glob(f"*{SUFFIX}") if path.is_file())
        except OSError:
            files = []
        if len(files) > MOST_FILES:
            return {}
        found = {path: each for path in files if (each := self._read(path)) is not None}
        self.kept = {path: self.kept[path] for path in found}
        return found

    def _read(self, path: Path) -> Document | None:
        try:
            state = path.stat()
        except OSError:
            return None
        stamp = state.st_mtime_ns, state.st_size
        if path in self.kept and self.kept[path][0] == stamp:
            return self.kept[path][1]
        unread: list[Diagnostic] = []
        source = read_source(path, unread)
        if source is None:
            return None
        document = Document.of(str(path), source.text, self.encoding)
        self.kept[path] = stamp, document
        return document
