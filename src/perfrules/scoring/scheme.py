"""A scheme (评分办法): everything that decides how many points a line gets, as data that a ruleset wrote down.

Each part has a `basis`: the article or document it rests on, or 惯例 or 假定 where no document says it. An empty one
means the document of the scheme itself. `origin` is the name of the scheme whose own text states the part.
"""

from datetime import date
from enum import Enum
from fractions import Fraction

import attrs

from perfrules.actuals import Tier
from perfrules.formulas import Formula
from perfrules.scoring.weighting import Weighting
from perfrules.source import Place
from perfrules.targets import Interval, Target


@attrs.frozen
class Parameter:
    """A number with a name; `text` is how it was written (`60%`)."""

    name: str
    value: Fraction
    text: str
    basis: str = ""
    origin: str = attrs.field(default="", eq=False)


@attrs.frozen
class ScoringRule:
    """If the condition holds, `award` says the points: a formula, or the name of a table of bands or tiers.

    Without a condition the rule always fits. `note` is what a person should be told when the rule was used.
    """

    condition: Formula | None
    award: Formula
    basis: str = ""
    note: str = ""
    origin: str = attrs.field(default="", eq=False)
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
    origin: str = attrs.field(default="", eq=False)


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
    origin: str = attrs.field(default="", eq=False)


@attrs.frozen
class Grade:
    """A grade (等次) and the total scores that get it."""

    name: str
    scores: Interval
    basis: str = ""
    origin: str = attrs.field(default="", eq=False)


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


class Inapplicable(Enum):
    """What becomes of the weight of a line that does not apply to the project in this year."""

    RESCALED = "其余折算成满分"
    FULL = "得满分"
    DROPPED = "不计入总分"


class Averaging(Enum):
    """What the score of each project counts in the score of its department."""

    BY_BUDGET = "按预算加权"
    BY_SHARE = "按项目权重加权"
    EQUAL = "平均"


@attrs.frozen
class Scheme:
    """A scheme: the first of `rules` that fits decides the points of an indicator.

    `name` is how tables ask for it (`central/mof-2020-10`), `authority` the number of its document (文号). `execution`
    are the rules for the execution rate, `audited` those for a table that was checked, both tried in order like the
    others. It is in force from `in_force` until the day
    before `until`; schemes that followed each other have a common `family` (系列).
    """

    name: str
    title: str = ""
    authority: str = ""
    family: str = ""
    in_force: date | None = None
    until: date | None = None
    weighting: Weighting = attrs.field(factory=Weighting)
    parameters: tuple[Parameter, ...] = ()
    rules: tuple[ScoringRule, ...] = ()
    execution: tuple[ScoringRule, ...] = ()
    audited: tuple[ScoringRule, ...] = ()
    bands: tuple[BandTable, ...] = ()
    tiers: tuple[TierTable, ...] = ()
    grades: tuple[Grade, ...] = ()
    rounding: Rounding = Rounding()
    inapplicable: Inapplicable = Inapplicable.DROPPED
    inapplicable_basis: str = ""
    averaging: Averaging = Averaging.BY_BUDGET
    place: Place | None = attrs.field(default=None, eq=False)

    def basis_of(self, basis: str) -> str:
        """Name what a part rests on: its own basis, else the document of the scheme."""
        return basis or self.authority

    def authority_of(self, basis: str) -> str:
        """Say what a part rests on for a derivation, and in which scheme it stands where that is no document.

        >>> Scheme("某省/2024", title="办法").authority_of("惯例")
        '惯例；评分办法：办法（某省/2024）'
        """
        name = f"{self.title}（{self.name}）" if self.title else self.name
        return f"{basis}；评分办法：{name}" if basis else self.authority or name
