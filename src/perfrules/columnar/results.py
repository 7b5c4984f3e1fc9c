"""What lines came to, and the columns that say it."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import attrs
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from perfrules.columnar.numbers import Flags, Integers
from perfrules.columnar.spellings import Indexes, Spellings
from perfrules.evaluation import Outcome, Verdict
from perfrules.scoring import Score

PLACES = 10
"""Decimals of points. No scheme rounds to as many; what has more is rounded, a half to the even one."""

_DECIMAL = pa.decimal128(38, PLACES)
_WORD = pa.dictionary(pa.int32(), pa.string())

ADDED = pa.schema(
    {
        "verdict": _WORD,
        "attainment": pa.float64(),
        "deviation": pa.float64(),
        "deviation_unit": _WORD,
        "points": _DECIMAL,
        "points_low": _DECIMAL,
        "points_high": _DECIMAL,
        "reading": _WORD,
        "assumption": _WORD,
        "codes": _WORD,
    }
)
"""The columns that are added to a table."""

WORDS = ("verdict", "deviation_unit", "reading", "assumption", "codes")
"""Those of them that are words."""

NONE = -1
"""Points where there are none."""

Floats = npt.NDArray[np.float64]


@attrs.frozen
class Result:
    """What one line came to. `low` and `high` are None where there is no weight to score it by."""

    verdict: Verdict
    attainment: Fraction | None
    deviation: Fraction | None
    deviation_unit: str | None
    low: Fraction | None
    high: Fraction | None
    reading: str
    assumption: str
    codes: str

    @classmethod
    def of(cls, outcome: Outcome, score: Score | None, problems: Sequence[str] = ()) -> "Result":
        """Take what the scalar engine found."""
        gap = outcome.deviation
        diagnostics = (*outcome.diagnostics, *(score.diagnostics if score else ()))
        codes = dict.fromkeys([*(each.code.id for each in diagnostics), *problems])
        return cls(
            outcome.verdict,
            outcome.attainment,
            None if gap is None else gap.number,
            None if gap is None else gap.unit,
            None if score is None else score.low,
            None if score is None else score.high,
            str(outcome.target.to_dict()["kind"]),
            outcome.target.assumption,
            " ".join(codes),
        )


@attrs.define(eq=False)
class Rows:
    """What the lines of a batch came to.

    Words are numbers of `Spellings`, points whole numbers of 10**-PLACES and NONE where there are none; a float that is
    no number stands where there is no attainment or deviation.
    """

    words: Mapping[str, Indexes]
    attainment: Floats
    deviation: Floats
    low: Integers
    high: Integers

    def taken(self, which: Indexes) -> "Rows":
        """Give what other lines came to, each of which is one of these."""
        words = {name: codes[which] for name, codes in self.words.items()}
        return Rows(words, self.attainment[which], self.deviation[which], self.low[which], self.high[which])

    def put(self, rows: Integers, others: "Rows", which: Indexes) -> None:
        """Put what other lines came to in some rows."""
        for name, codes in self.words.items():
            codes[rows] = others.words[name][which]
        for mine, other in (
            (self.attainment, others.attainment),
            (self.deviation, others.deviation),
            (self.low, others.low),
            (self.high, others.high),
        ):
            mine[rows] = other[which]


def new_words() -> dict[str, Spellings]:
    """Give the words of results, of which there are none yet."""
    return {name: Spellings() for name in WORDS}


def rows_of(results: Sequence[Result], words: Mapping[str, Spellings]) -> Rows:
    """Give single results as rows."""

    def coded(name: str, texts: Sequence[str | None]) -> Indexes:
        return np.array([words[name].code(text) for text in texts], np.int32)

    return Rows(
        {
            "verdict": coded("verdict", [each.verdict.value for each in results]),
            "deviation_unit": coded("deviation_unit", [each.deviation_unit for each in results]),
            "reading": coded("reading", [each.reading for each in results]),
            "assumption": coded("assumption", [each.assumption for each in results]),
            "codes": coded("codes", [each.codes for each in results]),
        },
        np.array([nearest(each.attainment) for each in results], np.float64),
        np.array([nearest(each.deviation) for each in results], np.float64),
        np.array([in_tenth_places(each.low) for each in results], np.int64),
        np.array([in_tenth_places(each.high) for each in results], np.int64),
    )


def nearest(number: Fraction | None) -> float:
    """Give the float nearest to an exact number, for reading only; no number where there is none as large.

    >>> nearest(Fraction(29, 30)), nearest(Fraction(10) ** 400)
    (0.9666666666666667, nan)
    """
    try:
        return np.nan if number is None else number.numerator / number.denominator
    except OverflowError:
        return np.nan


def in_tenth_places(number: Fraction | None) -> int:
    """Give points in units of 10**-PLACES, NONE for none.

    >>> in_tenth_places(Fraction(29, 3)), in_tenth_places(None)
    (96666666667, -1)
    """
    return NONE if number is None else round(number * 10**PLACES)


def as_batch(rows: Rows, words: Mapping[str, Spellings]) -> pa.RecordBatch:
    """Give rows as the columns of :data:`ADDED`.

    >>> as_batch(rows_of([], words := new_words()), words).schema.equals(ADDED)
    True
    """
    coded = {name: _words(rows.words[name], words[name]) for name in WORDS}
    is_open = rows.low != rows.high
    is_scored = rows.low >= 0
    decided = _decimals(rows.low, is_scored & ~is_open)
    same = not bool(is_open.any())
    low = decided if same else _decimals(rows.low, is_scored)
    columns = {
        **coded,
        "attainment": _floats(rows.attainment),
        "deviation": _floats(rows.deviation),
        "points": decided,
        "points_low": low,
        "points_high": low if same else _decimals(rows.high, is_scored),
    }
    return pa.RecordBatch.from_arrays([columns[name] for name in ADDED.names], schema=ADDED)


def plain(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Write words out, for files and engines that want no dictionary of its own in every batch.

    >>> plain(as_batch(rows_of([], words := new_words()), words)).schema.field("verdict").type
    DataType(string)
    """
    columns = [
        column.cast(column.type.value_type) if pa.types.is_dictionary(column.type) else column
        for column in batch.columns
    ]
    return pa.RecordBatch.from_arrays(columns, names=batch.schema.names)


def _words(codes: Indexes, spellings: Spellings) -> pa.Array:
    blank = spellings.known(None)
    valid = None if blank is None else codes != blank
    dictionary = spellings.texts
    return pa.DictionaryArray.from_arrays(_array(pa.int32(), codes, valid), dictionary)


def _floats(numbers: Floats) -> pa.Array:
    return _array(pa.float64(), numbers, ~np.isnan(numbers))


def _decimals(numbers: Integers, valid: Flags) -> pa.Array:
    """Write both words of each number: the upper one is 0, since no points are negative or as large."""
    words = np.zeros((len(numbers), 2), np.int64)
    words[:, 0] = numbers
    return _array(_DECIMAL, words, valid)


def _array(kind: pa.DataType, data: npt.NDArray[np.generic], valid: Flags | None) -> pa.Array:
    if valid is None or valid.all():
        return pa.Array.from_buffers(kind, len(data), [None, pa.py_buffer(data)])
    bits = np.packbits(valid, bitorder="little")
    return pa.Array.from_buffers(kind, len(data), [pa.py_buffer(bits), pa.py_buffer(data)])
