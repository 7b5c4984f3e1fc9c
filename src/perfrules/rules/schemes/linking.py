"""From drafts to schemes: each is put over the one it inherits from, and every name in its formulas must be known."""

from collections.abc import Callable, Iterable, Mapping

import attrs

from perfrules.diagnostics import Code
from perfrules.formulas import Kind, Name, Scope, faults, kind_of
from perfrules.rules.schemes.draft import SchemeDraft
from perfrules.rules.schemes.inheritance import inherit
from perfrules.rules.text.formula_faults import report
from perfrules.rules.text.hints import hint
from perfrules.rules.text.outline import Problems
from perfrules.scoring import Scheme, ScoringRule
from perfrules.scoring.audited import audited_names
from perfrules.scoring.facts import execution_names, indicator_names
from perfrules.source import TextPlace

Find = Callable[[str], SchemeDraft | None]
"""Finds a draft by the name of its scheme."""

MOST_PARENTS = 20


def link(draft: SchemeDraft, find: Find, known: Iterable[str], problems: Problems) -> Scheme | None:
    """Make a scheme of a draft and the drafts that it inherits from; None where it cannot inherit."""
    chain = _chain(draft, find, known, problems)
    if chain is None:
        return None
    scheme = Scheme(draft.name)
    for each in reversed(chain):
        scheme = inherit(scheme, each)
    return _checked(scheme, draft.place, problems)


def put_over(base: Scheme, draft: SchemeDraft) -> Scheme:
    """Put what a draft states over a scheme that it does not name as its parent; what does not fit is left out."""
    return _checked(attrs.evolve(inherit(base, draft), name=draft.name), draft.place, Problems())


def _chain(draft: SchemeDraft, find: Find, known: Iterable[str], problems: Problems) -> list[SchemeDraft] | None:
    """Give a draft, its parent, the parent of that one, and so on."""
    chain = [draft]
    while (parent := chain[-1].parent) is not None:
        names = [each.name for each in chain]
        if parent.text in names:
            problems.add(Code.PARENT_CYCLE, draft.parent or parent, chain=" → ".join([*names, parent.text]))
            return None
        if len(chain) > MOST_PARENTS:
            problems.add(Code.INHERITANCE_TOO_DEEP, draft.parent or parent, name=draft.name, most=MOST_PARENTS)
            return None
        found = find(parent.text)
        if found is None:
            problems.add(Code.PARENT_UNKNOWN, parent, name=parent.text, hint=hint(parent.text, known))
            return None
        chain.append(found)
    return chain


def _checked(scheme: Scheme, place: TextPlace, problems: Problems) -> Scheme:
    """Leave out the rules that name what is not there, or use a condition as a number."""
    parameters = dict.fromkeys((each.name for each in scheme.parameters), Kind.NUMBER)
    table_names = (*(each.name for each in scheme.bands), *(each.name for each in scheme.tiers))
    tables = dict.fromkeys(table_names, Kind.TABLE)
    facts = indicator_names() | execution_names() | audited_names()
    for name in (*parameters, *tables):
        if name in facts or (name in parameters and name in tables):
            problems.add(Code.NAME_TAKEN, place, name=name, scheme=scheme.name)
    possible = (indicator_names() | tables, execution_names(), audited_names())
    indicator, execution, audited = (names | parameters for names in possible)
    return attrs.evolve(
        scheme,
        rules=tuple(rule for rule in scheme.rules if _rule_holds(rule, indicator, problems)),
        execution=tuple(rule for rule in scheme.execution if _rule_holds(rule, execution, problems)),
        audited=tuple(rule for rule in scheme.audited if _rule_holds(rule, audited, problems)),
    )


def _rule_holds(rule: ScoringRule, names: Mapping[str, Kind], problems: Problems) -> bool:
    scope = Scope(names)
    award_kind = kind_of(rule.award, scope) if isinstance(rule.award, Name) else None
    wanted = Kind.TABLE if award_kind is Kind.TABLE else Kind.NUMBER
    found = [*faults(rule.award, scope, wanted)]
    if rule.condition is not None:
        found = [*faults(rule.condition, scope, Kind.TRUTH), *found]
    report(found, [rule.place] if isinstance(rule.place, TextPlace) else [], problems)
    return not found
