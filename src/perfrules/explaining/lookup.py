"""Finds what a name stands for in a ruleset, and lists what a ruleset holds."""

from collections.abc import Iterator

from perfrules.diagnostics import Code, Diagnostic, UnknownNameError
from perfrules.explaining.indicator import indicator_lines
from perfrules.explaining.method import method_lines
from perfrules.explaining.review_rule import rule_lines
from perfrules.explaining.scheme import scheme_lines
from perfrules.names import comparable
from perfrules.report.matching import nearest
from perfrules.review import ReviewRule
from perfrules.review.rule import rule_named
from perfrules.rules import choose_scheme, shipped_method, shipped_methods, shipped_review, shipped_schemes
from perfrules.ruleset import Ruleset


def explain(ruleset: Ruleset, name: str) -> Iterator[str]:
    """Explain everything of that name: indicators; schemes, methods and review rules, those of the ruleset or shipped.

    Raises:
        UnknownNameError: There is nothing of that name.
    """
    by_name = (_indicators, _schemes, _methods, _review_rules)
    found = [lines for look_up in by_name for lines in look_up(ruleset, name)]
    if not found:
        raise UnknownNameError(Diagnostic.of(Code.NOTHING_TO_EXPLAIN, name=name, hint=nearest(name, _names(ruleset))))
    for position, lines in enumerate(found):
        yield from ("", *lines) if position else lines


def contents(ruleset: Ruleset) -> Iterator[str]:
    """List the goal tables of a ruleset with their indicators, its schemes, methods and review rules.

    >>> list(contents(Ruleset()))
    ['这里没有目标表、评分办法、监控办法和审核规则。']
    """
    for table in ruleset.goal_tables:
        yield f"目标表 {table.name}"
        yield from (f"  {indicator.name}：{indicator.target.text}" for indicator in table.indicators)
    for scheme in ruleset.schemes:
        yield f"评分办法 {scheme.name}　{scheme.title}".rstrip()
    for method in ruleset.methods:
        yield f"监控办法 {method.name}　{method.title}".rstrip()
    for rule in ruleset.review_rules:
        yield f"审核规则 {rule.id} {rule.name}"
    if not (ruleset.goal_tables or ruleset.schemes or ruleset.methods or ruleset.review_rules):
        yield "这里没有目标表、评分办法、监控办法和审核规则。"


def _indicators(ruleset: Ruleset, name: str) -> Iterator[Iterator[str]]:
    for table in ruleset.goal_tables:
        for indicator in table.indicators:
            if comparable(indicator.name) == comparable(name):
                yield indicator_lines(table, indicator, ruleset.scheme_for(table))


def _schemes(ruleset: Ruleset, name: str) -> Iterator[Iterator[str]]:
    scheme = choose_scheme(ruleset.schemes, name, None)
    if scheme is not None:
        yield scheme_lines(scheme)


def _methods(ruleset: Ruleset, name: str) -> Iterator[Iterator[str]]:
    method = next((each for each in ruleset.methods if each.name == name), None) or shipped_method(name)
    if method is not None:
        yield method_lines(method)


def _review_rules(ruleset: Ruleset, name: str) -> Iterator[Iterator[str]]:
    rule = rule_named(_rules_of(ruleset), name.upper())
    if rule is not None:
        yield rule_lines(rule)


def _rules_of(ruleset: Ruleset) -> tuple[ReviewRule, ...]:
    """Give the rules by which a ruleset is reviewed; its own come first, since they replace shipped ones."""
    return (*ruleset.review_rules, *shipped_review().rules)


def _names(ruleset: Ruleset) -> list[str]:
    indicators = (indicator.name for table in ruleset.goal_tables for indicator in table.indicators)
    schemes = (*(scheme.name for scheme in ruleset.schemes), *shipped_schemes())
    methods = (*(method.name for method in ruleset.methods), *shipped_methods())
    return [*indicators, *schemes, *methods, *(rule.id for rule in _rules_of(ruleset))]
