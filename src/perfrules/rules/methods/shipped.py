"""The monitoring methods that perfrules ships, found by name, which is the path of their file."""

import re
from functools import cache

from perfrules.data import resource
from perfrules.monitoring import Method
from perfrules.rules.methods.linking import link_method
from perfrules.rules.methods.methods import KEYWORD, MethodDraft, read_method
from perfrules.rules.text.outline import Problems, read_outline
from perfrules.source import Source

_NAME = re.compile(r"[\w-]+(?:/[\w-]+)*")


@cache
def shipped_methods() -> tuple[str, ...]:
    """Give the names of the shipped methods, sorted.

    >>> "central/mof-2019-136" in shipped_methods()
    True
    """
    folder = resource("rulesets")
    names = (path.relative_to(folder).with_suffix("").as_posix() for path in sorted(folder.rglob("*.rules")))
    return tuple(name for name in names if shipped_method_draft(name) is not None)


@cache
def shipped_method(name: str) -> Method | None:
    """Give a shipped method; None where there is none of that name.

    >>> print(shipped_method("central/mof-2019-136").authority)
    财预〔2019〕136号
    """
    draft = shipped_method_draft(name)
    return None if draft is None else link_method(draft, shipped_method_draft, (), Problems())


@cache
def shipped_method_draft(name: str) -> MethodDraft | None:
    """Read a shipped method as far as its own text goes; its file states its name."""
    path = resource(f"rulesets/{name}.rules")
    if _NAME.fullmatch(name) is None or not path.is_file():
        return None
    source = Source(f"rulesets/{name}.rules", path.read_text(encoding="utf-8"))
    wanted = f"{KEYWORD} {name}"
    problems = Problems()
    entries = read_outline(source, problems) if wanted in source.text else ()
    entry = next((entry for entry in entries if entry.line.whole.text == wanted), None)
    return None if entry is None else read_method(entry, name, problems)
