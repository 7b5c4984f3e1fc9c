"""Writes files whole or not at all."""

import os
import shutil
from pathlib import Path

from perfrules.diagnostics import Code, Diagnostic, Label, PerfRulesError
from perfrules.source import FilePlace


def replace_file(path: Path, data: bytes) -> None:
    """Write a file, or replace what it holds and keep its permissions; a link stays a link.

    Raises:
        PerfRulesError: The file cannot be written; then what was there before stays.
    """
    target = Path(os.path.realpath(path))
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with draft.open("xb") as stream:
            stream.write(data)
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        why = error.strerror or str(error)
        raise PerfRulesError(Diagnostic.of(Code.OUTPUT_UNWRITABLE, Label(FilePlace(str(path))), why=why)) from error
