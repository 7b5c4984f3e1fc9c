"""Finds what a name stands for in a ruleset, and lists what a ruleset holds."""

from collections.abc import Iterator

from perfrules.diagnostics import Code, Diagnostic, PerfRulesError
from perfrules.explaining.indicator import indicator_lines
from perfrules.explaining.scheme import scheme_lines
from perfrules.names import comparable
from perfrules.report.matching import nearest
from perfrules.rules import choose_scheme, shipped_schemes
from perfrules.ruleset import Ruleset


def explain(ruleset: Ruleset, name: str) -> Iterator[str]:
    """Explain everything of that name: indicators of the ruleset, its schemes and the shipped ones.

    Raises:
        PerfRulesError: There is nothing of that name.
    """
    found = [*_indicators(ruleset, name), *_schemes(ruleset, name)]
    if not found:
        raise PerfRulesError(Diagnostic.of(Code.NOTHING_TO_EXPLAIN, name=name, hint=nearest(name, _names(ruleset))))
    for position, lines in enumerate(found):
        yield from ("", *lines) if position else lines


def contents(ruleset: Ruleset) -> Iterator[str]:
    """List the goal tables of a ruleset with their indicators, and its schemes.

    >>> list(contents(Ruleset()))
    ['这里没有目标表，也没有评分办法。']
    """
    for table in ruleset.goal_tables:
        yield f"目标表 {table.name}"
        yield from (f"  {indicator.name}：{indicator.target.text}" for indicator in table.indicators)
    for scheme in ruleset.schemes:
        yield f"评分办法 {scheme.name}　{scheme.title}".rstrip()
    if not (ruleset.goal_tables or ruleset.schemes):
        yield "这里没有目标表，也没有评分办法。"


def _indicators(ruleset: Ruleset, name: str) -> Iterator[Iterator[str]]:
    for table in ruleset.goal_tables:
        for indicator in table.indicators:
            if comparable(indicator.name) == comparable(name):
                yield indicator_lines(table, indicator, ruleset.scheme_for(table))


def _schemes(ruleset: Ruleset, name: str) -> Iterator[Iterator[str]]:
    scheme = choose_scheme(ruleset.schemes, name, None)
    if scheme is not None:
        yield scheme_lines(scheme)


def _names(ruleset: Ruleset) -> list[str]:
    indicators = (indicator.name for table in ruleset.goal_tables for indicator in table.indicators)
    return [*indicators, *(scheme.name for scheme in ruleset.schemes), *shipped_schemes()]
