"""The schemes that perfrules ships, found by name: `central/mof-2020-10` is `rulesets/central/mof-2020-10.rules`."""

import re
from functools import cache
from pathlib import Path

from perfrules.data import resource
from perfrules.rules.schemes.draft import SchemeDraft
from perfrules.rules.schemes.linking import link
from perfrules.rules.schemes.scheme import KEYWORD, read_scheme
from perfrules.rules.text.outline import Problems, read_outline
from perfrules.scoring import Scheme
from perfrules.source import Source

_NAME = re.compile(r"[\w-]+(?:/[\w-]+)*")


@cache
def shipped_schemes() -> tuple[str, ...]:
    """Give the names of the shipped schemes, sorted.

    >>> "central/mof-2020-10" in shipped_schemes()
    True
    """
    return tuple(name for name, _ in _files() if shipped_draft(name) is not None)


@cache
def shipped_family(family: str) -> tuple[Scheme, ...]:
    """Give the shipped schemes of a family (系列). Files that do not name it are not parsed.

    >>> [scheme.name for scheme in shipped_family("central/mof")]
    ['central/mof-2020-10']
    """
    names = (name for name, path in _files() if f"系列：{family}" in path.read_text(encoding="utf-8"))
    found = (shipped_scheme(name) for name in names)
    return tuple(scheme for scheme in found if scheme is not None and scheme.family == family)


def _files() -> list[tuple[str, Path]]:
    """Give every shipped ruleset file, by the name that a scheme in it would have."""
    folder = resource("rulesets")
    return [(path.relative_to(folder).with_suffix("").as_posix(), path) for path in sorted(folder.rglob("*.rules"))]


@cache
def shipped_scheme(name: str) -> Scheme | None:
    """Give a shipped scheme; None where there is none of that name.

    >>> print(shipped_scheme("central/mof-2020-10").authority)
    财预〔2020〕10号
    """
    draft = shipped_draft(name)
    return None if draft is None else link(draft, shipped_draft, (), Problems())


@cache
def shipped_draft(name: str) -> SchemeDraft | None:
    """Read a shipped scheme as far as its own text goes; its file states its name."""
    path = resource(f"rulesets/{name}.rules")
    if _NAME.fullmatch(name) is None or not path.is_file():
        return None
    source = Source(f"rulesets/{name}.rules", path.read_text(encoding="utf-8"))
    wanted = f"{KEYWORD} {name}"
    problems = Problems()
    entries = read_outline(source, problems) if wanted in source.text else ()
    entry = next((entry for entry in entries if entry.line.whole.text == wanted), None)
    return None if entry is None else read_scheme(entry, name, problems)
