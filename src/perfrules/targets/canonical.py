"""The canonical text of a target: what its cell says with all that its context supplies, so that it needs none."""

from datetime import date

import attrs

from perfrules.syntax import (
    All,
    Any,
    Blank,
    Change,
    Deadline,
    Expression,
    Grade,
    Op,
    Origin,
    Period,
    Ratio,
    Window,
    print_expression,
)
from perfrules.targets.region import AllOf, AnyOf, Days, Region


def canonical_text(expression: Expression, region: Region) -> str:
    """Give the canonical text of a completed expression and the set it denotes, from which dates are taken."""
    return print_expression(_settled(expression, region))


def _settled(expression: Expression, region: Region) -> Expression:
    """Put into the expression what its context has decided: years, sides, and operators that go without saying."""
    match expression:
        case Ratio(op_from=Origin.NAME, op=Op() as op):
            # The name wants the right side large; without the name, that is an upper bound.
            return attrs.evolve(expression, op=op.reversed)
        case Change(op=None, amount=amount, high=None) if amount is not None:
            return attrs.evolve(expression, op=Op.GE)
        case Deadline():
            return _deadline(expression, region)
        case Window() if isinstance(region, Days) and region.first and region.last:
            return Window(_day(region.first), _day(region.last))
        case Grade(scale, level, Op.GE) if level == scale.levels[0]:
            return attrs.evolve(expression, op=None)
        case Blank():
            return Blank("")
        case All(of) | Any(of):
            regions = region.of if isinstance(region, AllOf | AnyOf) else ()
            return type(expression)(tuple(_settled(part, each) for part, each in zip(of, regions, strict=True)))
        case _:
            return expression


def _deadline(deadline: Deadline, region: Region) -> Deadline:
    if isinstance(region, Days) and region.last:
        return Deadline(_day(region.last), worded=True, event=deadline.event)
    is_kept = deadline.every or deadline.period == Period(None)
    return deadline if is_kept else attrs.evolve(deadline, stated=True, worded=True)


def _day(day: date) -> Period:
    month_day = (day.month, day.day)
    return Period(day.year, month_day, month_day)
