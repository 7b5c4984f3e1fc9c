"""Files that people fill in, read as reported actual values and spending."""

from perfrules.readers.read import SourceFile, read_actuals

__all__ = ["SourceFile", "read_actuals"]
