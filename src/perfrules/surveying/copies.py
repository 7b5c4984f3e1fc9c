"""Tables that are copies of others: with the same indicators and targets, or nearly so."""

from decimal import Decimal
from fractions import Fraction

import attrs
import numpy as np
import pyarrow as pa

from perfrules.surveying.lines import PROJECT, Lines, Numbers
from perfrules.surveying.readings import readings
from perfrules.surveying.sets import Sets, first_alike, nearest, sets_of
from perfrules.syntax import STANDARD, Language

LEAST_INDICATORS = 3
"""Tables with fewer indicators are like others by chance."""

LIKENESS = Fraction(4, 5)
"""The share of all indicators of two tables that both have, from which on they are alike."""

LEFT_OUT = "left_out"
"""The metadata of the table: how many targets are in so many tables that these were not compared for them."""

_PLACES = 4

COPIES = pa.schema(
    {
        "year": pa.string(),
        "department": pa.string(),
        "project": pa.string(),
        "indicators": pa.int64(),
        "identical": pa.bool_(),
        "like_department": pa.string(),
        "like_project": pa.string(),
        "like_indicators": pa.int64(),
        "shared": pa.int64(),
        "similarity": pa.decimal128(5, _PLACES),
        "copies": pa.int64(),
        "alike": pa.int64(),
    }
)
"""A line for each table that is like another: the one that it is most like, how many indicators both have with the same
target, and how many other tables are the same (`copies`) or nearly (`alike`). Those with most copies come first."""


def copies(
    lines: Lines,
    language: Language = STANDARD,
    *,
    likeness: Fraction = LIKENESS,
    least: int = LEAST_INDICATORS,
) -> pa.Table:
    """Find the tables that are like others, among those with at least so many different indicators.

    Two indicators are the same where name and meaning of the target are, however they are spelt. Tables are compared
    within a year. Of several tables that are the same, each is set beside the first.
    """
    asked: dict[tuple[object, ...], int] = {}
    of_wording = [asked.setdefault(each.asked, len(asked)) for each in readings(lines.wordings, language)]
    element = np.array(of_wording, np.int64)[lines.wording] if of_wording else lines.wording
    every = sets_of(lines.project, element, len(lines.projects), max(1, len(asked)))
    which = np.flatnonzero(every.sizes >= least)
    sets = every.chosen(which)
    return _as_table(lines, which, sets, _Beside.of(sets, likeness))


@attrs.frozen(eq=False)
class _Beside:
    """For each set: the one that it is set beside, -1 for none; what both have; how many others are like it."""

    like: Numbers
    shared: Numbers
    copies: Numbers
    alike: Numbers
    left_out: int

    @classmethod
    def of(cls, sets: Sets, likeness: Fraction) -> "_Beside":
        first, count = first_alike(sets), len(sets.starts) - 1
        is_first = first == np.arange(count)
        leading, later = np.flatnonzero(is_first), np.flatnonzero(~is_first)
        near = nearest(sets.chosen(leading), likeness)
        like, shared, alike = np.full(count, -1), np.zeros(count, np.int64), np.zeros(count, np.int64)
        like[leading] = np.where(near.partner < 0, -1, leading[near.partner])
        shared[leading], alike[leading] = near.shared, near.near
        copies_ = np.bincount(first, minlength=count)[first] - 1
        # Of tables that are the same, all later ones stand beside the first, and the first beside the second.
        like[later] = first[later]
        leaders, second = np.unique(first[later], return_index=True)
        like[leaders] = later[second]
        return cls(like, np.where(copies_ > 0, sets.sizes, shared), copies_, alike[first], near.left_out)


def _as_table(lines: Lines, which: Numbers, sets: Sets, beside: _Beside) -> pa.Table:
    rows = np.flatnonzero(beside.like >= 0)
    rows = rows[np.lexsort((-beside.alike[rows], -beside.copies[rows]))]
    like, sizes, shared = beside.like[rows], sets.sizes, beside.shared[rows]
    own, other = ([lines.projects[each] for each in which[some]] for some in (rows, like))
    union = sizes[rows] + sizes[like] - shared
    columns = {
        **{field: [texts[at] for texts in own] for at, field in enumerate(PROJECT)},
        "indicators": sizes[rows],
        "identical": beside.copies[rows] > 0,
        **{f"like_{field}": [texts[at] for texts in other] for at, field in enumerate(PROJECT) if field != "year"},
        "like_indicators": sizes[like],
        "shared": shared,
        "similarity": [_decimal(*each) for each in zip(shared.tolist(), union.tolist(), strict=True)],
        "copies": beside.copies[rows],
        "alike": beside.alike[rows],
    }
    table = pa.table({name: pa.array(columns[name], COPIES.field(name).type) for name in COPIES.names})
    return table.replace_schema_metadata({LEFT_OUT: str(beside.left_out)})


def _decimal(shared: int, union: int) -> Decimal:
    """Give a share to four places, cut off, so that only what is the same is 1."""
    return Decimal(shared * 10**_PLACES // union).scaleb(-_PLACES)
