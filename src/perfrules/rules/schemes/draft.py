"""What one scheme says by itself, before what it inherits is added."""

from datetime import date
from fractions import Fraction

import attrs

from perfrules.rules.text.lines import Piece
from perfrules.scoring import (
    Averaging,
    BandTable,
    ClassWeight,
    Grade,
    Inapplicable,
    Leftover,
    Merger,
    Parameter,
    Rounding,
    ScoringRule,
    TierTable,
    Variant,
)
from perfrules.source import TextPlace


@attrs.frozen
class Inherited:
    """Stands among the rules of a scheme for all those of its parent."""

    place: TextPlace


@attrs.define
class SchemeDraft:
    """The parts of a scheme that its own text states; None and empty mean: not stated, as in the parent."""

    name: str
    place: TextPlace
    parent: Piece | None = None
    title: str = ""
    authority: str = ""
    basis: str = ""
    family: str = ""
    in_force: date | None = None
    until: date | None = None
    execution_weight: ClassWeight | None = None
    classes: list[ClassWeight | Merger] = attrs.field(factory=list)
    variants: list[Variant] = attrs.field(factory=list)
    free: Fraction | None = None
    leftover: Leftover | None = None
    places: int | None = None
    parameters: list[Parameter] = attrs.field(factory=list)
    rules: list[ScoringRule | Inherited] = attrs.field(factory=list)
    execution: list[ScoringRule | Inherited] = attrs.field(factory=list)
    audited: list[ScoringRule | Inherited] = attrs.field(factory=list)
    bands: list[BandTable] = attrs.field(factory=list)
    tiers: list[TierTable] = attrs.field(factory=list)
    grades: list[Grade] | None = None
    rounding: Rounding | None = None
    averaging: Averaging | None = None
    inapplicable: Inapplicable | None = None
    inapplicable_basis: str = ""
