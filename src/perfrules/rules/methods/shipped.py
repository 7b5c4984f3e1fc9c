"""The monitoring methods that perfrules ships, found by name, which is the path of their file."""

from functools import cache, lru_cache

from perfrules.monitoring import Method
from perfrules.rules.methods.linking import link_method
from perfrules.rules.methods.methods import KEYWORD, MethodDraft, read_method
from perfrules.rules.text.outline import Problems
from perfrules.rules.text.shipped_files import shipped_entry, shipped_files


@cache
def shipped_methods() -> tuple[str, ...]:
    """Give the names of the shipped methods, sorted.

    >>> "central/mof-2019-136" in shipped_methods()
    True
    """
    return tuple(name for name, _ in shipped_files() if shipped_method_draft(name) is not None)


@lru_cache(maxsize=64)
def shipped_method(name: str) -> Method | None:
    """Give a shipped method; None where there is none of that name.

    >>> print(shipped_method("central/mof-2019-136").authority)
    财预〔2019〕136号
    """
    draft = shipped_method_draft(name)
    return None if draft is None else link_method(draft, shipped_method_draft, (), Problems())


@lru_cache(maxsize=64)
def shipped_method_draft(name: str) -> MethodDraft | None:
    """Read a shipped method as far as its own text goes; its file states its name."""
    problems = Problems()
    entry = shipped_entry(KEYWORD, name, problems)
    return None if entry is None else read_method(entry, name, problems)
