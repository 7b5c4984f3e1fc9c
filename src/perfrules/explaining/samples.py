"""Actual values worth trying on a target: at its bound, a little and far on either side of it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

from perfrules.actuals import Tier
from perfrules.targets import Amounts, Answers, Changes, Days, Interval, Judged, Levels, Referred, Target
from perfrules.units import Quantity, exact_text

_PERCENT = "%"
_ALL = Fraction(100)


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
        case Levels(scale, levels):
            others = [level for level in scale.levels if level not in levels]
            return (levels[0], levels[-1], *others[:2])
        case Judged():
            return (tier.value for tier in Tier)
        case Referred(to=name) if name in references:
            quantity = references[name]
            return _amounts(Interval(quantity.number, quantity.number), quantity.unit.text)
        case _:
            return ()


def _amounts(interval: Interval, unit: str) -> Iterator[str]:
    """Give amounts around the bounds of an interval of numbers in `unit`."""
    numbers = list(_numbers(interval, unit))
    if numbers and not any(numbers):
        numbers = [Fraction(0), Fraction(1)]
    yield from (f"{text}{unit}" for text in map(exact_text, numbers) if "/" not in text)


def _numbers(interval: Interval, unit: str) -> Iterator[Fraction]:
    """Give numbers at the bounds of an interval, outside it, and inside where a bound itself is not."""
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        if not (interval.low_closed and interval.high_closed):
            yield (low + high) / 2
        yield from (low, high, _beside(low, -1), _beside(high, 1))
    elif low is not None:
        if not interval.low_closed:
            more = _beside(low, 1)
            yield min(more, _ALL) if unit == _PERCENT and low < _ALL else more
        yield from (low, _beside(low, -1), _beside(low, -5))
    elif high is not None:
        if not interval.high_closed:
            yield _beside(high, -1)
        yield from (high, _beside(high, 1), _beside(high, 10))


def _beside(bound: Fraction, tenths: int) -> Fraction:
    """Go some tenths up or down from a bound; what counts whole things stays whole."""
    number = bound + abs(bound) * tenths / 10
    if bound.denominator > 1 or number.denominator == 1:
        return number
    return Fraction(floor(number) if tenths < 0 else ceil(number))


def _changes(interval: Interval, unit: str) -> Iterator[str]:
    """Give changes around the bounds of an interval of signed numbers."""
    bound = interval.low if interval.low is not None else interval.high
    if bound is None:
        return
    for number in (bound, bound * 2, bound / 2) if bound else ():
        amount = exact_text(abs(number))
        if "/" not in amount:
            yield f"{'增长' if bound > 0 else '下降'}{amount}{unit}"
    yield "持平"


def _days(first: date | None, last: date | None) -> Iterator[str]:
    """Give the first and the last day, and the ones just outside."""
    a_day = timedelta(days=1)
    if first is not None:
        yield _day(first)
        if first > date.min:
            yield _day(first - a_day)
    if last is not None:
        yield _day(last)
        if last < date.max:
            yield _day(last + a_day)


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
