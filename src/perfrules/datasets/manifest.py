"""What a folder of results says about itself: what it was made from, and which parts of it are done."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import attrs

from perfrules.datasets.dataset import Dataset
from perfrules.diagnostics import Code, Diagnostic, Label, PerfRulesError
from perfrules.evidence import FileRecord
from perfrules.filling import replace_file
from perfrules.source import FilePlace

MANIFEST = "manifest.json"
SCHEMA = "urn:perfrules:parts:1"
"""The version of the JSON form of a manifest."""


@attrs.frozen
class InputFile:
    """A file of the input: its bytes by their hash; by size and time of change it is recognised without reading it."""

    record: FileRecord
    size: int
    changed: int


@attrs.frozen
class DonePart:
    """A part that is written as a whole, by the name of its file."""

    file: str
    rows: int


@attrs.frozen
class Manifest:
    """What results were made from, and how far: `settings` is everything that they depend on besides the input."""

    inputs: tuple[InputFile, ...]
    settings: Mapping[str, str]
    rows_per_part: int
    parts: tuple[DonePart, ...] = ()
    is_complete: bool = False

    @property
    def rows(self) -> int:
        """How many rows are done."""
        return sum(part.rows for part in self.parts)

    def save(self, folder: Path) -> None:
        """Write it, as a whole or not at all.

        Raises:
            PerfRulesError: It cannot be written.
        """
        data = {
            "$schema": SCHEMA,
            "inputs": [{**each.record.to_dict(), "size": each.size, "changed": each.changed} for each in self.inputs],
            "settings": dict(self.settings),
            "rows_per_part": self.rows_per_part,
            "parts": [attrs.asdict(part) for part in self.parts],
            "complete": self.is_complete,
        }
        replace_file(folder / MANIFEST, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())


def manifest_of(dataset: Dataset, settings: Mapping[str, str], rows_per_part: int, known: Manifest | None) -> Manifest:
    """Describe what is about to be done. A file with the size and time that `known` has is taken to be the same."""
    inputs = tuple(_input(part.path, known) for part in dataset.parts)
    return Manifest(inputs, {"table": dataset.parts[0].table if dataset.parts else "", **settings}, rows_per_part)


def continued(folder: Path, wanted: Manifest, known: Manifest | None) -> Manifest:
    """Give the manifest to go on from: the known one, if it is of the same input and settings.

    Raises:
        PerfRulesError: The folder holds other results, or something else.
    """
    if known is None:
        if folder.exists() and any(folder.iterdir()):
            raise PerfRulesError(Diagnostic.of(Code.FOLDER_TAKEN, Label(FilePlace(str(folder)))))
        return wanted
    if differing := list(_differing(wanted, known)):
        what = "、".join(differing)
        raise PerfRulesError(Diagnostic.of(Code.RESULTS_OF_OTHER_INPUT, Label(FilePlace(str(folder))), what=what))
    return known


def load_manifest(folder: Path) -> Manifest | None:
    """Read the manifest of a folder, None where it has none.

    Raises:
        PerfRulesError: It is damaged.
    """
    path = folder / MANIFEST
    try:
        data = json.loads(path.read_text("utf-8"))
        inputs = (
            InputFile(FileRecord(each["name"], each["sha256"]), each["size"], each["changed"])
            for each in data["inputs"]
        )
        parts = (DonePart(each["file"], each["rows"]) for each in data["parts"])
        return Manifest(tuple(inputs), data["settings"], data["rows_per_part"], tuple(parts), data["complete"])
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise PerfRulesError(Diagnostic.of(Code.FOLDER_TAKEN, Label(FilePlace(str(folder))))) from error


def _differing(wanted: Manifest, known: Manifest) -> Iterable[str]:
    if [each.record for each in wanted.inputs] != [each.record for each in known.inputs]:
        yield "输入的数据"
    for name in sorted({*wanted.settings, *known.settings}):
        if wanted.settings.get(name) != known.settings.get(name):
            yield _SETTINGS.get(name, name)
    if wanted.rows_per_part != known.rows_per_part:
        yield "每份的行数"


_SETTINGS = {
    "table": "数据表",
    "scheme": "评分办法",
    "columns": "列的对应",
    "rules": "规则文件",
    "program": "程序的版本",
    "texts": "程序随附的词表和办法",
}


def _input(path: Path, known: Manifest | None) -> InputFile:
    stat = path.stat()
    for each in () if known is None else known.inputs:
        if (each.record.name, each.size, each.changed) == (path.name, stat.st_size, stat.st_mtime_ns):
            return each
    return InputFile(record_of(path), stat.st_size, stat.st_mtime_ns)


def record_of(path: Path) -> FileRecord:
    """Record a file of any size."""
    with path.open("rb") as stream:
        return FileRecord(path.name, hashlib.file_digest(stream, "sha256").hexdigest())
