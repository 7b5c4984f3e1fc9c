"""Says in one Chinese sentence what a target asks."""

from datetime import date
from typing import assert_never

from perfrules.syntax import (
    All,
    Any,
    Between,
    Blank,
    Bound,
    Change,
    Deadline,
    Direction,
    Expression,
    Grade,
    Measure,
    Op,
    Origin,
    Qualitative,
    Ratio,
    Reference,
    Scale,
    Tolerance,
    Window,
    YesNo,
    print_baseline,
    print_expression,
    print_measure,
    print_number,
    print_period,
)
from perfrules.targets.region import AllOf, Amounts, AnyOf, Changes, Days, Levels, Region, Unset

_OPS = {Op.GE: "不低于", Op.GT: "大于", Op.LE: "不高于", Op.LT: "小于", Op.EQ: "等于"}
_EXTENTS = {Op.GE: "至少", Op.GT: "超过", Op.LE: "至多", Op.LT: "不到", Op.EQ: "正好"}
_ORIGINS = {
    Origin.COLUMN: "符号列",
    Origin.TEMPLATE: "指标名称里的模板",
    Origin.DIRECTION: "方向列",
    Origin.ZERO: "单独一个0",
    Origin.NAME: "指标名称的用词",
    Origin.CLASS: "指标类别",
}
_MOVES = {
    Direction.INCREASE: "提高",
    Direction.DECREASE: "降低",
    Direction.NOT_DECREASE: "不降低",
    Direction.NOT_INCREASE: "不提高",
    Direction.STEADY: "持平",
}
_NO_YEAR = "（没有写是哪一年）"


def sentence(expression: Expression, region: Region) -> str:
    """Say what a completed expression and the set it denotes ask, and what of it was not written in the cell."""
    match expression:
        case Blank():
            return "没有设定指标值。"
        case Scale(text):
            return f"格里写的是备选答案“{text}”，没有设定指标值。"
        case _:
            return f"要求{_asked(expression, region)}。"


def _asked(expression: Expression, region: Region) -> str:
    match expression:
        case Bound():
            return _bound(expression)
        case Between(low, high, low_closed, high_closed, subject):
            bottom, top = Op.GE if low_closed else Op.GT, Op.LE if high_closed else Op.LT
            return f"{_who(subject)}{_compared(bottom, low)}且{_compared(top, high)}"
        case Tolerance():
            return _tolerance(expression, region)
        case Ratio():
            return _ratio(expression)
        case Change():
            return _change(expression, region)
        case Deadline():
            return _deadline(expression, region)
        case Window():
            return _window(expression, region)
        case YesNo(answer):
            return f"回答“{'是' if answer else '否'}”"
        case Grade():
            return _grade(expression, region)
        case Qualitative(text, direction):
            move = f"，方向是{_MOVES[direction]}" if direction else ""
            return f"“{text}”，由人评判{move}"
        case Reference(op, to):
            return f"实际值{_OPS[op]}{to}（同一张表里的另一个数）"
        case Blank() | Scale():
            return "没有设定的一项"
        case All(of) | Any(of):
            return _several(expression, of, region)
        case _:
            assert_never(expression)


def _who(subject: str) -> str:
    """What is compared: the subject that the cell names, else the actual value itself."""
    return {"": "实际值", "各": "每一处"}.get(subject, subject)


def _compared(op: Op, measure: Measure) -> str:
    return f"{_OPS[op]}{print_measure(measure)}"


def _origin(origin: Origin) -> str:
    return f"（{_supplied(origin)}）" if origin in _ORIGINS else ""


def _supplied(origin: Origin) -> str:
    return f"格里没有写运算符，据{_ORIGINS[origin]}"


def assumption(expression: Expression) -> str:
    """Say what of a completed expression was not written in the cell, and where it was read; empty where all was."""
    match expression:
        case Bound(op_from=origin) | Ratio(op_from=origin) if origin in _ORIGINS:
            return _supplied(origin)
        case All(of) | Any(of):
            return "；".join(dict.fromkeys(found for part in of if (found := assumption(part))))
        case _:
            return ""


# numbers


