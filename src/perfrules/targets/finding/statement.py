"""Tells whether a stretch of running text states a target, or only mentions a number."""

import re
from functools import cache

from perfrules.syntax import (
    ActualExpression,
    All,
    Any,
    Between,
    Bound,
    Change,
    Deadline,
    Grade,
    Measure,
    Op,
    Ratio,
    Reference,
    Tolerance,
    words,
)
from perfrules.targets.finding.stretches import AROUND, Stretch
from perfrules.targets.finding.vocabulary import anywhere, at_end
from perfrules.units import Unit, comparison_note

_MONEY = frozenset({"货币", "美元", "欧元", "港元", "日元"})
_NOT_COUNTED = _MONEY | {"时间", "工作日", "历月", "分"}
_FORMULA = re.compile(r"[×÷*=<>≤≥±]\s*\S*$")
_OR = re.compile(r"[\s，、,]*或")


def states_target(stretch: Stretch) -> bool:
    """Whether a stretch states a target."""
    return _has_form(stretch) and not (
        is_denied(stretch)
        or is_alternative(stretch)
        or stretch.after.startswith("的")
        or _is_condition(stretch)
        or _FORMULA.search(stretch.before)
        or any(anywhere(section).search(stretch.before + stretch.label) for section in ("SUPPOSING", "REPORTING"))
    )


def _has_form(stretch: Stretch) -> bool:
    """Whether it has the form in which sentences state targets, with nothing of the clause left over."""
    match stretch.expression:
        case Bound(op=None, measure=measure) | Between(high=measure):
            return _is_done(stretch, measure)
        case Bound(measure=measure) if not measure.is_written:
            return closes(stretch) and not at_end("ALMOST").search(stretch.before)
        case Bound(measure=measure, subject=thing):
            is_whole = closes(stretch) and (not thing or _is_time_limit(stretch, measure))
            return not _is_year(measure) and (is_whole or (_is_counted(measure) and _does(stretch)))
        case Change(amount=amount, baseline=baseline):
            return closes(stretch) and (amount is not None or baseline != "unstated")
        case Deadline():
            return _is_due(stretch)
        case Reference(op=op):
            return closes(stretch) and op in {Op.LE, Op.LT}
        case Ratio(op=Op()) | Tolerance() | Grade(op=Op()):
            return closes(stretch)
        case All(parts) | Any(parts):
            return closes(stretch) and _belong_together(parts)
        case _:
            return False


def _is_condition(stretch: Stretch) -> bool:
    """Whether the next clause says what follows: 达到50万元以上，应当公开招标."""
    rest = stretch.folded[stretch.clause.end : stretch.clause.end + AROUND]
    return re.match(rf"[，,、]\s*{anywhere('CONSEQUENCE').pattern}", rest) is not None


def closes(stretch: Stretch) -> bool:
    """Whether nothing of the clause follows that could belong to the number."""
    return not stretch.after or re.match(r"[\s()\[\]>》]|并(?!不)|且|同时", stretch.after) is not None


def is_alternative(stretch: Stretch) -> bool:
    """Whether an 或 stands next to it: half of a choice is no target."""
    text, span = stretch.folded, stretch.span
    return _OR.match(text, span.end) is not None or re.search(r"或者?[\s，、,]*$", text[: span.start][-8:]) is not None


def is_countable(unit: Unit) -> bool:
    """Whether a unit counts or measures things, and neither money, time nor shares."""
    measured = {name for name, power in unit.dimension if power > 0}
    return bool(measured - _NOT_COUNTED) and not measured & _MONEY


def is_denied(stretch: Stretch) -> bool:
    """Whether a word right before it turns its meaning around."""
    return at_end("DENYING").search(stretch.before) is not None


def _is_done(stretch: Stretch, measure: Measure) -> bool:
    """A number without an operator: so many of what is done, or the share that its name is of."""
    starts_as_number = re.match(r"[\d每]", stretch.own) or measure.approximation is not None
    if not starts_as_number or anywhere("EACH_OF").search(stretch.before + stretch.label):
        return False
    unit, words_before = measure.of, re.split(r"\d", stretch.before)[-1]
    if stretch.label:
        return closes(stretch) and _is_labelled(unit, stretch.label)
    if unit.text == "%":
        return closes(stretch) and _rated().search(words_before) is not None
    if _is_money(unit):
        gained = anywhere("GAINING").search(words_before) or at_end("EARNED").search(words_before)
        return closes(stretch) and gained is not None
    return is_countable(unit) and (_does(stretch) or (closes(stretch) and _doing().search(words_before) is not None))


def _is_labelled(unit: Unit, label: str) -> bool:
    """Whether the name before a colon is that of the number behind it: 覆盖率：95%, 企业数：60家."""
    if unit.text == "%":
        return _rated().search(label) is not None
    return is_countable(unit) and at_end("TALLIED").search(label) is not None


def _does(stretch: Stretch) -> bool:
    """Whether a verb of doing stands right before it."""
    return re.search(rf"(?:{_doing().pattern})(?:各类|各级|各种|约|共|共计)?$", stretch.before) is not None


@cache
def _rated() -> re.Pattern[str]:
    return re.compile(rf"{anywhere('RATED').pattern}(?:均?[为是达])?$")


@cache
def _doing() -> re.Pattern[str]:
    verbs = (words()["DOING"].regexp(), anywhere("MORE").pattern, anywhere("GAINING").pattern)
    return re.compile("|".join(verbs))


def _is_time_limit(stretch: Stretch, measure: Measure) -> bool:
    """Whether it says what is done within a time: 24小时内响应."""
    is_time = {name for name, _ in measure.of.dimension} <= _NOT_COUNTED - _MONEY
    return is_time and re.search(rf"(?:{words()['ACTED'].regexp()})$", stretch.own) is not None


def _is_counted(measure: Measure) -> bool:
    unit = measure.of
    return is_countable(unit) or unit.text == "%"


def _is_money(unit: Unit) -> bool:
    """Whether it is money, and no price."""
    return len(unit.dimension) == 1 and unit.dimension[0][0] in _MONEY


def _is_year(measure: Measure) -> bool:
    """不低于2020年 names a year, not so many of them."""
    return measure.unit in {(("年", 1),), (("年度", 1),)} and 1900 <= measure.number < 2100


def is_reached(stretch: Stretch) -> bool:
    """Whether a date ends its clause with what was then done: 2023年11月30日完成验收; 截至 tells something else."""
    return _ends_done(stretch) and closes(stretch) and at_end("UP_TO").search(stretch.before) is None


def _is_due(stretch: Stretch) -> bool:
    """A deadline has a 前, or ends its clause with what is then done."""
    if stretch.after.startswith(("已", "起")):
        return False
    if "前" in stretch.own:
        return _ends_done(stretch) or "的" not in stretch.after
    return is_reached(stretch)


def _ends_done(stretch: Stretch) -> bool:
    done = f"{words()['DONE'].regexp()}|{words()['STARTED'].regexp()}"
    return re.search(rf"(?:{done})\s*$", stretch.own) is not None


def _belong_together(parts: tuple[ActualExpression, ...]) -> bool:
    """Whether clauses joined by 且 or 或 speak of one thing: amounts of one kind, perhaps with a date."""
    units: list[Unit] = []
    for part in parts:
        match part:
            case Bound(measure=measure, subject=""):
                units.append(measure.of)
            case Deadline() | Change(subject=""):
                pass
            case _:
                return False
    return all(comparison_note(units[0], unit) is not None or not unit.text for unit in units[1:])
