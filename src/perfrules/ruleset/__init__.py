"""A ruleset as its users meet it: goal tables and schemes, loaded from files, that evaluate what was reported."""

from perfrules.ruleset.ruleset import (
    DEFAULT_FAMILY,
    DEFAULT_METHOD,
    FilledSource,
    Ruleset,
    audit,
    authority_of,
    files_to_gather,
    gather,
    load,
    read,
)

__all__ = [
    "DEFAULT_FAMILY",
    "DEFAULT_METHOD",
    "FilledSource",
    "Ruleset",
    "audit",
    "authority_of",
    "files_to_gather",
    "gather",
    "load",
    "read",
]
