"""Joins what a rule gives the builder: the ends of a range, the words of a subject, the name of a baseline."""

import attrs
from lark import Token

from perfrules.syntax import calendar
from perfrules.syntax.expression import Approximation, Between, Measure, Op
from perfrules.syntax.lexicon import words
from perfrules.units import SCALES

_SUBJECTS = ("SUBJECT", "NAMED", "EVENT", "DOING", "THING", "ACTED")
"""In the order in which they stand around a number, so that what is printed for a bare number reads as the same."""


def subject_of(tokens: dict[str, Token]) -> str:
    """Say what is counted: words before an operator or a number, and the thing or the deed behind it."""
    return "".join(tokens[terminal] for terminal in _SUBJECTS if terminal in tokens).strip()


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


def is_duration(measure: Measure) -> bool:
    """Whether a number is a stretch of time; so many for each month is none."""
    return measure.of.dimension in {((base, 1),) for base in ("时间", "工作日", "历月")}


def leads_up_to(start: Measure, end: Measure, op: Op | None) -> bool:
    """Whether a change from one number to another goes the way that its word says: no 由90%提高到80%."""
    first, last = (start if start.unit else with_unit_of(start, end)).of, end.of
    if first.dimension != last.dimension or (first.text == "%") != (last.text == "%"):
        return False
    before, after = first.to_base(start.number), last.to_base(end.number)
    return before < after if op is Op.GE else before > after


def baseline_of(token: Token | None) -> str:
    """Name the baseline that a token means; a year in digits, an average with the number of its years."""
    if token is None:
        return "unstated"
    meaning = words()["BASELINE"].meaning(token)
    if meaning == "average":
        return f"{meaning}{calendar.count_of_years(token)}"
    return calendar.year_in(token) if meaning == "year" else meaning
