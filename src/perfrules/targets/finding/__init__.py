"""Running text: the stretches of it that read as cells, and those that state a target."""

from perfrules.targets.finding.find import Found, find
from perfrules.targets.finding.stretches import Stretch, stretches

__all__ = ["Found", "Stretch", "find", "stretches"]
