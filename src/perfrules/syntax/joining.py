"""Joins what a rule gives the builder: the ends of a range, the words of a subject, the name of a baseline."""

import attrs
from lark import Token

from perfrules.syntax import calendar
from perfrules.syntax.expression import Approximation, Between, Measure
from perfrules.syntax.lexicon import words
from perfrules.units import SCALES


def subject_of(tokens: dict[str, Token]) -> str:
    """Say what is counted: words before an operator, the doing before a number, the thing behind it."""
    return "".join(
        tokens[terminal] for terminal in ("SUBJECT", "NAMED", "DOING", "THING") if terminal in tokens
    ).strip()


def with_unit_of(measure: Measure, other: Measure) -> Measure:
    """Give a number in the unit of another, which was written once for both."""
    return Measure(measure.number, other.unit, measure.approximation, measure.span, other.unit_span, measure.units)


def range_of(low: Measure, high: Measure) -> Between:
    """Make a range; 10-20万元 and 10万-20万元 write the unit of both at the end."""
    if Approximation.ABOUT in {low.approximation, high.approximation}:
        # The 约 before a range, and the 左右 behind it, are said of both ends.
        low, high = (attrs.evolve(end, approximation=Approximation.ABOUT) for end in (low, high))
    if not high.unit and low.unit:
        return Between(low, with_unit_of(high, low))
    (scale, _), *_ = low.unit or (("", 1),)
    shares_unit = not low.unit or (scale in SCALES and high.unit[:1] and high.unit[0][0].startswith(scale))
    return Between(with_unit_of(low, high) if shares_unit else low, high)


def baseline_of(token: Token | None) -> str:
    """Name the baseline that a token means; a year in digits."""
    if token is None:
        return "unstated"
    meaning = words()["BASELINE"].meaning(token)
    return calendar.year_in(token) if meaning == "year" else meaning
