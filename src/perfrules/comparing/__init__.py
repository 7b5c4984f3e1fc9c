"""What changed between two results, or between two versions of goal tables, and why."""

from perfrules.comparing.change import Change, Difference, Kind
from perfrules.comparing.diffing import diff

__all__ = ["Change", "Difference", "Kind", "diff"]
