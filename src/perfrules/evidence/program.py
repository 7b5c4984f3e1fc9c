"""What perfrules itself brings to a result: its version, and the shipped texts that decide what a cell means."""

from functools import cache
from importlib.metadata import PackageNotFoundError, version

from perfrules.data import resource
from perfrules.evidence.files import FileRecord, combined

_DECISIVE = (("grammar", "*.lark"), ("grammar", "*.txt"), ("rulesets", "*.rules"))


def program_version() -> str:
    """Give the version of the program; empty where it runs from a checkout that is not installed."""
    try:
        return version("perfrules")
    except PackageNotFoundError:
        return ""


@cache
def shipped_texts() -> str:
    """Give one hash for the shipped grammars, word lists, schemes, methods and review rules.

    The version alone does not tell them: an office may have edited its checkout.
    """
    paths = (path for folder, pattern in _DECISIVE for path in resource(folder).rglob(pattern))
    return combined(FileRecord.of(path.name, path.read_bytes()) for path in paths)
