"""Prints expressions: each in one canonical spelling, which reads as the same expression again.

Signs stand before numbers, units are in the spelling of `grammar/units.txt`, and nothing is left out that was written.
Words that were not understood (`Qualitative`, `Scale`, `Blank`) print as they were typed.

A range that a completion made of two bounds, and that no cell writes as a range (it has a subject, an open end that is
approximate, or 约 at one end only), prints as those bounds.
"""

import re
from fractions import Fraction
from functools import cache
from typing import assert_never

from perfrules.syntax.expression import (
    All,
    Any,
    Approximation,
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
    Qualitative,
    Ratio,
    Reference,
    Scale,
    Tolerance,
    Window,
    YesNo,
)
from perfrules.syntax.grammar import none_of_regexp
from perfrules.syntax.language import STANDARD
from perfrules.syntax.lexicon import words
from perfrules.syntax.printing_dates import print_deadline, print_window
from perfrules.units import exact_text

_CLOSINGS = {Op.GE: "以上", Op.GT: "以上（不含）", Op.LE: "以下", Op.LT: "以下（不含）"}
_VERBS = {
    Direction.INCREASE: "提高",
    Direction.DECREASE: "降低",
    Direction.NOT_DECREASE: "不降低",
    Direction.NOT_INCREASE: "不提高",
    Direction.STEADY: "持平",
}
_BASELINES = {"last_year": "上年", "last_period": "上期", "average": "平均水平", "unstated": "基期"}
_COUNTS = {"2": "两", "3": "三", "4": "四", "5": "五"}
_CALENDAR_UNITS = {"季度": "个季度"}
"""Units that read as a date behind a number: 3季度 is the third quarter."""


def print_expression(expression: Expression) -> str:
    """Give the canonical spelling of an expression.

    >>> from perfrules.syntax import read_target
    >>> [print_expression(read_target(text)) for text in ("九十家以上", "比上年增长5%以上", "大于20小于35")]
    ['≥90家', '较上年提高≥5%', '>20且<35']
    """
    match expression:
        case Bound():
            return _bound(expression)
        case Between():
            return _between(expression)
        case Tolerance(center, delta):
            return f"{print_measure(center) if center else ''}±{print_measure(delta)}"
        case Ratio(op, left, right, subject):
            return f"{subject}{_sign(op)}{print_number(left.number)}:{print_number(right.number)}"
        case Change():
            return _change(expression)
        case Deadline():
            return print_deadline(expression)
        case Window():
            return print_window(expression)
        case YesNo(answer):
            return "是" if answer else "否"
        case Grade():
            return _grade(expression)
        case Reference(op, to):
            return f"{op.value}{to}"
        case Qualitative(text) | Scale(text) | Blank(text):
            return text
        case All(of):
            return _all(of)
        case Any(of):
            return "或者".join(map(_clause, of))
        case _:
            assert_never(expression)


# numbers


def print_number(number: Fraction) -> str:
    """Give a number as a decimal, or as 3分之2 where it has no finite one."""
    text = exact_text(number)
    return f"{number.denominator}分之{number.numerator}" if "/" in text else text


def print_measure(measure: Measure) -> str:
    """Give a number with its approximation and unit.

    >>> print_measure(Measure(Fraction(60), (("家", 1),), Approximation.OVER))
    '60余家'
    """
    number, unit = print_number(measure.number), measure.of.text
    unit = _CALENDAR_UNITS.get(unit, unit)
    match measure.approximation:
        case None:
            return f"{number}{unit}"
        case Approximation.OVER:
            return f"{number}{Approximation.OVER.value}{unit}"
        case before:
            return f"{before.value}{number}{unit}"


def _sign(op: Op | None) -> str:
    return op.value if op else ""


def _bound(bound: Bound) -> str:
    if bound.op is None:
        return _bare(bound)
    if _must_not_happen(bound):
        return f"无{bound.subject}"
    closing = _CLOSINGS[bound.closing] if bound.closing else ""
    return f"{bound.subject}{bound.op.value}{print_measure(bound.measure)}{closing}"


def _bare(bound: Bound) -> str:
    """A number without an operator has its subject before it, behind it, or around it: 新增25家企业, 合格率95%."""
    cut = next(cut for cut in range(len(bound.subject), -1, -1) if _stands_around(bound.subject, cut))
    return f"{bound.subject[:cut]}{print_measure(bound.measure)}{bound.subject[cut:]}"


