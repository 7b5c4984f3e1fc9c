"""A target: what one cell of the table asks for."""

from enum import Enum

import attrs

from perfrules.diagnostics import Diagnostic
from perfrules.syntax import Expression
from perfrules.targets.as_dict import as_dict
from perfrules.targets.region import AllOf, Amounts, Changes, Quotients, Referred, Region


class Polarity(Enum):
    """Whether more is better (正向), less is better (反向), or a value or range is wanted (适度)."""

    HIGHER = "higher"
    LOWER = "lower"
    EXACT = "exact"


@attrs.frozen(repr=False)
class Target:
    """What a cell asks for: the text as typed, the expression completed from its context, and the set it denotes.

    `diagnostics` say what was doubtful, assumed or missing. `year` is the budget year, to which dates
    without one belong.
    """

    text: str
    expression: Expression
    region: Region
    diagnostics: tuple[Diagnostic, ...] = ()
    year: int | None = None

    @property
    def polarity(self) -> Polarity | None:
        """Read off the shape of the set; None where it is no set of numbers."""
        return _polarity(self.region)

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form of the reading.

        >>> from perfrules.targets import parse
        >>> parse("≥90%").to_dict()
        {'kind': 'bound', 'op': '≥', 'number': '90', 'unit': '%', 'op_from': 'cell'}
        """
        return as_dict(self.expression, self.region)

    def __repr__(self) -> str:
        return f"Target({self.text!r})"

    def __str__(self) -> str:
        return str(self.region)


def _polarity(region: Region) -> Polarity | None:
    match region:
        case Amounts() | Changes() | Quotients():
            interval = region.interval
            if interval is None:
                return None
            if interval.high is None:
                return Polarity.HIGHER
            return Polarity.LOWER if interval.low is None else Polarity.EXACT
        case Referred():
            return {"≥": Polarity.HIGHER, ">": Polarity.HIGHER, "=": Polarity.EXACT}.get(
                region.op.value, Polarity.LOWER
            )
        case AllOf() if len(found := {_polarity(part) for part in region.of}) == 1:
            return found.pop()
        case _:
            return None
