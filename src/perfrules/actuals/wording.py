"""What was read from an actual value, in a few words."""

from perfrules.actuals.actual import (
    ActualValue,
    Amount,
    Answer,
    Asserted,
    Dates,
    LevelReached,
    NotReported,
    PartOfWhole,
    StatedChange,
    TierReached,
    Words,
)
from perfrules.syntax import Direction
from perfrules.syntax.printing_dates import print_period
from perfrules.units import PLAIN, exact_text

_DIRECTIONS = {
    Direction.INCREASE: "增加",
    Direction.DECREASE: "减少",
    Direction.NOT_DECREASE: "没有减少",
    Direction.NOT_INCREASE: "没有增加",
    Direction.STEADY: "持平",
}


def value_text(value: ActualValue) -> str:
    """Say what was read.

    >>> value_text(NotReported()), value_text(Answer(True))
    ('没有填报', '是')
    """
    match value:
        case Amount(interval, unit):
            text = interval.in_unit(unit or PLAIN)
            return text[1:-1] if interval.is_point else text
        case PartOfWhole(part, whole):
            return f"{exact_text(part)}/{exact_text(whole)}"
        case Dates(start, end):
            return (
                f"{_opening(value)}{print_period(start)}"
                if start == end
                else f"{print_period(start)}至{print_period(end)}"
            )
        case Answer(answer):
            return "是" if answer else "否"
        case LevelReached(_, levels):
            return "或".join(levels)
        case StatedChange(direction, _, interval, unit):
            change = _DIRECTIONS[direction]
            return f"比{value.baseline or '基期'}{change}" + (
                "" if unit is None else f"，变化 {interval.in_unit(unit)}"
            )
        case TierReached(tier):
            return tier.value
        case Asserted():
            return "只说已经达到，没有数值"
        case NotReported():
            return "没有填报"
        case Words():
            return "只有文字，读不出数值"


def _opening(dates: Dates) -> str:
    return ("不晚于" if dates.open_start else "") if not dates.before else "早于"
