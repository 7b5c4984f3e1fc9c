"""What went wrong with a file, as a message: libraries speak English and of their own insides."""

import re
from pathlib import Path

from perfrules.diagnostics import Code, Diagnostic, Label, PerfRulesError
from perfrules.source import CellPlace, FilePlace

_CELLS = re.compile(r"(?:Row #(?P<row>\d+): )?Expected (?P<wanted>\d+) columns, got (?P<given>\d+)")
_LONGEST = 160


def unreadable(path: Path | str, error: BaseException) -> PerfRulesError:
    """Say that a file cannot be read as what its name says it is."""
    first = (str(error).strip() or type(error).__name__).splitlines()[0]
    why = first if len(first) <= _LONGEST else f"{first[:_LONGEST]}…"
    return PerfRulesError(Diagnostic.of(Code.DATA_BROKEN, Label(FilePlace(str(path))), why=why))


def broken_row(path: Path, message: str) -> PerfRulesError | None:
    """Say which row has too many or too few cells; None where the message is about something else."""
    found = _CELLS.search(message)
    if found is None:
        return None
    place = CellPlace(str(path), "", int(found["row"]), 1) if found["row"] else FilePlace(str(path))
    return PerfRulesError(Diagnostic.of(Code.ROW_RAGGED, Label(place), given=found["given"], wanted=found["wanted"]))


def unwritable(path: Path, error: BaseException) -> PerfRulesError:
    """Say that a file cannot be written."""
    why = (error.strerror if isinstance(error, OSError) else "") or str(error)
    return PerfRulesError(Diagnostic.of(Code.OUTPUT_UNWRITABLE, Label(FilePlace(str(path))), why=why))
