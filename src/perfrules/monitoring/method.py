"""A monitoring method (监控办法): everything that decides which light stands where, as a ruleset wrote it down.

Each part has a `basis`: the article or document it rests on, or 惯例 or 建议 where no document says it. An empty one
means the document of the method itself.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import TypeVar

import attrs

from perfrules.formulas import Formula, Value, truth_of
from perfrules.monitoring.light import Light
from perfrules.scoring import Parameter
from perfrules.source import Place

PLACEHOLDER = re.compile(r"\{(\w{1,50})\}")
"""A name in a remark that its value takes the place of."""


@attrs.frozen
class LightRule:
    """If the condition holds, the light; without a condition, always."""

    condition: Formula | None
    light: Light
    basis: str = ""
    place: Place | None = attrs.field(default=None, eq=False)


@attrs.frozen
class Remark:
    """If the condition holds, what is to be said: `偏差{偏差}，超过{说明线}`."""

    condition: Formula | None
    text: str
    basis: str = ""
    place: Place | None = attrs.field(default=None, eq=False)


@attrs.frozen
class Checkpoint:
    """The least share of the budget that should be spent by the end of a month (进度要求)."""

    month: int
    share: Fraction
    text: str
    basis: str = ""


@attrs.frozen
class Method:
    """A monitoring method: of each list the first rule that fits decides.

    `indicators` give the light of an indicator, `completion` that of all indicators of a project together,
    `execution` that of its budget; `explanations` say when a deviation has to be explained, `comparisons` what is to be
    said where targets and budget drift apart.
    """

    name: str
    title: str = ""
    authority: str = ""
    parameters: tuple[Parameter, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()
    indicators: tuple[LightRule, ...] = ()
    completion: tuple[LightRule, ...] = ()
    execution: tuple[LightRule, ...] = ()
    explanations: tuple[Remark, ...] = ()
    comparisons: tuple[Remark, ...] = ()
    place: Place | None = attrs.field(default=None, eq=False)

    def parameter(self, name: str, default: Fraction) -> Fraction:
        """Give the value of a parameter."""
        return next((each.value for each in self.parameters if each.name == name), default)

    def required_share(self, as_of: date) -> Fraction | None:
        """Give the share of the budget that should be spent by a day; None before the first checkpoint.

        >>> method = Method("例", checkpoints=(Checkpoint(6, Fraction(2, 5), "40%"),))
        >>> method.required_share(date(2023, 6, 29)), method.required_share(date(2023, 7, 31))
        (None, Fraction(2, 5))
        """
        passed = [each for each in self.checkpoints if month_end(as_of.year, each.month) <= as_of]
        return max(passed, key=lambda each: each.month).share if passed else None


def month_end(year: int, month: int) -> date:
    """Give the last day of a month.

    >>> month_end(2024, 2)
    datetime.date(2024, 2, 29)
    """
    first_after = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(first_after.toordinal() - 1)


_Rule = TypeVar("_Rule", LightRule, Remark)


def first_fitting(rules: Iterable[_Rule], values: Mapping[str, Value]) -> _Rule | None:
    """Find the first rule whose condition holds; None where there is none, and where a condition cannot be decided.

    What is behind an undecided condition may not be tried: it is written for when that condition does not hold.
    """
    for rule in rules:
        fits = True if rule.condition is None else truth_of(rule.condition, values)
        if fits is None:
            return None
        if fits:
            return rule
    return None
