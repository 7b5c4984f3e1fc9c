"""The schemes that perfrules ships, found by name: `central/mof-2020-10` is `rulesets/central/mof-2020-10.rules`."""

from functools import cache, lru_cache

from perfrules.rules.schemes.draft import SchemeDraft
from perfrules.rules.schemes.linking import link
from perfrules.rules.schemes.scheme import KEYWORD, read_scheme
from perfrules.rules.text.outline import Problems
from perfrules.rules.text.shipped_files import shipped_entry, shipped_files
from perfrules.scoring import Scheme


@cache
def shipped_schemes() -> tuple[str, ...]:
    """Give the names of the shipped schemes, sorted.

    >>> "central/mof-2020-10" in shipped_schemes()
    True
    """
    return tuple(name for name, _ in shipped_files() if shipped_draft(name) is not None)


@lru_cache(maxsize=64)
def shipped_family(family: str) -> tuple[Scheme, ...]:
    """Give the shipped schemes of a family (系列). Files that do not name it are not parsed.

    >>> [scheme.name for scheme in shipped_family("central/mof")]
    ['central/mof-2020-10']
    """
    names = (name for name, path in shipped_files() if f"系列：{family}" in path.read_text(encoding="utf-8"))
    found = (shipped_scheme(name) for name in names)
    return tuple(scheme for scheme in found if scheme is not None and scheme.family == family)


@lru_cache(maxsize=64)
def shipped_scheme(name: str) -> Scheme | None:
    """Give a shipped scheme; None where there is none of that name.

    >>> print(shipped_scheme("central/mof-2020-10").authority)
    财预〔2020〕10号
    """
    draft = shipped_draft(name)
    return None if draft is None else link(draft, shipped_draft, (), Problems())


@lru_cache(maxsize=64)
def shipped_draft(name: str) -> SchemeDraft | None:
    """Read a shipped scheme as far as its own text goes; its file states its name."""
    problems = Problems()
    entry = shipped_entry(KEYWORD, name, problems)
    return None if entry is None else read_scheme(entry, name, problems)
