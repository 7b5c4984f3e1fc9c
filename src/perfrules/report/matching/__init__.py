"""Which reported row belongs to which indicator, and which spending to which project."""

from perfrules.report.matching.match import Matched, Position, match
from perfrules.report.matching.messages import labels, nearest

__all__ = ["Matched", "Position", "labels", "match", "nearest"]
