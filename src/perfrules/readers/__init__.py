"""Files that people fill in, read as reported actual values and spending, or as tables with scores to audit."""

from perfrules.readers.contents import SourceFile
from perfrules.readers.filled import read_filled
from perfrules.readers.read import ActualsSource, read_actuals

__all__ = ["ActualsSource", "SourceFile", "read_actuals", "read_filled"]
