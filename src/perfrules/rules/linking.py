"""From drafts to schemes: what a scheme does not state it takes from its parent, and every name must be known.

A scheme states only what differs. Parameters, tables, class weights and variants replace those of the same name; the
lists of rules and grades, whose order or coverage counts, are replaced as a whole.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, TypeVar

import attrs

from perfrules.diagnostics import Code
from perfrules.formulas import Fault, Kind, Name, UnknownName, faults, formula_text, kind_of
from perfrules.rules.fields import hint
from perfrules.rules.outline import Problems
from perfrules.rules.scheme_draft import SchemeDraft
from perfrules.scoring import BandTable, ClassWeight, Merger, Parameter, Scheme, ScoringRule, TierTable, Weighting
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
        scheme = _with(scheme, each)
    return _checked(scheme, draft.place, problems)


def _chain(draft: SchemeDraft, find: Find, known: Iterable[str], problems: Problems) -> list[SchemeDraft] | None:
    """Give a draft, its parent, the parent of that one, and so on."""
    chain = [draft]
    while (parent := chain[-1].parent) is not None:
        names = [each.name for each in chain]
        if parent.text in names or len(chain) > MOST_PARENTS:
            problems.add(Code.PARENT_CYCLE, draft.parent or parent, chain=" → ".join([*names, parent.text]))
            return None
        found = find(parent.text)
        if found is None:
            problems.add(Code.PARENT_UNKNOWN, parent, name=parent.text, hint=hint(parent.text, known))
            return None
        chain.append(found)
    return chain


class _Named(Protocol):
    @property
    def name(self) -> str: ...


_N = TypeVar("_N", bound=_Named)
_B = TypeVar("_B", Parameter, ScoringRule, BandTable, TierTable)


def _by_name(inherited: Iterable[_N], own: Iterable[_N]) -> tuple[_N, ...]:
    return tuple({each.name: each for each in (*inherited, *own)}.values())


def _with(inherited: Scheme, draft: SchemeDraft) -> Scheme:
    """Put what a draft states over what it inherits."""
    scheme = _signed(inherited) if draft.authority else inherited
    return attrs.evolve(
        scheme,
        title=draft.title or scheme.title,
        authority=draft.authority or scheme.authority,
        in_force=draft.in_force or scheme.in_force,
        weighting=_weighting(scheme.weighting, draft),
        parameters=_by_name(scheme.parameters, draft.parameters),
        rules=tuple(draft.rules) or scheme.rules,
        execution=tuple(draft.execution) or scheme.execution,
        bands=_by_name(scheme.bands, draft.bands),
        tiers=_by_name(scheme.tiers, draft.tiers),
        grades=tuple(draft.grades) or scheme.grades,
        rounding=draft.rounding or scheme.rounding,
        place=draft.place,
    )


def _signed(scheme: Scheme) -> Scheme:
    """Let each part name the document it rests on, before another document puts its name to the whole."""

    def signed(parts: tuple[_B, ...]) -> tuple[_B, ...]:
        return tuple(attrs.evolve(part, basis=scheme.basis_of(part.basis)) for part in parts)

    return attrs.evolve(
        scheme,
        parameters=signed(scheme.parameters),
        rules=signed(scheme.rules),
        execution=signed(scheme.execution),
        bands=signed(scheme.bands),
        tiers=signed(scheme.tiers),
    )


def _weighting(inherited: Weighting, draft: SchemeDraft) -> Weighting:
    classes: dict[str, ClassWeight | Merger] = {
        each.category: each for each in (*inherited.classes, *inherited.mergers, *draft.classes)
    }
    variants = {each.missing: each for each in (*inherited.variants, *draft.variants)}
    execution = draft.execution_weight
    return Weighting(
        execution=inherited.execution if execution is None else execution.points,
        execution_basis=inherited.execution_basis if execution is None else execution.basis,
        classes=tuple(each for each in classes.values() if isinstance(each, ClassWeight)),
        variants=tuple(variants.values()),
        mergers=tuple(each for each in classes.values() if isinstance(each, Merger)),
        leftover=draft.leftover or inherited.leftover,
        places=inherited.places if draft.places is None else draft.places,
    )


def _checked(scheme: Scheme, place: TextPlace, problems: Problems) -> Scheme:
    """Leave out the rules that name what is not there, or use a condition as a number."""
    parameters = dict.fromkeys((each.name for each in scheme.parameters), Kind.NUMBER)
    table_names = (*(each.name for each in scheme.bands), *(each.name for each in scheme.tiers))
    tables = dict.fromkeys(table_names, Kind.TABLE)
    facts = indicator_names() | execution_names()
    for name in (*parameters, *tables):
        if name in facts or (name in parameters and name in tables):
            problems.add(Code.NAME_TAKEN, place, name=name, scheme=scheme.name)
    indicator, execution = (names | parameters for names in (indicator_names() | tables, execution_names()))
    return attrs.evolve(
        scheme,
        rules=tuple(rule for rule in scheme.rules if _rule_holds(rule, indicator, problems)),
        execution=tuple(rule for rule in scheme.execution if _rule_holds(rule, execution, problems)),
    )


def _rule_holds(rule: ScoringRule, names: Mapping[str, Kind], problems: Problems) -> bool:
    award_kind = kind_of(rule.award, names) if isinstance(rule.award, Name) else None
    wanted = Kind.TABLE if award_kind is Kind.TABLE else Kind.NUMBER
    found = [*faults(rule.award, names, wanted)]
    if rule.condition is not None:
        found = [*faults(rule.condition, names, Kind.TRUTH), *found]
    for fault in found:
        _report(fault, rule, names, problems)
    return not found


def _report(fault: Fault, rule: ScoringRule, names: Mapping[str, Kind], problems: Problems) -> None:
    where = [rule.place] if isinstance(rule.place, TextPlace) else []
    if isinstance(fault, UnknownName):
        problems.add(Code.FORMULA_NAME_UNKNOWN, *where, name=fault.name, hint=hint(fault.name, names))
    else:
        problems.add(
            Code.FORMULA_KIND_WRONG,
            *where,
            part=formula_text(fault.part),
            found=fault.found.value,
            wanted=fault.wanted.value,
        )