def _stands_around(subject: str, cut: int) -> bool:
    """Whether a number can stand at `cut`: behind what is done or a name of a share, before what is counted."""
    before, behind = subject[:cut], subject[cut:]
    is_named = before in words()["DOING"].meanings or before.endswith(tuple(words()["SHARE_NAME"].meanings))
    return (is_named or not before) and (not behind or behind in words()["THING"].meanings or not cut)


def _must_not_happen(bound: Bound) -> bool:
    if bound.op is not Op.EQ or bound.closing is not None or bound.measure != Measure(Fraction(0)):
        return False
    # Reading takes the shortest match; where that is not the whole subject, 无 would lose the rest.
    found = _none_of().match(f"无{bound.subject}")
    return found is not None and found.end() == len(f"无{bound.subject}")


@cache
def _none_of() -> re.Pattern[str]:
    return re.compile(none_of_regexp())


def _between(between: Between) -> str:
    low, high = between.low, between.high
    if between.subject or not _is_written_as_range(between):
        return _as_bounds(between)
    if between.low_closed and between.high_closed and min(low.number, high.number) >= 0:
        return f"{print_measure(low)}至{print_measure(high)}"
    opening, closing = "[" if between.low_closed else "(", "]" if between.high_closed else ")"
    return f"{opening}{print_measure(low)},{print_measure(high)}{closing}"


def _is_written_as_range(between: Between) -> bool:
    """Whether the ends agree: 约 is said of both, and an open end is a plain number."""
    ends = {between.low.approximation, between.high.approximation}
    is_closed = between.low_closed and between.high_closed
    return ends == {None} or (is_closed and (Approximation.ABOUT not in ends or len(ends) == 1))


def _as_bounds(between: Between) -> str:
    low = f"{between.subject}{'≥' if between.low_closed else '>'}{print_measure(between.low)}"
    high = f"{'≤' if between.high_closed else '<'}{print_measure(between.high)}"
    return f"{low}且{high}" if between.subject else f"{low}{high}"


def print_baseline(baseline: str) -> str:
    """Name what a change is measured from.

    >>> print_baseline("last_year"), print_baseline("average3"), print_baseline("2020"), print_baseline("unstated")
    ('上年', '前三年平均', '2020年', '基期')
    """
    if baseline in _BASELINES:
        return _BASELINES[baseline]
    years = _COUNTS.get(baseline.removeprefix("average"))
    return f"前{years}年平均" if years else f"{baseline}年"


def _against(baseline: str) -> str:
    if baseline == "unstated":
        return ""
    return "较平均" if baseline == "average" else f"较{print_baseline(baseline)}"


def _change(change: Change) -> str:
    text = f"{change.subject}{_against(change.baseline)}{_VERBS[change.direction]}"
    if change.amount is None:
        return text
    end = f"至{print_measure(change.high)}" if change.high else ""
    return f"{text}{_sign(change.op)}{print_measure(change.amount)}{end}"


def _grade(grade: Grade) -> str:
    """A level that an earlier scale has too stands behind the name of its own scale."""
    scale, _ = STANDARD.levels.get(grade.level, (grade.scale, ""))
    level = grade.level if scale == grade.scale else f"{grade.scale.name}{grade.level}"
    return f"={level}" if grade.op is Op.EQ else f"{level}{_CLOSINGS[grade.op] if grade.op else ''}"


# several


def _all(parts: tuple[Expression, ...]) -> str:
    match parts:
        case (Deadline() as deadline, Bound(subject="") as bound) if _stands_before(deadline, bound):
            return f"{print_deadline(deadline)}{_bound(bound)}"
        case _:
            return "且".join(map(_clause, parts))


def _stands_before(deadline: Deadline, bound: Bound) -> bool:
    """Whether they can stand side by side: a deadline without a digit (上半年前) would be the subject of the bound."""
    return bound.measure.number >= 0 and any(char.isdecimal() for char in print_deadline(deadline))


def _clause(part: Expression) -> str:
    """A part of several. A bare number is none by itself, and two bounds in a row are one."""
    match part:
        case Bound(op=None, subject=""):
            return f"{_bound(part)}到位"
        case All(of):
            return "".join(map(print_expression, of))
        case _:
            return print_expression(part)
