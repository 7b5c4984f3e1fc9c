"""Trials (试算) of a scheme: lines that give what is reported and say what must come of it."""

from decimal import Decimal
from fractions import Fraction

import attrs

from perfrules.actuals import Actual
from perfrules.source import Place
from perfrules.tables import GoalTable, Indicator
from perfrules.units import Quantity, exact_text


@attrs.frozen
class Expected:
    """What must come of a case: `what` is a column (得分), `text` its value in the one way it is written."""

    what: str
    text: str
    place: Place | None = attrs.field(default=None, eq=False)


@attrs.frozen(kw_only=True)
class IndicatorCase:
    """An indicator with an actual value. `budget` is what 不超预算 refers to, `judgement` the points of a person."""

    indicator: Indicator
    actual: Actual
    weight: Fraction | None = None
    baseline: Actual | None = None
    judgement: Decimal | None = None
    budget: Quantity | None = None
    expected: tuple[Expected, ...] = ()
    place: Place | None = attrs.field(default=None, eq=False)

    @property
    def title(self) -> str:
        """What a message calls the case."""
        target, actual = self.indicator.target.text or "未设定", self.actual.text or "未填"
        return f"{self.indicator.name}：{target}，实际{actual}"


@attrs.frozen(kw_only=True)
class ExecutionCase:
    """The execution of a budget; None where the case gives no amount."""

    spent: Quantity | None
    adjusted: Quantity | None
    expected: tuple[Expected, ...] = ()
    place: Place | None = attrs.field(default=None, eq=False)

    @property
    def title(self) -> str:
        """What a message calls the case."""
        return f"预算执行率：执行{self.spent or '未填'}，预算{self.adjusted or '未填'}"


@attrs.frozen(kw_only=True)
class GradeCase:
    """A total score that gets a grade."""

    total: Fraction
    text: str
    expected: tuple[Expected, ...] = ()
    place: Place | None = attrs.field(default=None, eq=False)

    @property
    def title(self) -> str:
        """What a message calls the case."""
        return f"总分：{self.text}"


@attrs.frozen(kw_only=True)
class AuditedCase:
    """A self-evaluation of which points were taken off."""

    self_score: Fraction
    deduction: Fraction
    expected: tuple[Expected, ...] = ()
    place: Place | None = attrs.field(default=None, eq=False)

    @property
    def title(self) -> str:
        """What a message calls the case."""
        return f"自评得分：{exact_text(self.self_score)}，扣分{exact_text(self.deduction)}"


@attrs.frozen(kw_only=True)
class WeightsCase:
    """A table without weights, whose indicators are of certain classes, that gets weights."""

    table: GoalTable
    text: str
    expected: tuple[Expected, ...] = ()
    place: Place | None = attrs.field(default=None, eq=False)

    @property
    def title(self) -> str:
        """What a message calls the case."""
        return f"指标类别：{self.text}"


Case = IndicatorCase | ExecutionCase | AuditedCase | GradeCase | WeightsCase


@attrs.frozen
class Trial:
    """Cases of one scheme, under one name."""

    name: str
    scheme: str
    cases: tuple[Case, ...]
    place: Place | None = attrs.field(default=None, eq=False)
