"""Where the lines of the payment chart go: planned and spent shares over the quarters of a year."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

import attrs

from perfrules.page.scale import decimal
from perfrules.page.view import PlanChart

WIDTH, HEIGHT = 440, 250
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 428, 16, 210


@attrs.frozen
class Point:
    """A place in the drawing, in its own units."""

    x: str
    y: str


@attrs.frozen
class Drawing:
    """What the template draws. The scale reaches to `top` of the budget, 1 unless more was spent than there was."""

    planned: tuple[Point, ...]
    spent: tuple[Point, ...]
    day: Point | None
    levels: tuple[tuple[str, Point], ...]
    quarters: tuple[tuple[str, Point], ...]


def drawn(chart: PlanChart) -> Drawing:
    """Lay out a chart.

    >>> [point.y for point in drawn(PlanChart(planned=(Fraction(1, 2), Fraction(1)))).planned]
    ['210', '113', '16']
    """
    known = (*chart.planned, *(share for share in chart.spent if share is not None), chart.rate or Fraction(0))
    top = max(Fraction(1), *known)
    levels = [Fraction(quarter, 4) for quarter in range(5)]
    return Drawing(
        _line(_steps(chart.planned), top),
        _line([*_steps(chart.spent), *_today(chart)], top),
        None if chart.day is None else _point(chart.day, chart.rate or Fraction(0), top),
        tuple((f"{level * 100}%", _point(Fraction(0), level, top)) for level in levels),
        tuple((f"{number}季末", _point(Fraction(number, 4), Fraction(0), top)) for number in range(1, 5)),
    )


def _steps(shares: Sequence[Fraction | None]) -> list[tuple[Fraction, Fraction]]:
    """Start at nothing; a quarter that is not known is passed over."""
    known = [(Fraction(number, 4), share) for number, share in enumerate(shares, 1) if share is not None]
    return [(Fraction(0), Fraction(0)), *known] if known else []


def _today(chart: PlanChart) -> list[tuple[Fraction, Fraction]]:
    if chart.day is None or chart.rate is None:
        return []
    today = (chart.day, chart.rate)
    return [today] if _steps(chart.spent) else [(Fraction(0), Fraction(0)), today]


def _line(steps: Iterable[tuple[Fraction, Fraction]], top: Fraction) -> tuple[Point, ...]:
    return tuple(_point(time, share, top) for time, share in sorted(set(steps)))


def _point(time: Fraction, share: Fraction, top: Fraction) -> Point:
    height = max(share, Fraction(0)) / top * (_BOTTOM - _TOP)
    return Point(decimal(_LEFT + time * (_RIGHT - _LEFT)), decimal(_BOTTOM - height))
