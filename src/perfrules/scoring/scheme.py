"""A scheme (评分办法): everything that decides how many points a line gets, as data that a ruleset wrote down.

Each part has a `basis`: the article or document it rests on, or 惯例 or 假定 where no document says it. An empty one
means the document of the scheme itself.
"""

from datetime import date
from enum import Enum
from fractions import Fraction

import attrs

from perfrules.actuals import Tier
from perfrules.formulas import Formula
from perfrules.source import Place
from perfrules.targets import Interval, Target


@attrs.frozen
class Parameter:
    """A number with a name; `text` is how it was written (`60%`)."""

    name: str
    value: Fraction
    text: str
    basis: str = ""


@attrs.frozen
class ClassWeight:
    """The points of a class of indicators (一级指标), by its canonical name."""

    category: str
    points: Fraction
    basis: str = ""


@attrs.frozen
class WeightChange:
    """A class weight under a variant: new points, or points on top of the former ones."""

    category: str
    points: Fraction
    added: bool = False


@attrs.frozen
class Variant:
    """How the class weights change for a table that has no indicator of the class `missing`."""

    missing: str
    changes: tuple[WeightChange, ...]
    basis: str = ""


@attrs.frozen
class Merger:
    """A class that the scheme counts as part of another one."""

    category: str
    into: str
    basis: str = ""


class Leftover(Enum):
    """What becomes of class weights that no indicator of the table can earn, once the variants are applied."""

    SHARED = "按比例分给其余各类"
    DROPPED = "不分配"


@attrs.frozen
class Weighting:
    """How the full mark is divided: execution rate, classes, and what to do when a class is missing.

    `places` are the decimals of a divided weight; what dividing leaves goes to the last one.
    """

    execution: Fraction = Fraction(0)
    execution_basis: str = ""
    classes: tuple[ClassWeight, ...] = ()
    variants: tuple[Variant, ...] = ()
    mergers: tuple[Merger, ...] = ()
    leftover: Leftover = Leftover.DROPPED
    places: int = 2


@attrs.frozen
class ScoringRule:
    """If the condition holds, `award` says the points: a formula, or the name of a table of bands or tiers.

    Without a condition the rule always fits. `note` is what a person should be told when the rule was used.
    """

    condition: Formula | None
    award: Formula
    basis: str = ""
    note: str = ""
    place: Place | None = attrs.field(default=None, eq=False)


@attrs.frozen
class Band:
    """The points for actual values inside a target."""

    target: Target
    points: Fraction


@attrs.frozen
class BandTable:
    """Bands of actual values (分档), with points out of `full`; they scale with the weight of the indicator."""

    name: str
    full: Fraction
    bands: tuple[Band, ...]
    basis: str = ""


@attrs.frozen
class TierShare:
    """The share of the weight that a tier of judgement can get."""

    tier: Tier
    share: Interval


@attrs.frozen
class TierTable:
    """Tiers for what only a person can judge (评判等级)."""

    name: str
    tiers: tuple[TierShare, ...]
    basis: str = ""


@attrs.frozen
class Grade:
    """A grade (等次) and the total scores that get it."""

    name: str
    scores: Interval


class RoundingMode(Enum):
    """How a number is rounded; the second is GB/T 8170—2008."""

    HALF_UP = "四舍五入"
    HALF_EVEN = "四舍六入五成双"
    DOWN = "舍去"


@attrs.frozen
class Rounding:
    """The decimals that points are rounded to; None keeps them exact."""

    places: int | None = None
    mode: RoundingMode = RoundingMode.HALF_UP
    basis: str = ""


@attrs.frozen
class Scheme:
    """A scheme: the first of `rules` that fits decides the points of an indicator.

    `name` is how tables ask for it (`central/mof-2020-10`), `authority` the number of its document (文号). `execution`
    are the rules for the execution rate, tried in order like the others.
    """

    name: str
    title: str = ""
    authority: str = ""
    in_force: date | None = None
    weighting: Weighting = Weighting()
    parameters: tuple[Parameter, ...] = ()
    rules: tuple[ScoringRule, ...] = ()
    execution: tuple[ScoringRule, ...] = ()
    bands: tuple[BandTable, ...] = ()
    tiers: tuple[TierTable, ...] = ()
    grades: tuple[Grade, ...] = ()
    rounding: Rounding = Rounding()
    place: Place | None = attrs.field(default=None, eq=False)

    def basis_of(self, basis: str) -> str:
        """Name what a part rests on: its own basis, else the document of the scheme."""
        return basis or self.authority
