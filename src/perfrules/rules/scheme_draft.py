"""What one scheme says by itself, before what it inherits is added."""

from datetime import date

import attrs

from perfrules.rules.lines import Piece
from perfrules.scoring import (
    BandTable,
    ClassWeight,
    Grade,
    Leftover,
    Merger,
    Parameter,
    Rounding,
    ScoringRule,
    TierTable,
    Variant,
)
from perfrules.source import TextPlace


@attrs.define
class SchemeDraft:
    """The parts of a scheme that its own text states; None and empty mean: not stated, as in the parent."""

    name: str
    place: TextPlace
    parent: Piece | None = None
    title: str = ""
    authority: str = ""
    in_force: date | None = None
    execution_weight: ClassWeight | None = None
    classes: list[ClassWeight | Merger] = attrs.field(factory=list)
    variants: list[Variant] = attrs.field(factory=list)
    leftover: Leftover | None = None
    places: int | None = None
    parameters: list[Parameter] = attrs.field(factory=list)
    rules: list[ScoringRule] = attrs.field(factory=list)
    execution: list[ScoringRule] = attrs.field(factory=list)
    bands: list[BandTable] = attrs.field(factory=list)
    tiers: list[TierTable] = attrs.field(factory=list)
    grades: list[Grade] = attrs.field(factory=list)
    rounding: Rounding | None = None
