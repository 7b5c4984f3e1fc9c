"""The points of one line, with the way they came about."""

from fractions import Fraction

import attrs

from perfrules.diagnostics import Diagnostic
from perfrules.units import exact_text


@attrs.frozen
class Score:
    """Points between `low` and `high` out of `weight`, all exact; `derivation` says why, in Chinese, line by line.

    The two ends are equal once the points are decided. A line that does not apply (a budget of 0 has no execution
    rate) has a weight of 0; what it would have had is `waived`.
    """

    low: Fraction
    high: Fraction
    weight: Fraction
    derivation: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    waived: Fraction = Fraction(0)

    @property
    def points(self) -> Fraction | None:
        """The points, None while they are open.

        >>> Score(Fraction(8), Fraction(10), Fraction(10)).points is None
        True
        """
        return self.low if self.low == self.high else None

    def __str__(self) -> str:
        """Say it for people, without rounding.

        >>> print(Score(Fraction(8), Fraction(10), Fraction(10)))
        8～10分，满分10分
        """
        low, high, weight = (exact_text(number) for number in (self.low, self.high, self.weight))
        return f"{low if low == high else f'{low}～{high}'}分，满分{weight}分"

    def _repr_html_(self) -> str | None:
        from perfrules.page import draw_inline  # noqa: PLC0415 - only notebooks draw
        from perfrules.scoring.as_page import as_page  # noqa: PLC0415

        return draw_inline(as_page(self))

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form; numbers are strings of decimals, `points` is null while it is open."""
        return {
            "points": None if self.points is None else exact_text(self.points),
            "low": exact_text(self.low),
            "high": exact_text(self.high),
            "weight": exact_text(self.weight),
            "derivation": list(self.derivation),
            "diagnostics": [diagnostic.to_dict() for diagnostic in self.diagnostics],
        }
