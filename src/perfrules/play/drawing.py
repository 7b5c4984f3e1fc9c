"""Where a set and an actual value stand on a line: all positions as shares of its width."""

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction

import attrs

from perfrules.actuals import Amount, Answer, LevelReached
from perfrules.evaluation import Outcome
from perfrules.evaluation.finding import DaysCompared, NumbersCompared
from perfrules.page.scale import length
from perfrules.targets import (
    AllOf,
    Amounts,
    Answers,
    AnyOf,
    Changes,
    Days,
    Interval,
    Levels,
    Quotients,
    Referred,
    Region,
)
from perfrules.units import PLAIN, Unit, exact_text

_MARGIN = Fraction(3, 14)
"""What is left free on either side, of the stretch between the outermost numbers: 15 % of the line."""


@attrs.frozen
class End:
    """An end of a set, with its number; an open one does not belong to the set."""

    at: Fraction
    text: str
    is_closed: bool

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form."""
        return {"at": length(self.at), "text": self.text, "is_closed": self.is_closed}


@attrs.frozen
class NumberLine:
    """A set on a line from 0 to 1; an end of None is infinite. `reached` is where the actual value lies, if it does.

    `choices` are drawn instead of a line where the set holds no numbers: each with whether it is inside and reached.
    """

    text: str
    low: End | None = None
    high: End | None = None
    reached: tuple[Fraction, Fraction] | None = None
    reached_text: str = ""
    choices: tuple[tuple[str, bool, bool], ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form; positions are percentages of the width."""
        return {
            "text": self.text,
            "low": None if self.low is None else self.low.to_dict(),
            "high": None if self.high is None else self.high.to_dict(),
            "reached": None if self.reached is None else [length(each) for each in self.reached],
            "reached_text": self.reached_text,
            "choices": [
                {"text": text, "is_inside": is_inside, "is_reached": is_reached}
                for text, is_inside, is_reached in self.choices
            ],
        }


def number_lines(region: Region, outcome: Outcome | None = None) -> tuple[NumberLine, ...]:
    """Draw a set, a line for each of its parts; nothing for what has no place on a line.

    >>> from perfrules.evaluation import check
    >>> outcome = check("≥60家", "58家")
    >>> line, = number_lines(outcome.target.region, outcome)
    >>> length(line.low.at), line.high, length(line.reached[0]), line.reached_text
    ('85%', None, '15%', '58家')
    """
    return tuple(_lines(region, outcome))


def _lines(region: Region, outcome: Outcome | None) -> Iterator[NumberLine]:
    match region:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _lines(part, outcome)
        case Amounts(interval, unit):
            yield _of_numbers(str(region), interval, unit, _number_reached(interval, unit, outcome))
        case Changes(interval, unit=unit):
            yield _of_numbers(str(region), interval, unit, _number_compared(interval, outcome))
        case Quotients(interval=Interval() as interval):
            yield _of_numbers(str(region), interval, PLAIN, _number_compared(interval, outcome))
        case Referred() if outcome is not None and isinstance(outcome.compared, NumbersCompared):
            interval, unit = outcome.compared.interval, outcome.compared.unit
            yield _of_numbers(interval.in_unit(unit), interval, unit, _number_compared(interval, outcome))
        case Days(first, last, yearless=False) if first or last:
            yield _of_days(str(region), first, last, outcome)
        case Answers(answer):
            value = None if outcome is None else outcome.actual.value
            said = value.answer if isinstance(value, Answer) else None
            choices = tuple((text, is_yes is answer, said is is_yes) for text, is_yes in (("是", True), ("否", False)))
            yield NumberLine(str(region), choices=choices)
        case Levels(scale, levels):
            value = None if outcome is None else outcome.actual.value
            reached = value.levels if isinstance(value, LevelReached) and value.scale == scale else ()
            yield NumberLine(
                str(region), choices=tuple((each, each in levels, each in reached) for each in scale.levels)
            )
        case _:
            pass


def _number_compared(interval: Interval, outcome: Outcome | None) -> Interval | None:
    """Give the number that was compared with this interval, or with its mirror image where less is wanted."""
    match outcome:
        case Outcome(compared=NumbersCompared(measured, against)) if against == interval:
            return Interval(measured, measured)
        case Outcome(compared=NumbersCompared(measured, against)) if against == interval.mirrored:
            return Interval(-measured, -measured)
        case _:
            return None


def _number_reached(interval: Interval, unit: Unit, outcome: Outcome | None) -> Interval | None:
    """Give the number that was compared; else the actual value where its own unit says that it belongs on this line."""
    compared = _number_compared(interval, outcome)
    value = None if outcome is None else outcome.actual.value
    if compared is None and isinstance(value, Amount) and value.unit is not None:
        return value.interval if value.unit.dimension == unit.dimension else None
    return compared


def _of_numbers(text: str, interval: Interval, unit: Unit, reached: Interval | None) -> NumberLine:
    def label(number: Fraction) -> str:
        return f"{exact_text(number / unit.factor)}{unit.text}"

    reached_text = "" if reached is None else reached.in_unit(unit)
    if reached is not None and reached.is_point and reached.low is not None:
        reached_text = label(reached.low)
    return _placed(text, interval, reached, reached_text, label)


def _of_days(text: str, first: date | None, last: date | None, outcome: Outcome | None) -> NumberLine:
    def label(number: Fraction) -> str:
        return date.fromordinal(int(number)).isoformat()

    interval = Interval(_number_of(first), _number_of(last))
    compared = None if outcome is None else outcome.compared
    if not isinstance(compared, DaysCompared) or compared.last != last:
        return _placed(text, interval, None, "", label)
    day = Fraction(compared.reached.toordinal())
    return _placed(text, interval, Interval(day, day), label(day), label)


def _number_of(day: date | None) -> Fraction | None:
    return None if day is None else Fraction(day.toordinal())


def _placed(
    text: str, interval: Interval, reached: Interval | None, reached_text: str, label: Callable[[Fraction], str]
) -> NumberLine:
    """Choose the stretch of numbers that the line shows, so that every finite end is on it."""
    ends = [interval.low, interval.high, *(() if reached is None else (reached.low, reached.high))]
    known = [end for end in ends if end is not None]
    if not known:
        return NumberLine(text)
    first, last = min(known), max(known)
    margin = (last - first) * _MARGIN or abs(first) or Fraction(1)
    start = first - margin
    width: Fraction = last - first + 2 * margin

    def at(number: Fraction) -> Fraction:
        share: Fraction = (number - start) / width
        return share

    def end(number: Fraction | None, *, is_closed: bool) -> End | None:
        return None if number is None else End(at(number), label(number), is_closed)

    stretch = None
    if reached is not None:
        stretch = (
            Fraction(0) if reached.low is None else at(reached.low),
            Fraction(1) if reached.high is None else at(reached.high),
        )
    return NumberLine(
        text,
        end(interval.low, is_closed=interval.low_closed),
        end(interval.high, is_closed=interval.high_closed),
        stretch,
        reached_text,
    )
