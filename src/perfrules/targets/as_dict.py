"""The JSON form of a reading (design §7): numbers as strings of decimals, units in their canonical spelling."""

from datetime import date
from fractions import Fraction
from typing import assert_never

from perfrules.syntax import (
    All,
    Any,
    Between,
    Blank,
    Bound,
    Change,
    Deadline,
    Expression,
    Grade,
    Measure,
    Op,
    Period,
    Qualitative,
    Ratio,
    Reference,
    Scale,
    Tolerance,
    Window,
    YesNo,
)
from perfrules.targets.region import AllOf, AnyOf, Days, Region
from perfrules.units import exact_text

READING_SCHEMA = "urn:perfrules:reading:1"
"""The name of this form and its version: the `$id` of `docs/schema/reading-1.schema.json`."""

Json = dict[str, object]


def as_dict(expression: Expression, region: Region) -> Json:
    """Give the JSON form of a completed expression and the set it denotes, from which dates are taken."""
    match expression:
        case Bound():
            return _bound(expression)
        case Between(low, high, low_closed, high_closed, subject):
            return {
                "kind": "between",
                "low": _in(low, high),
                "low_closed": low_closed,
                "high": exact_text(high.number),
                "high_closed": high_closed,
                "unit": high.of.text,
                **_approximations(low, high),
                **_subject(subject),
            }
        case Tolerance(center, delta, about):
            number = center.number if center else Fraction(0)
            like = center or delta
            ends = {"center": exact_text(number), "delta": _in(delta, like)}
            mark = {"approximation": "about"} if about else {}
            return {"kind": "tolerance", **ends, "unit": like.of.text, **mark}
        case Ratio(op, left, right, subject, op_from):
            ends = {"left": exact_text(left.number), "right": exact_text(right.number)}
            origin = {"op_from": op_from.value} if op else {}
            return {"kind": "ratio", "op": op.value if op else None, **ends, **origin, **_subject(subject)}
        case Change():
            return _change(expression)
        case Deadline():
            return _deadline(expression, region)
        case Window(start, end):
            first, last = (region.first, region.last) if isinstance(region, Days) else (None, None)
            return {"kind": "window", "start": _day(first, start.first), "end": _day(last, end.last)}
        case YesNo(answer):
            return {"kind": "yes_no", "answer": answer}
        case Grade(scale, level, op):
            return {"kind": "grade", "scale": scale.name, "level": level, "op": (op or Op.GE).value}
        case Qualitative():
            return _qualitative(expression)
        case Reference(op, to):
            return {"kind": "reference", "op": op.value, "to": to}
        case Scale(text):
            return {"kind": "scale", "text": text}
        case Blank(text):
            return {"kind": "blank", "text": text}
        case All(parts) | Any(parts):
            regions = region.of if isinstance(region, AllOf | AnyOf) else ()
            kind = "all" if isinstance(expression, All) else "any"
            return {"kind": kind, "of": [as_dict(part, each) for part, each in zip(parts, regions, strict=True)]}
        case _:
            assert_never(expression)


def _bound(bound: Bound) -> Json:
    result: Json = {
        "kind": "bound",
        "op": bound.op.value if bound.op else None,
        "number": exact_text(bound.measure.number),
        "unit": bound.measure.of.text,
        "op_from": bound.op_from.value,
    }
    closing = {"closing": bound.closing.value} if bound.closing else {}
    return result | closing | _approximation(bound.measure) | _subject(bound.subject)


def _change(change: Change) -> Json:
    result: Json = {"kind": "change", "direction": change.direction.value, **_baseline(change.baseline)}
    if change.amount is not None and change.high is not None:
        result |= {"low": _in(change.amount, change.high), "high": exact_text(change.high.number)}
        result |= {"unit": change.high.of.text} | _approximations(change.amount, change.high)
    elif change.amount is not None:
        result |= {"op": (change.op or Op.GE).value, "number": exact_text(change.amount.number)}
        result |= {"unit": change.amount.of.text} | _approximation(change.amount)
    return result | _subject(change.subject)


def _baseline(baseline: str) -> Json:
    """What a change is measured from; an average says of how many years it is, where the text does."""
    years = baseline.removeprefix("average")
    if years == baseline or not years:
        return {"baseline": baseline}
    return {"baseline": "average", "years": int(years)}


def _deadline(deadline: Deadline, region: Region) -> Json:
    month_day = deadline.period.last
    if deadline.every:
        month, day = month_day
        recurring: Json = {"kind": "deadline", "every": deadline.every}
        return recurring | ({"month": month} if month else {}) | {"day": day or "last"}
    last = region.last if isinstance(region, Days) else None
    if last is None and deadline.before:
        month_day = (deadline.period.first[0] - 1 or 12, 0)
    shown = _day(last, month_day) if last is not None or deadline.period.year is None else _written(deadline.period)
    event = {"event": deadline.event} if deadline.event else {}
    return {"kind": "deadline", "date": shown, "inclusive": True, **event}


def _qualitative(words: Qualitative) -> Json:
    result: Json = {"kind": "qualitative", "text": words.text}
    if words.direction is not None:
        result["direction"] = words.direction.value
    if words.degree:
        result["degree"] = words.degree
    return result


def _subject(subject: str) -> Json:
    return {"subject": subject} if subject else {}


def _approximation(measure: Measure, end: str = "") -> Json:
    """How a number is approximate; an end of a range says which end it is."""
    word = measure.approximation
    return {f"{end}approximation": word.name.lower()} if word else {}


def _approximations(low: Measure, high: Measure) -> Json:
    return _approximation(low, "low_") | _approximation(high, "high_")


def _in(measure: Measure, like: Measure) -> str:
    """A number in the unit of another of the same kind."""
    return exact_text(measure.number * measure.of.factor / like.of.factor)


_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _day(day: date | None, month_day: tuple[int, int]) -> str:
    """A day, or month and day where the year is not known (`--12-31`); then February ends on its 28th."""
    if day is not None:
        return day.isoformat()
    month, number = month_day
    return f"--{month:02}-{number or _LAST_DAYS[month - 1]:02}"


def _written(period: Period) -> str:
    """A day that no calendar has, as it was written: 2024-02-30."""
    return f"{period.year}-{period.last[0]:02}-{period.last[1]:02}"
