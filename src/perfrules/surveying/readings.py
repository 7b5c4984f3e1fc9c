"""What the different wordings of targets mean: each is read once, however many lines have it."""

from collections.abc import Iterator, Sequence

import attrs

from perfrules.names import category_of, comparable, subcategory_of
from perfrules.surveying.lines import WORDING, Texts
from perfrules.syntax import Language
from perfrules.targets import Amounts, Target, parse


@attrs.frozen
class Reading:
    """A wording and its target. `name`, `category` and `subcategory` are spelt in one way, the texts as written."""

    texts: Texts
    target: Target
    name: str
    category: str
    subcategory: str

    def text(self, field: str) -> str:
        """Give what stands in a column."""
        return self.texts[WORDING.index(field)]

    @property
    def year(self) -> int | None:
        """The budget year, None where there is none."""
        return year_of(self.text("year"))

    @property
    def asked(self) -> tuple[object, ...]:
        """What two lines share that ask the same: name, meaning of the target, and year."""
        return self.name, self.text("year"), *self._meaning

    @property
    def _meaning(self) -> tuple[object, ...]:
        match self.target.region:
            case Amounts(interval, unit):
                return interval, unit.dimension
            case _:
                return (self.target.canonical or comparable(self.text("target")),)


def readings(wordings: Sequence[Texts], language: Language) -> Iterator[Reading]:
    """Read every wording.

    >>> from perfrules.syntax import STANDARD
    >>> wordings = [("成本", "", "", target, "", "", "", "2023") for target in ("≤50万元", "不超过500000元")]
    >>> one, other = readings(wordings, STANDARD)
    >>> one.asked == other.asked
    True
    """
    for texts in wordings:
        given = dict(zip(WORDING, texts, strict=True))
        target = parse(
            given["target"],
            name=given["name"],
            category=given["category"],
            subcategory=given["subcategory"],
            sign=given["sign"],
            unit=given["unit"],
            direction=given["direction"],
            year=year_of(given["year"]),
            language=language,
        )
        category, subcategory = given["category"], given["subcategory"]
        yield Reading(
            texts,
            target,
            comparable(given["name"]),
            category_of(category) or comparable(category),
            subcategory_of(subcategory) or comparable(subcategory),
        )


def year_of(text: str) -> int | None:
    """Read a budget year; None where there is none.

    >>> year_of("2023"), year_of("2023年度"), year_of("近年")
    (2023, 2023, None)
    """
    digits = text.removesuffix("度").removesuffix("年")
    return int(digits) if digits.isdecimal() and digits.isascii() and len(digits) == 4 else None
