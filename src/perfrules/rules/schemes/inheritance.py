"""A scheme states only what differs from its parent.

Parameters, tables, class weights and variants replace those of the same name. Rules and grades, whose order or coverage
counts, replace those of the parent as a whole, but for a line `其余：照继承` among the rules, which stands for them.
"""

from collections.abc import Iterable
from typing import Protocol, TypeVar

import attrs

from perfrules.rules.schemes.draft import Inherited, SchemeDraft
from perfrules.scoring import (
    BandTable,
    ClassWeight,
    Grade,
    Merger,
    Parameter,
    Rounding,
    Scheme,
    ScoringRule,
    TierTable,
    Variant,
    Weighting,
)


class _Named(Protocol):
    @property
    def name(self) -> str: ...


_N = TypeVar("_N", bound=_Named)
_B = TypeVar("_B", Parameter, ScoringRule, BandTable, TierTable)
_O = TypeVar("_O", Parameter, ScoringRule, BandTable, TierTable, Grade, ClassWeight | Merger, Variant)


def inherit(inherited: Scheme, draft: SchemeDraft) -> Scheme:
    """Put what a draft states over what it inherits. How long a scheme holds, and its family, are its own affair."""
    is_by_another = bool(draft.authority or draft.basis)
    scheme = _signed(inherited) if is_by_another else inherited
    return attrs.evolve(
        scheme,
        title=draft.title or scheme.title,
        authority=draft.authority if is_by_another else scheme.authority,
        family=draft.family,
        in_force=draft.in_force or scheme.in_force,
        until=draft.until,
        weighting=_weighting(scheme.weighting, draft),
        parameters=_by_name(scheme.parameters, _own(draft.parameters, draft)),
        rules=_rules(scheme.rules, draft.rules, draft),
        execution=_rules(scheme.execution, draft.execution, draft),
        audited=_rules(scheme.audited, draft.audited, draft),
        bands=_by_name(scheme.bands, _own(draft.bands, draft)),
        tiers=_by_name(scheme.tiers, _own(draft.tiers, draft)),
        grades=scheme.grades if draft.grades is None else _own(draft.grades, draft),
        rounding=_rounding(draft) or scheme.rounding,
        averaging=draft.averaging or scheme.averaging,
        inapplicable=draft.inapplicable or scheme.inapplicable,
        inapplicable_basis=(
            (draft.inapplicable_basis or draft.basis) if draft.inapplicable else scheme.inapplicable_basis
        ),
        place=draft.place,
    )


def _own(parts: Iterable[_O], draft: SchemeDraft) -> tuple[_O, ...]:
    """Let each part say whose text states it, and what it rests on where the whole text rests on it."""
    return tuple(attrs.evolve(part, origin=draft.name, basis=part.basis or draft.basis) for part in parts)


def _rounding(draft: SchemeDraft) -> Rounding | None:
    stated = draft.rounding
    return stated and attrs.evolve(stated, basis=stated.basis or draft.basis)


def _by_name(inherited: Iterable[_N], own: Iterable[_N]) -> tuple[_N, ...]:
    return tuple({each.name: each for each in (*inherited, *own)}.values())


def _rules(
    inherited: tuple[ScoringRule, ...], own: Iterable[ScoringRule | Inherited], draft: SchemeDraft
) -> tuple[ScoringRule, ...]:
    parts = [inherited if isinstance(each, Inherited) else _own([each], draft) for each in own]
    return tuple(rule for part in parts for rule in part) or inherited


def _signed(scheme: Scheme) -> Scheme:
    """Let each part name the document it rests on, before another document, or none, stands for the whole."""

    def signed(parts: tuple[_B, ...]) -> tuple[_B, ...]:
        return tuple(attrs.evolve(part, basis=scheme.basis_of(part.basis)) for part in parts)

    return attrs.evolve(
        scheme,
        parameters=signed(scheme.parameters),
        rules=signed(scheme.rules),
        execution=signed(scheme.execution),
        audited=signed(scheme.audited),
        bands=signed(scheme.bands),
        tiers=signed(scheme.tiers),
    )


def _weighting(inherited: Weighting, draft: SchemeDraft) -> Weighting:
    """Divide as inherited but for what is stated. Classes and leaving it to the table exclude each other."""
    stated: tuple[ClassWeight | Merger, ...] = _own(draft.classes, draft)
    former: tuple[ClassWeight | Merger, ...] = (*inherited.classes, *inherited.mergers)
    classes = {each.category: each for each in (*(former if draft.free is None else ()), *stated)}
    variants = {} if draft.free is not None else {each.missing: each for each in inherited.variants}
    variants |= {each.missing: each for each in _own(draft.variants, draft)}
    execution = draft.execution_weight
    return Weighting(
        execution=inherited.execution if execution is None else execution.points,
        execution_basis=inherited.execution_basis if execution is None else execution.basis or draft.basis,
        classes=tuple(each for each in classes.values() if isinstance(each, ClassWeight)),
        variants=tuple(variants.values()),
        mergers=tuple(each for each in classes.values() if isinstance(each, Merger)),
        leftover=draft.leftover or inherited.leftover,
        free=draft.free if draft.free is not None or draft.classes else inherited.free,
        places=inherited.places if draft.places is None else draft.places,
    )
