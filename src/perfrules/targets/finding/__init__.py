"""Running text: the stretches of it that read as cells, and those that state a target."""

from perfrules.targets.finding.find import Found, find
from perfrules.targets.finding.statement import closes, is_alternative, is_countable, is_denied, is_reached
from perfrules.targets.finding.stretches import Stretch, stretches

__all__ = [
    "Found",
    "Stretch",
    "closes",
    "find",
    "is_alternative",
    "is_countable",
    "is_denied",
    "is_reached",
    "stretches",
]
