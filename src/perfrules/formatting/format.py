"""A ruleset text in its one layout."""

import attrs

from perfrules.diagnostics import Diagnostic
from perfrules.formatting.alignment import aligned
from perfrules.formatting.rows import rows
from perfrules.rules.text.outline import Problems, read_outline
from perfrules.source import Source


@attrs.frozen
class Formatted:
    """A ruleset text in its layout. Where lines cannot be read, `text` is as it was and `diagnostics` says why."""

    text: str
    diagnostics: tuple[Diagnostic, ...] = ()


def format_source(source: Source) -> Formatted:
    r"""Lay out a ruleset text: it says the same afterwards, with the same comments, and a second time nothing changes.

    >>> print(format_source(Source("x.rules", "目标表 甲\n\t年度:2023\t# 预算年度")).text, end="")
    目标表 甲
      年度：2023    # 预算年度
    """
    problems = Problems()
    entries = read_outline(source, problems)
    if problems.found:
        return Formatted(source.text, tuple(problems.found))
    return Formatted("".join(f"{line}\n" for line in aligned(rows(source, entries))))
