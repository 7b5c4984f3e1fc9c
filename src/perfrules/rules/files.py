"""Ruleset files: paths to texts, then to what they hold."""

import os
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.evidence import FileRecord, read_bytes
from perfrules.rules.content import RulesetContent, read_rulesets
from perfrules.rules.text.outline import MOST_CHARACTERS, too_large
from perfrules.source import FilePlace, Source, Span, TextPlace

SUFFIX = ".rules"
TEST_SUFFIX = "_test.rules"
MOST_BYTES = 4 * MOST_CHARACTERS


def load_files(paths: Iterable[str | PathLike[str]], *, trials: bool = False) -> RulesetContent:
    """Read files and folders as one ruleset. A folder stands for every `*.rules` in it at any depth, in sorted order.

    With `trials`, the `*_test.rules` in a folder and beside a file are read too. Files that cannot be read are
    diagnostics; the others are read all the same.
    """
    diagnostics: list[Diagnostic] = []
    files = {
        file: _name(file, path)
        for path in map(Path, paths)
        for file in (*files_in(path, diagnostics, tests=trials), *(_beside(path) if trials else ()))
    }
    sources: list[Source] = []
    records: list[FileRecord] = []
    for file, name in files.items():
        data = _read_bytes(file, diagnostics)
        if data is not None and not data.strip():
            diagnostics.append(Diagnostic.of(Code.FILE_EMPTY, Label(FilePlace(str(file)))))
        if data is not None:
            records.append(FileRecord.of(name, data))
            source = decoded(str(file), data, diagnostics)
            sources.extend(() if source is None else (source,))
    content = read_rulesets(sources)
    return attrs.evolve(content, diagnostics=(*diagnostics, *content.diagnostics), files=tuple(records))


def _name(file: Path, given: Path) -> str:
    """Name a file as evidence does: without the folders above what was given."""
    return f"{given.resolve().name}/{file.relative_to(given).as_posix()}" if os.path.isdir(given) else file.name


def _beside(path: Path) -> Iterator[Path]:
    """Give the file of trials that stands beside a ruleset file."""
    # A folder has no suffix, and `.` not even a name.
    if path.suffix == SUFFIX and not path.name.endswith(TEST_SUFFIX):
        beside = path.with_name(f"{path.stem}{TEST_SUFFIX}")
        if os.path.isfile(beside):
            yield beside


def files_in(path: Path, diagnostics: list[Diagnostic], *, tests: bool = False) -> Iterator[Path]:
    """Give the ruleset files that a path stands for: itself, or those in a folder, of tests only where asked for."""
    if not os.path.isdir(path):
        yield path
        return
    found = [file for file in sorted(path.rglob(f"*{SUFFIX}")) if tests or not file.name.endswith(TEST_SUFFIX)]
    if not found:
        diagnostics.append(Diagnostic.of(Code.FOLDER_WITHOUT_RULESETS, Label(FilePlace(str(path))), suffix=SUFFIX))
    yield from found


def read_source(path: Path, diagnostics: list[Diagnostic]) -> Source | None:
    """Read a file; None where it cannot be read, which is said in `diagnostics`."""
    data = _read_bytes(path, diagnostics)
    return None if data is None else decoded(str(path), data, diagnostics)


def _read_bytes(path: Path, diagnostics: list[Diagnostic]) -> bytes | None:
    whole = Label(FilePlace(str(path)))
    try:
        data = read_bytes(path, MOST_BYTES)
        if len(data) <= MOST_BYTES:
            return data
        diagnostics.append(too_large(whole, "很多", "很多", "很多"))
    except FileNotFoundError:
        diagnostics.append(Diagnostic.of(Code.FILE_MISSING, whole))
    except OSError as error:
        diagnostics.append(Diagnostic.of(Code.FILE_UNREADABLE, whole, why=error.strerror or "原因不明"))
    return None


def decoded(name: str, data: bytes, diagnostics: list[Diagnostic]) -> Source | None:
    """Decode the bytes of a file; None where they are no UTF-8, which is said in `diagnostics`."""
    try:
        return Source(name, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        readable = Source(name, data.decode("utf-8-sig", errors="replace"))
        first = readable.text.index("\N{REPLACEMENT CHARACTER}")
        where = Label(TextPlace(readable, Span(first, first + 1)))
        diagnostics.append(Diagnostic.of(Code.RULESET_NOT_UTF8, where, byte=f"{data[error.start]:02X}"))
        return None
