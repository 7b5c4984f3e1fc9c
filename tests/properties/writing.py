"""How numbers, units and bounds are written in cells, for the laws to draw from."""

from collections import defaultdict
from fractions import Fraction
from functools import cache

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from perfrules.syntax import Op
from perfrules.syntax.lexicon import words
from perfrules.units import UNITS, Unit, exact_text

numbers = st.builds(lambda digits, places: Fraction(digits, 10**places), st.integers(0, 10**6), st.integers(0, 3))
"""Numbers of a few digits, with up to three decimals."""

positive_numbers = numbers.filter(bool)

ops = st.sampled_from(list(Op))

CALENDAR = {"月", "月份", "季度", "年", "年度"}
"""Units that the calendar comes before: the 3月 of 3月以内 is March, 2000年以内 is a year; such cells stay words."""

LONGEST_NUMBER = 40
"""The digits before and behind the point that the grammar takes."""

_SPELLINGS_OF_PATTERNS = {Op.GE: (">=", "> =", ">  ="), Op.LE: ("<=", "< =")}
"""What the regular expressions among the operators match."""


@attrs.frozen
class Spelling:
    """How an operator is written, before the number or behind it."""

    word: str
    behind: bool = False

    def around(self, amount: str) -> str:
        """Write the operator to an amount."""
        return f"{amount}{self.word}" if self.behind else f"{self.word}{amount}"


@cache
def spellings(op: Op) -> tuple[Spelling, ...]:
    """Give every way to write an operator that the lexicon knows."""
    before = [word for word, meaning in words()["OPERATOR"].meanings.items() if meaning == op.value]
    behind = [word for word, meaning in words()["CLOSING"].meanings.items() if meaning == op.value]
    return (
        *(Spelling(word) for word in (*before, *_SPELLINGS_OF_PATTERNS.get(op, ()))),
        *(Spelling(word, behind=True) for word in behind),
    )


def unit(word: str) -> Unit:
    """Give the unit of one word, or of a quotient `元/家`."""
    over, _, under = word.partition("/")
    return UNITS.unit_of(((over, 1), *([(under, -1)] if under else [])))


def convertible() -> st.SearchStrategy[tuple[str, ...]]:
    """Draw a family of units, those that hold more than one unit and its scales as often as all others."""
    several = [family for family in families() if len(family) > len(["个", "万个", "亿个"])]
    return st.sampled_from(several) | st.sampled_from(families())


@cache
def families() -> tuple[tuple[str, ...], ...]:
    """Give every unit by what it measures: words of one family can be converted into each other."""
    by_dimension: dict[object, list[str]] = defaultdict(list)
    for name in sorted(set(UNITS.names.values()) - CALENDAR):
        for word in (name, f"万{name}", f"亿{name}"):
            by_dimension[unit(word).dimension].append(word)
    prices = tuple(f"{money}/{thing}" for money in ("元", "角", "万元", "亿元") for thing in ("家", "万家"))
    return (*(tuple(words) for words in by_dimension.values()), prices)


def amount(number: Fraction, unit: str = "") -> str:
    """Write a number, which has a finite decimal, with its unit."""
    return f"{exact_text(number)}{unit}"


def rewritten(number: Fraction, old: str, new: str) -> str:
    """Write an amount of one unit in another, and drop the example where that is no decimal that fits a cell."""
    result = number * unit(old).factor / unit(new).factor
    text = exact_text(result)
    if "/" in text or any(len(part) > LONGEST_NUMBER for part in text.split(".")):
        reject()
    return f"{text}{new}"
