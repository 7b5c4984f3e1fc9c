"""The ruleset files that perfrules ships, and the block in each that bears the name of its file."""

import re
from collections.abc import Iterator
from pathlib import Path

from perfrules.data import resource
from perfrules.rules.text.outline import Entry, Problems, read_outline
from perfrules.source import Source

_NAME = re.compile(r"[\w-]+(?:/[\w-]+)*")


def shipped_files() -> Iterator[tuple[str, Path]]:
    """Give every shipped ruleset file, sorted, by the name that a block in it would have.

    >>> "central/mof-2020-10" in dict(shipped_files())
    True
    """
    folder = resource("rulesets")
    return ((path.relative_to(folder).with_suffix("").as_posix(), path) for path in sorted(folder.rglob("*.rules")))


def shipped_entry(keyword: str, name: str, problems: Problems) -> Entry | None:
    """Give the block that its file is named after; None where no file holds it.

    >>> shipped_entry("评分办法", "central/mof-2020-10", Problems()).line.whole.text
    '评分办法 central/mof-2020-10'
    >>> shipped_entry("评分办法", "../README", Problems())
    """
    path = resource(f"rulesets/{name}.rules")
    if _NAME.fullmatch(name) is None or not path.is_file():
        return None
    source = Source(f"rulesets/{name}.rules", path.read_text(encoding="utf-8"))
    wanted = f"{keyword} {name}"
    entries = read_outline(source, problems) if wanted in source.text else ()
    return next((entry for entry in entries if entry.line.whole.text == wanted), None)
