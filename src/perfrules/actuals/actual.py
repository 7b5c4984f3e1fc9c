"""An actual value: what was reached, as far as the cell says it."""

from enum import Enum
from fractions import Fraction

import attrs

from perfrules.diagnostics import Diagnostic
from perfrules.syntax import Direction, LevelScale, Period
from perfrules.targets import Interval
from perfrules.units import Unit


class Tier(Enum):
    """The three official answers for a qualitative indicator (财预〔2020〕10号)."""

    FULL = "达成年度指标"
    PARTIAL = "部分达成年度指标并具有一定效果"
    NONE = "未达成年度指标且效果较差"


@attrs.frozen
class Amount:
    """A number, or a set of numbers where the text is approximate, a range or a bound.

    `interval` is in base units of `unit`; a `unit` of None means that none was written.
    """

    interval: Interval
    unit: Unit | None = None


@attrs.frozen
class PartOfWhole:
    """A part and a whole as written, of the same kind: `58/60`, `1:16`."""

    part: Fraction
    whole: Fraction


@attrs.frozen
class Dates:
    """A stretch of days: `2023年11月` is every day of it.

    With `open_start`, any day up to its end is meant (`11月底前`); with `before` too, any day before it starts
    (`11月前`). `event` is what happened then where that is no completion (`12月20日开工`).
    """

    start: Period
    end: Period
    open_start: bool = False
    before: bool = False
    event: str = ""


@attrs.frozen
class Answer:
    """Yes or no."""

    answer: bool


@attrs.frozen
class LevelReached:
    """A level of a scale, or several, of which one was reached (良好以上)."""

    scale: LevelScale
    levels: tuple[str, ...]


@attrs.frozen
class StatedChange:
    """A change that the text itself states: `较上年增长5.2%`, `提高`.

    `interval` is signed (an increase is positive) and in base units of `unit`; without an amount, `unit` is None and
    the interval is all changes of that direction.
    """

    direction: Direction
    baseline: str
    interval: Interval
    unit: Unit | None = None


@attrs.frozen
class TierReached:
    """One of the three tiers for qualitative indicators."""

    tier: Tier


@attrs.frozen
class Asserted:
    """`已完成`, `达标`: said to be met, without a measured value."""


@attrs.frozen
class NotReported:
    """Nothing stands in the cell."""


@attrs.frozen
class Words:
    """Text that no value could be read from."""

    text: str


ActualValue = (
    Amount | PartOfWhole | Dates | Answer | LevelReached | StatedChange | TierReached | Asserted | NotReported | Words
)


@attrs.frozen(repr=False)
class Actual:
    """What was reached: the text as typed, its value, and what was doubtful about it."""

    text: str
    value: ActualValue
    diagnostics: tuple[Diagnostic, ...] = ()

    def __repr__(self) -> str:
        return f"Actual({self.text!r})"

    def __str__(self) -> str:
        from perfrules.actuals.wording import value_text  # noqa: PLC0415 - words know values, not they words

        return value_text(self.value)

    def _repr_html_(self) -> str | None:
        from perfrules.actuals.as_page import as_page  # noqa: PLC0415
        from perfrules.page import draw_inline  # noqa: PLC0415 - only notebooks draw

        return draw_inline(as_page(self))
