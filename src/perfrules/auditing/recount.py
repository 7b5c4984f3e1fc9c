"""What a scheme gives for a line or for the money of a table that is filled in."""

from decimal import Decimal
from fractions import Fraction
from typing import Protocol

import attrs

from perfrules.actuals import read_actual
from perfrules.evaluation import Outcome, evaluate
from perfrules.names import comparable
from perfrules.scoring import Scheme, Score, score, score_execution
from perfrules.tables import FilledLine, FilledMoney, Printed
from perfrules.targets import parse_quantity
from perfrules.units import Quantity

BUDGET = "预算"
"""The name under which a target refers to the budget of its project: 不超预算."""

_EXECUTION = {"预算执行率", "资金执行率", "预算资金执行率"}
_WHOLE = parse_quantity("100%")


class Counted(Protocol):
    """Something with a printed score that a scheme can score."""

    @property
    def name(self) -> str:
        """What messages call it."""

    @property
    def printed(self) -> Printed:
        """The score as printed."""

    def by(self, scheme: Scheme, judgement: Decimal | None = None) -> Score:
        """Score it."""


@attrs.frozen
class CountedLine:
    """An indicator. `outcome` is the verdict on it, which no scheme changes."""

    line: FilledLine
    outcome: Outcome

    @classmethod
    def of(cls, line: FilledLine, budget: Quantity | None) -> "CountedLine":
        """Judge a line, against the budget of its project where it refers to that."""
        baseline = read_actual(line.baseline, line.indicator.target.language) if line.baseline else None
        references = {} if budget is None else {BUDGET: budget}
        return cls(line, evaluate(line.indicator.target, line.actual, baseline=baseline, references=references))

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.line.indicator.name

    @property
    def printed(self) -> Printed:
        """The score as printed."""
        return self.line.score

    def by(self, scheme: Scheme, judgement: Decimal | None = None) -> Score:
        """Score the line."""
        weight = Fraction(self.line.weight.number or 0)
        if self.is_execution:
            return score_execution(parse_quantity(self.line.actual.text), _WHOLE, _with_weight(scheme, weight))
        return score(self.outcome, weight, scheme, self.line.indicator, judgement)

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form of what was filled in, but for the score."""
        indicator, target = self.line.indicator, self.line.indicator.target
        return {
            "category": indicator.category,
            "subcategory": indicator.subcategory,
            "target": {"text": target.text, "canonical": target.canonical, **target.to_dict()},
            "actual": self.line.actual.text,
            "weight": self.line.weight.text,
            "reason": self.line.reason,
        }

    @property
    def is_execution(self) -> bool:
        """Whether this is the execution rate, put among the indicators and without a target of its own."""
        return not self.line.indicator.target.text and comparable(self.name) in _EXECUTION


@attrs.frozen
class CountedMoney:
    """The money of a project: spent ÷ budget, or the printed rate where an amount is missing."""

    row: FilledMoney

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.row.name

    @property
    def printed(self) -> Printed:
        """The score as printed."""
        return self.row.score

    def by(self, scheme: Scheme, judgement: Decimal | None = None) -> Score:
        """Score the execution rate out of the weight that is printed."""
        spent, budget = self.row.spent, self.row.budget
        if (spent is None or budget is None) and self.row.rate.is_percent:
            spent, budget = parse_quantity(self.row.rate.text), _WHOLE
        return score_execution(spent, budget, _with_weight(scheme, Fraction(self.row.weight.number or 0)))

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form of what was filled in, but for the score."""
        row = self.row
        return {
            "budget": None if row.budget is None else str(row.budget),
            "spent": None if row.spent is None else str(row.spent),
            "rate": row.rate.text,
            "weight": row.weight.text,
            "reason": row.reason,
        }


def _with_weight(scheme: Scheme, weight: Fraction) -> Scheme:
    return attrs.evolve(scheme, weighting=attrs.evolve(scheme.weighting, execution=weight))
