"""Writes files whole or not at all."""

import errno
import os
import shutil
import threading
from pathlib import Path

from perfrules.diagnostics import Code, Diagnostic, Label, PerfRulesError
from perfrules.source import FilePlace


def replace_file(path: Path, data: bytes) -> None:
    """Write a file, or replace what it holds and keep its permissions; a link stays a link.

    Raises:
        PerfRulesError: The file cannot be written; then what was there before stays.
    """
    target = Path(os.path.realpath(path))
    draft = target.with_name(f".perfrules.{os.getpid()}.{threading.get_ident()}.tmp")
    try:
        if os.path.islink(target) or (os.path.exists(target) and not os.path.isfile(target)):
            raise OSError(errno.EINVAL, "它是文件夹、管道、设备，或者绕成圈的链接，不是文件")
        _write(draft, target, data)
    except OSError as error:
        why = error.strerror or str(error)
        raise PerfRulesError(Diagnostic.of(Code.OUTPUT_UNWRITABLE, Label(FilePlace(str(path))), why=why)) from error


def _write(draft: Path, target: Path, data: bytes) -> None:
    """Write beside the target and put it in its place; whatever stops that, the draft does not stay."""
    with draft.open("xb") as stream:
        try:
            stream.write(data)
            stream.close()
            if target.exists():
                shutil.copymode(target, draft)
            draft.replace(target)
        except BaseException:
            stream.close()
            draft.unlink(missing_ok=True)
            raise
