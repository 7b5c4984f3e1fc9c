"""Actual values worth trying on a target: at its bound, a little and far on either side of it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

from perfrules.actuals import Tier
from perfrules.targets import Amounts, Answers, Changes, Days, Interval, Judged, Levels, Referred, Target
from perfrules.units import Quantity, exact_text

_HALF, _LESS, _SAME, _MORE, _DOUBLE = (Fraction(share) for share in ("1/2", "9/10", "1", "11/10", "2"))
_MOST_LEVELS = 4


def sample_actuals(target: Target, references: Mapping[str, Quantity]) -> tuple[str, ...]:
    """Give actual values as they would be typed; none where no value can be made up without more knowledge.

    `references` are the other values of the table that the target may refer to.

    >>> from perfrules.targets import parse
    >>> sample_actuals(parse("≥60家"), {})
    ('60家', '54家', '30家')
    >>> sample_actuals(parse("2023年12月31日前"), {})
    ('2023年12月31日', '2024年1月1日')
    """
    return tuple(dict.fromkeys(_samples(target, references)))


def _samples(target: Target, references: Mapping[str, Quantity]) -> Iterable[str]:
    match target.region:
        case Amounts(interval, unit):
            return _amounts(interval.scaled(1 / unit.factor), unit.text)
        case Changes(interval, unit=unit, amount_given=True):
            return _changes(interval.scaled(1 / unit.factor), unit.text)
        case Changes():
            return ("提高", "持平", "下降")
        case Days(first, last, yearless=False):
            return _days(first, last)
        case Answers(answer):
            return ("是", "否") if answer else ("否", "是")
        case Levels(scale):
            return scale.levels[:_MOST_LEVELS]
        case Judged():
            return (tier.value for tier in Tier)
        case Referred(to=name) if name in references:
            quantity = references[name]
            return _amounts(Interval(quantity.number, quantity.number), quantity.unit.text)
        case _:
            return ()


def _amounts(interval: Interval, unit: str) -> Iterator[str]:
    """Give amounts around the bounds of an interval of numbers in `unit`."""
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        shares = [(low, _SAME), (high, _SAME), (low, _LESS), (high, _MORE)]
    elif low is not None:
        shares = [(low, _SAME), (low, _LESS), (low, _HALF)]
    elif high is not None:
        shares = [(high, _SAME), (high, _MORE), (high, _DOUBLE)]
    else:
        shares = []
    numbers = [_like(bound, bound * share) for bound, share in shares]
    if shares and not any(numbers):
        numbers = [Fraction(0), Fraction(1)]
    yield from (f"{text}{unit}" for text in map(exact_text, numbers) if "/" not in text)


def _like(bound: Fraction, number: Fraction) -> Fraction:
    """Keep what counts whole things whole: less of them is one less, not a part of one."""
    if bound.denominator > 1 or number.denominator == 1:
        return number
    return Fraction(floor(number) if number < bound else ceil(number))


def _changes(interval: Interval, unit: str) -> Iterator[str]:
    """Give changes around the bounds of an interval of signed numbers."""
    bound = interval.low if interval.low is not None else interval.high
    if bound is None:
        return
    for share in (_SAME, _DOUBLE, _HALF) if bound else ():
        amount = exact_text(abs(bound * share))
        if "/" not in amount:
            yield f"{'增长' if bound > 0 else '下降'}{amount}{unit}"
    yield "持平"


def _days(first: date | None, last: date | None) -> Iterator[str]:
    """Give the first and the last day, and the ones just outside."""
    a_day = timedelta(days=1)
    if first is not None:
        yield from map(_day, (first, first - a_day))
    if last is not None:
        yield from map(_day, (last, last + a_day))


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
