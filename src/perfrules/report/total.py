"""A sum of scores of which some may still be open."""

from collections.abc import Iterable
from fractions import Fraction

import attrs

from perfrules.scoring import Score
from perfrules.units import exact_text

NOTHING = Fraction(0)


@attrs.frozen
class Total:
    """Points out of `weight`: `decided` are certain, `open` is the weight of the lines that are not decided yet.

    The final score lies between `low` and `high`, which are equal once nothing is open. An open line may have certain
    points already (a partly met one has some), which count in `low` but not in `decided`.
    """

    low: Fraction = NOTHING
    high: Fraction = NOTHING
    decided: Fraction = NOTHING
    open: Fraction = NOTHING
    weight: Fraction = NOTHING

    @classmethod
    def of(cls, scores: Iterable[Score]) -> "Total":
        """Add up scores.

        >>> eight, ten, three = Fraction(8), Fraction(10), Fraction(3)
        >>> total = Total.of([Score(eight, eight, ten), Score(three, eight, ten)])
        >>> print(total.low, total.high, total.decided, total.open, total.weight)
        11 16 8 10 20
        """
        return sum((_of_one(score) for score in scores), cls())

    @property
    def points(self) -> Fraction | None:
        """The points, None while they are open."""
        return self.low if self.low == self.high else None

    def rescaled(self, waived: Fraction) -> "Total":
        """Make up for weight that does not apply, so that the full mark is what it was before.

        >>> total = Total(Fraction(81), Fraction(81), Fraction(81), Fraction(0), Fraction(90))
        >>> print(total.rescaled(Fraction(10)).points)
        90
        """
        return self * ((self.weight + waived) / self.weight) if self.weight and waived else self

    def __add__(self, other: "Total") -> "Total":
        return Total(
            self.low + other.low,
            self.high + other.high,
            self.decided + other.decided,
            self.open + other.open,
            self.weight + other.weight,
        )

    def __mul__(self, factor: Fraction) -> "Total":
        return Total(
            self.low * factor, self.high * factor, self.decided * factor, self.open * factor, self.weight * factor
        )

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form: numbers are strings of decimals or quotients, `score` is null while it is open."""
        return {
            "score": None if self.points is None else exact_text(self.points),
            "low": exact_text(self.low),
            "high": exact_text(self.high),
            "decided": exact_text(self.decided),
            "open": exact_text(self.open),
            "weight": exact_text(self.weight),
        }


def _of_one(score: Score) -> Total:
    if score.points is None:
        return Total(score.low, score.high, NOTHING, score.weight, score.weight)
    return Total(score.low, score.high, score.points, NOTHING, score.weight)
