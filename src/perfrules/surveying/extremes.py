"""Targets that are out of all proportion to those of the same indicator in other tables."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from decimal import Context, Decimal
from fractions import Fraction
from itertools import accumulate

import attrs
import numpy as np
import pyarrow as pa

from perfrules.surveying.lines import PROJECT, Lines
from perfrules.surveying.readings import Reading, readings
from perfrules.syntax import STANDARD, Language
from perfrules.targets import Amounts
from perfrules.units import Unit

LEAST_LINES = 20
"""Of fewer lines nobody can say what is usual."""

TIMES = 5
"""How often the usual distance from the middle has to be taken for a target to be out of proportion."""

LEAST_FACTOR = Fraction(3)
"""However alike the others are, less than this is no matter of proportion."""

_PLACES = 10
_DIGITS = 38
_EXACT = Context(prec=60)

_DECIMAL = pa.decimal128(_DIGITS, _PLACES)
OUTLIERS = pa.schema(
    {
        "row": pa.int64(),
        **{field: pa.string() for field in (*PROJECT, "name", "category", "subcategory", "target")},
        "number": _DECIMAL,
        "unit": pa.string(),
        "median": _DECIMAL,
        "usual_low": _DECIMAL,
        "usual_high": _DECIMAL,
        "lines": pa.int64(),
    }
)
"""A line for each target that is out of proportion: its number, what is in the middle of the `lines` of that indicator,
and between which numbers half of them are. `row` counts from 0; all numbers are in `unit`. The farthest come first."""


@attrs.frozen
class Usual:
    """What is usual among numbers: half of them are between `median` ÷ `ratio` and `median` × `ratio`."""

    median: Fraction
    ratio: Fraction
    lines: int

    def apart(self, number: Fraction) -> Fraction:
        """How many times a number is the middle, or the middle the number."""
        return max(number / self.median, self.median / number)

    def is_far(self, number: Fraction) -> bool:
        """Whether a number is out of proportion.

        >>> [Usual(Fraction(100), Fraction(2), 50).is_far(Fraction(each)) for each in (3200, 3201, 3)]
        [False, True, True]
        """
        apart = self.apart(number)
        return apart >= LEAST_FACTOR and apart > self.ratio**TIMES


def usual(counted: Sequence[tuple[Fraction, int]]) -> Usual:
    """Find the middle of numbers that are counted, and how far they are from it, in proportion.

    >>> usual([(Fraction(50), 1), (Fraction(100), 1), (Fraction(200), 1)])
    Usual(median=Fraction(100, 1), ratio=Fraction(2, 1), lines=3)
    """
    middle = _middle(counted)
    apart = [(max(number / middle, middle / number), lines) for number, lines in counted]
    return Usual(middle, _middle(apart), sum(lines for _, lines in counted))


@attrs.frozen
class _Single:
    """A wording whose target has one number, in base units; `way` is how it is to be met. So many `lines` have it."""

    reading: Reading
    number: Fraction
    unit: Unit
    way: str
    lines: int

    @property
    def indicator(self) -> tuple[object, ...]:
        """What it shares with the wordings that it can be measured by."""
        own = self.reading
        return own.name, own.category, own.subcategory, own.text("year"), self.unit.dimension, self.way


def extremes(lines: Lines, language: Language = STANDARD, *, least: int = LEAST_LINES) -> pa.Table:
    """Find targets that are far from those of the same indicator: same name, class, kind of number, way to be met.

    Only targets with one number that is more than 0 are looked at. The middle and the distances from it are medians, so
    that the outliers themselves do not move them; all is worked out exactly, and shown in the commonest unit.
    """
    counts = np.bincount(lines.wording, minlength=len(lines.wordings)).tolist()
    groups: dict[tuple[object, ...], dict[int, _Single]] = {}
    for number, reading in enumerate(readings(lines.wordings, language)):
        if (single := _single(reading, counts[number])) is not None:
            groups.setdefault(single.indicator, {})[number] = single
    far: dict[int, dict[str, object]] = {}
    apart: dict[int, Fraction] = {}
    for members in groups.values():
        if sum(each.lines for each in members.values()) >= least:
            found = usual([(each.number, each.lines) for each in members.values()])
            unit = max(members.values(), key=lambda each: each.lines).unit
            extreme = {number: each for number, each in members.items() if found.is_far(each.number)}
            far |= {number: _shown(each, found, unit) for number, each in extreme.items()}
            apart |= {number: found.apart(each.number) for number, each in extreme.items()}
    rows = np.flatnonzero(np.isin(lines.wording, list(far))).tolist()
    rows.sort(key=lambda row: -apart[int(lines.wording[row])])
    return pa.Table.from_pylist([_line(lines, row, far) for row in rows], schema=OUTLIERS)


def _shown(single: _Single, around: Usual, unit: Unit) -> dict[str, object]:
    ends = (around.median / around.ratio, around.median * around.ratio)
    numbers = zip(("number", "median", "usual_low", "usual_high"), (single.number, around.median, *ends), strict=True)
    return {
        **{field: single.reading.text(field) for field in ("name", "category", "subcategory", "target")},
        **{column: _decimal(number / unit.factor) for column, number in numbers},
        "unit": unit.text,
        "lines": around.lines,
    }


def _line(lines: Lines, row: int, far: Mapping[int, Mapping[str, object]]) -> dict[str, object]:
    project = lines.projects[int(lines.project[row])]
    return {"row": row, **dict(zip(PROJECT, project, strict=True)), **far[int(lines.wording[row])]}


def _single(reading: Reading, lines: int) -> _Single | None:
    """Give the one number of a target; None where it has none, or nothing can be a multiple of it."""
    region = reading.target.region
    if not isinstance(region, Amounts) or region.unit.factor <= 0:
        return None
    low, high = region.interval.low, region.interval.high
    number = high if low is None else low
    if number is None or number <= 0 or (high is not None and high != number):
        return None
    way = "=" if low == high else "≤" if low is None else "≥"
    return _Single(reading, number, region.unit, way, lines)


def _middle(counted: Sequence[tuple[Fraction, int]]) -> Fraction:
    """Give the number in the middle; of an even count the smaller of the two, since it is one that somebody wrote."""
    ordered = sorted(counted)
    sums = list(accumulate(lines for _, lines in ordered))
    return ordered[bisect_left(sums, (sums[-1] + 1) // 2)][0]


def _decimal(number: Fraction) -> Decimal | None:
    """Give a number to the places of the columns; None where it is too long for them."""
    scaled = round(number * 10**_PLACES)
    return Decimal(scaled).scaleb(-_PLACES, _EXACT) if abs(scaled) < 10**_DIGITS else None
