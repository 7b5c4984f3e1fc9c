"""From drafts to monitoring methods: what a method does not state it takes from its parent; every name must be known.

A method states only what differs. Parameters replace those of the same name, checkpoints and the lists of rules are
replaced as a whole.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import attrs

from perfrules.diagnostics import Code
from perfrules.formulas import Kind, Scope, faults
from perfrules.monitoring import Checkpoint, LightRule, Method, Remark
from perfrules.monitoring.facts import (
    comparison_names,
    completion_names,
    execution_names,
    explanation_names,
    indicator_names,
)
from perfrules.monitoring.method import PLACEHOLDER
from perfrules.rules.methods.methods import MethodDraft
from perfrules.rules.text.formula_faults import report
from perfrules.rules.text.hints import hint
from perfrules.rules.text.outline import Problems
from perfrules.scoring import Parameter
from perfrules.source import TextPlace

Find = Callable[[str], MethodDraft | None]
"""Finds a draft by the name of its method."""

MOST_PARENTS = 20
_Rule = TypeVar("_Rule", LightRule, Remark)
_Part = TypeVar("_Part", Parameter, Checkpoint, LightRule, Remark)


def link_method(draft: MethodDraft, find: Find, known: Iterable[str], problems: Problems) -> Method | None:
    """Make a method of a draft and the drafts that it inherits from; None where it cannot inherit."""
    chain = _chain(draft, find, known, problems)
    if chain is None:
        return None
    method = Method(draft.name)
    for each in reversed(chain):
        method = _with(method, each)
    return _checked(method, draft.place, problems)


def _chain(draft: MethodDraft, find: Find, known: Iterable[str], problems: Problems) -> list[MethodDraft] | None:
    """Give a draft, its parent, the parent of that one, and so on."""
    chain = [draft]
    while (parent := chain[-1].parent) is not None:
        names = [each.name for each in chain]
        if parent.text in names or len(chain) > MOST_PARENTS:
            problems.add(Code.METHOD_PARENT_CYCLE, draft.parent or parent, chain=" → ".join([*names, parent.text]))
            return None
        found = find(parent.text)
        if found is None:
            problems.add(Code.METHOD_PARENT_UNKNOWN, parent, name=parent.text, hint=hint(parent.text, known))
            return None
        chain.append(found)
    return chain


def _with(inherited: Method, draft: MethodDraft) -> Method:
    """Put what a draft states over what it inherits."""
    method = _signed(inherited) if draft.authority else inherited
    parameters = {each.name: each for each in (*method.parameters, *draft.parameters)}
    return attrs.evolve(
        method,
        title=draft.title or method.title,
        authority=draft.authority or method.authority,
        parameters=tuple(parameters.values()),
        checkpoints=tuple(draft.checkpoints) or method.checkpoints,
        indicators=tuple(draft.indicators) or method.indicators,
        completion=tuple(draft.completion) or method.completion,
        execution=tuple(draft.execution) or method.execution,
        explanations=tuple(draft.explanations) or method.explanations,
        comparisons=tuple(draft.comparisons) or method.comparisons,
        place=draft.place,
    )


def _signed(method: Method) -> Method:
    """Let each part name the document it rests on, before another document puts its name to the whole."""

    def signed(parts: tuple[_Part, ...]) -> tuple[_Part, ...]:
        return tuple(attrs.evolve(part, basis=part.basis or method.authority) for part in parts)

    return attrs.evolve(
        method,
        parameters=signed(method.parameters),
        checkpoints=signed(method.checkpoints),
        indicators=signed(method.indicators),
        completion=signed(method.completion),
        execution=signed(method.execution),
        explanations=signed(method.explanations),
        comparisons=signed(method.comparisons),
    )


def _checked(method: Method, place: TextPlace, problems: Problems) -> Method:
    """Leave out the rules that name what is not there, or use a number as a condition."""
    parameters = dict.fromkeys((each.name for each in method.parameters), Kind.NUMBER)
    facts = explanation_names() | completion_names() | comparison_names()
    for name in parameters:
        if name in facts:
            problems.add(Code.METHOD_NAME_TAKEN, place, name=name, method=method.name)

    def holding(rules: tuple[_Rule, ...], names: Mapping[str, Kind]) -> tuple[_Rule, ...]:
        return tuple(rule for rule in rules if _holds(rule, names | parameters, problems))  # type: ignore[operator]

    def worded(rules: tuple[Remark, ...], names: Mapping[str, Kind]) -> tuple[Remark, ...]:
        return tuple(rule for rule in holding(rules, names) if _says_numbers(rule, names | parameters, problems))  # type: ignore[operator]

    return attrs.evolve(
        method,
        indicators=holding(method.indicators, indicator_names()),
        completion=holding(method.completion, completion_names()),
        execution=holding(method.execution, execution_names()),
        explanations=worded(method.explanations, explanation_names()),
        comparisons=worded(method.comparisons, comparison_names()),
    )


def _says_numbers(remark: Remark, names: Mapping[str, Kind], problems: Problems) -> bool:
    """Whether every name in braces is a number that can be said."""
    unknown = [name for name in PLACEHOLDER.findall(remark.text) if names.get(name) is not Kind.NUMBER]
    where = [remark.place] if isinstance(remark.place, TextPlace) else []
    for name in unknown:
        problems.add(Code.FORMULA_NAME_UNKNOWN, *where, name=name, hint=hint(name, names))
    return not unknown


def _holds(rule: LightRule | Remark, names: Mapping[str, Kind], problems: Problems) -> bool:
    found = [] if rule.condition is None else list(faults(rule.condition, Scope(names), Kind.TRUTH))
    report(found, [rule.place] if isinstance(rule.place, TextPlace) else [], problems)
    return not found
