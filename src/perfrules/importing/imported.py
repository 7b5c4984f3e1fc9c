"""What an import gives."""

import attrs

from perfrules.diagnostics import Diagnostic
from perfrules.evidence import FileRecord
from perfrules.tables import GoalTable


@attrs.frozen
class Imported:
    """The goal tables of files, in their order, what in the files was not understood, and the files as evidence."""

    goal_tables: tuple[GoalTable, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    files: tuple[FileRecord, ...] = ()
