"""Goal tables in the files of offices: forms, lists and narratives, read as :class:`~perfrules.tables.GoalTable`."""

from perfrules.importing.gather import Gathered, gather, office_files
from perfrules.importing.imported import Imported
from perfrules.importing.read import SUFFIXES, read_goal_tables
from perfrules.importing.writing import Written, ruleset_text

__all__ = ["SUFFIXES", "Gathered", "Imported", "Written", "gather", "office_files", "read_goal_tables", "ruleset_text"]
