"""What a line came to, and the columns that say it."""

from collections.abc import Sequence
from decimal import Context, Decimal
from fractions import Fraction

import attrs
import pyarrow as pa

from perfrules.evaluation import Outcome, Verdict
from perfrules.scoring import Score

PLACES = 10
"""Decimals of points and deviations. No scheme rounds to as many; what has more is rounded to the nearest even one."""

DECIMAL = pa.decimal128(38, PLACES)

_LARGEST = 10**38
_EXACT = Context(prec=60)
_WORD = pa.dictionary(pa.int32(), pa.string())

ADDED = pa.schema(
    {
        "verdict": _WORD,
        "attainment": pa.float64(),
        "deviation": DECIMAL,
        "deviation_unit": _WORD,
        "points": DECIMAL,
        "points_low": DECIMAL,
        "points_high": DECIMAL,
        "reading": _WORD,
        "assumption": _WORD,
        "codes": _WORD,
    }
)
"""The columns that are added to a table."""


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


def as_batch(results: Sequence[Result]) -> pa.RecordBatch:
    """Give results as columns.

    >>> as_batch([]).schema.equals(ADDED)
    True
    """
    columns = [
        _words([each.verdict.value for each in results]),
        pa.array([nearest(each.attainment) for each in results], pa.float64()),
        _decimals([each.deviation for each in results]),
        _words([each.deviation_unit for each in results]),
        _decimals([each.low if each.low == each.high else None for each in results]),
        _decimals([each.low for each in results]),
        _decimals([each.high for each in results]),
        _words([each.reading for each in results]),
        _words([each.assumption for each in results]),
        _words([each.codes for each in results]),
    ]
    return pa.RecordBatch.from_arrays(columns, schema=ADDED)


def nearest(number: Fraction | None) -> float | None:
    """Give the float nearest to an exact number, for reading only; None where there is none as large.

    >>> nearest(Fraction(29, 30)), nearest(Fraction(10) ** 400)
    (0.9666666666666667, None)
    """
    try:
        return None if number is None else number.numerator / number.denominator
    except OverflowError:
        return None


def decimal(number: Fraction | None) -> Decimal | None:
    """Give an exact number to the decimals of the columns; None where it is too long for them.

    >>> decimal(Fraction(29, 3)), decimal(Fraction(10) ** 30)
    (Decimal('9.6666666667'), None)
    """
    if number is None:
        return None
    scaled = round(number * 10**PLACES)
    return Decimal(scaled).scaleb(-PLACES, _EXACT) if abs(scaled) < _LARGEST else None


def _decimals(numbers: Sequence[Fraction | None]) -> pa.Array:
    return pa.array([decimal(number) for number in numbers], DECIMAL)


def _words(texts: Sequence[str | None]) -> pa.Array:
    return pa.array(texts, pa.string()).dictionary_encode()
