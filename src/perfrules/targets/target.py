"""A target: what one cell of the table asks for."""

from enum import Enum
from typing import TYPE_CHECKING

import attrs

from perfrules.diagnostics import Diagnostic
from perfrules.syntax import STANDARD, Expression, Language, Qualitative
from perfrules.targets.as_dict import as_dict
from perfrules.targets.canonical import canonical_text
from perfrules.targets.region import AllOf, Amounts, Changes, Quotients, Referred, Region
from perfrules.targets.sentence import assumption, sentence

if TYPE_CHECKING:
    from perfrules.targets.finding import Found


class Polarity(Enum):
    """Whether more is better (正向), less is better (反向), or a value or range is wanted (适度)."""

    HIGHER = "higher"
    LOWER = "lower"
    EXACT = "exact"


@attrs.frozen(repr=False)
class Target:
    """What a cell asks for: the text as typed, the expression completed from its context, and the set it denotes.

    `diagnostics` say what was doubtful, assumed or missing. `year` is the budget year, to which dates
    without one belong; `language` the words with which it was read.
    """

    text: str
    expression: Expression
    region: Region
    diagnostics: tuple[Diagnostic, ...] = ()
    year: int | None = None
    language: Language = attrs.field(default=STANDARD, eq=False)

    @property
    def polarity(self) -> Polarity | None:
        """Read off the shape of the set; None where it is no set of numbers."""
        return _polarity(self.region)

    @property
    def canonical(self) -> str:
        """The one spelling of what the cell asks, with all that its context supplied, so that it needs no context.

        Empty where nothing was set. Reading it again gives the same set, but for what no spelling exists
        (tests/spec/14-规范写法.md).

        >>> from perfrules.targets import parse
        >>> parse("九十五", unit="百分比", sign="大于等于").canonical, parse("12月底前", year=2023).canonical
        ('≥95%', '2023年12月31日前')
        """
        return canonical_text(self.expression, self.region)

    @property
    def sentence(self) -> str:
        """What the cell asks, and what of it was not written there, in one Chinese sentence.

        >>> from perfrules.targets import parse
        >>> parse("90%", subcategory="质量指标").sentence
        '要求实际值不低于90%（格里没有写运算符，据指标类别）。'
        """
        return sentence(self.expression, self.region)

    @property
    def assumption(self) -> str:
        """What of it was not written in the cell, and where it was read; empty where all was.

        >>> from perfrules.targets import parse
        >>> parse("90%", subcategory="质量指标").assumption
        '格里没有写运算符，据指标类别'
        """
        return assumption(self.expression)

    @property
    def found(self) -> "tuple[Found, ...]":
        """The measurable facts inside a target that is prose, found as in running text; nothing judges by them.

        >>> from perfrules.targets import parse
        >>> print(*parse("进一步完善培育机制，新认定科技型中小企业240家，企业满意度大于90%").found)
        新认定科技型中小企业：[240家, ∞) 企业满意度：(90%, ∞)
        """
        if not isinstance(self.expression, Qualitative):
            return ()
        # What finds targets makes them, so that neither module can come first.
        from perfrules.targets.finding import find  # noqa: PLC0415

        return find(self.text, year=self.year, language=self.language)

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

    def _repr_html_(self) -> str | None:
        from perfrules.page import draw_inline  # noqa: PLC0415 - only notebooks draw
        from perfrules.targets.as_page import as_page  # noqa: PLC0415

        return draw_inline(as_page(self))


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