def _bound(bound: Bound) -> str:
    if bound.op is None:
        return f"{_who(bound.subject)}同{print_measure(bound.measure)}相比，格里没有写明怎样比"
    closing = f"，又{_compared(bound.closing, bound.measure)}" if bound.closing else ""
    return f"{_who(bound.subject)}{_compared(bound.op, bound.measure)}{closing}{_origin(bound.op_from)}"


def _tolerance(tolerance: Tolerance, region: Region) -> str:
    center = print_measure(tolerance.center) if tolerance.center else "0"
    around = f"以{center}为中心，上下各{print_measure(tolerance.delta)}"
    if not isinstance(region, Amounts) or region.interval.low is None or region.interval.high is None:
        return around
    low, high = (
        f"{print_number(number / region.unit.factor)}{region.unit.text}"
        for number in (region.interval.low, region.interval.high)
    )
    return f"实际值不低于{low}且不高于{high}（{around}）"


def _ratio(ratio: Ratio) -> str:
    written = f"{print_number(ratio.left.number)}:{print_number(ratio.right.number)}"
    ratio_of = f"{_who(ratio.subject)}是两数之比"
    match ratio.op, ratio.op_from:
        case None, _:
            return f"{ratio_of}，同{written}相比，没有写明要大还是要小"
        case op, Origin.NAME:
            return f"{ratio_of}，{_OPS[op.reversed]}{written}（后一个数大为好，据指标名称的用词）"
        case op, origin:
            return f"{ratio_of}，{_OPS[op]}{written}{_origin(origin)}"


def _change(change: Change, region: Region) -> str:
    baseline = print_baseline(change.baseline)
    joined = "与" if change.direction is Direction.STEADY else "比"
    unsaid = "没有写明同何时相比" if change.baseline == "unstated" else ""
    share = "按基期值的比例算" if isinstance(region, Changes) and region.relative else ""
    notes = "，".join(note for note in (unsaid, share) if note)
    remark = f"（{notes}）" if notes else ""
    return f"{_who(change.subject)}{joined}{baseline}{_MOVES[change.direction]}{_extent(change)}{remark}"


def _extent(change: Change) -> str:
    if change.amount is None:
        return ""
    if change.high is not None:
        return f"{print_measure(change.amount)}至{print_measure(change.high)}"
    return f"{_EXTENTS[change.op or Op.GE]}{print_measure(change.amount)}"


# dates


def _deadline(deadline: Deadline, region: Region) -> str:
    if deadline.every:
        return f"{print_expression(deadline)}完成"
    done = deadline.event or "完成"
    if isinstance(region, Days) and region.last:
        return f"在{_date(region.last)}或以前{done}"
    day = print_period(deadline.period)
    by = f"{day}{'开始之前' if deadline.before else '或以前'}" if day else "年内"
    return f"在{by}{done}{'，但没有这一天' if isinstance(region, Unset) else _NO_YEAR}"


def _window(window: Window, region: Region) -> str:
    if isinstance(region, Unset):
        return f"在{print_expression(window)}之间，但没有这一天"
    if isinstance(region, Days) and region.first and region.last:
        return f"在{_date(region.first)}至{_date(region.last)}之间（含首尾两天）"
    return f"在{print_expression(window)}之间{_NO_YEAR}"


def _date(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


# levels, several


def _grade(grade: Grade, region: Region) -> str:
    if not isinstance(region, Levels) or not region.levels:
        return f"等级{_OPS[grade.op or Op.GE]}“{grade.level}”，没有这样的等级"
    if not region.ordered:
        return f"等级达到“{grade.level}”（这类等级没有固定的高低次序，只有这一级是确定的）"
    levels = "、".join(f"“{level}”" for level in region.levels)
    best_first = "、".join(grade.scale.levels)
    return f"等级是{levels}{'之一' if len(region.levels) > 1 else ''}（由好到差：{best_first}）"


def _several(expression: All | Any, of: tuple[Expression, ...], region: Region) -> str:
    regions = region.of if isinstance(region, AllOf | AnyOf) else ()
    parts = "；".join(_asked(part, each) for part, each in zip(of, regions, strict=True))
    return f"{'同时满足' if isinstance(expression, All) else '至少满足一项'}：{parts}"
