"""Reads a cell: text to expression. Whatever the grammar does not take as a whole stays words."""

import re
from functools import cache, lru_cache
from typing import cast

import attrs

from perfrules.syntax.expression import (
    ActualExpression,
    Blank,
    Direction,
    Expression,
    Op,
    Qualitative,
    Scale,
    UnitFactors,
)
from perfrules.syntax.folding import fold
from perfrules.syntax.language import STANDARD, Language
from perfrules.syntax.lexicon import words

LONGEST = 2000
"""The longest text that is read as one cell, in characters. A longer one is prose, whatever it holds."""


@lru_cache(maxsize=16384)
def _read(text: str, start: str, language: Language) -> object | None:
    """Read a text from its first character to its last, or give None. The same text stands in many rows."""
    if len(text) > LONGEST:
        return None
    return language.driver.read(fold(text), start)


def read_target(text: str, language: Language = STANDARD) -> Expression:
    """Read a target cell.

    >>> read_target("≥90%")
    Bound(op=<Op.GE: '≥'>, measure=Measure(number=Fraction(90, 1), unit=(('%', 1),), ...
    >>> read_target("有效提升").degree
    '有效'
    """
    return cast("Expression", _kept_as_typed(_read(text, "target", language), text, language))


def read_actual_text(text: str, language: Language = STANDARD) -> ActualExpression:
    """Read an actual cell: all that a target cell can hold, and quotients, tiers and assertions."""
    return cast("ActualExpression", _kept_as_typed(_read(text, "actual", language), text, language))


def read_unit(text: str, language: Language = STANDARD) -> UnitFactors | None:
    """Read a unit column; None where it is no unit that is known.

    >>> read_unit("元/人·月")
    (('元', 1), ('人', -1), ('月', -1))
    """
    return cast("UnitFactors | None", _read(text, "unit_text", language))


def read_operator(text: str) -> Op | None:
    """Read an operator column; None where it is none."""
    folded = fold(text).strip()
    section = words()["OPERATOR"]
    if folded in section.meanings or any(pattern.fullmatch(folded) for pattern, _ in section.patterns):
        return Op(section.meaning(folded))
    return None


def _kept_as_typed(read: object | None, text: str, language: Language) -> object:
    match read:
        case None:
            return _prose(text.strip(), language)
        case Qualitative() | Scale() | Blank():
            return attrs.evolve(read, text=text.strip())
        case _:
            return read


@lru_cache(maxsize=64)
def _closing_words(language: Language) -> re.Pattern[str]:
    """What prose may end in and still say a direction or a degree: 水平明显提高, 提升显著, 效果明显; 没有提高."""
    names = {"negation": "NEGATION", "degree": "DEGREE", "verb": "VERB", "after": "DEGREE"}
    parts = {group: f"(?P<{group}>{language.words[name].regexp()})" for group, name in names.items()}
    alone = f"(?P<alone>{language.words['DEGREE'].regexp()})$"
    return re.compile("{negation}?{degree}?{verb}{after}?$|".format_map(parts) + alone)


@cache
def _hedges() -> re.Pattern[str]:
    return re.compile(f"{words()['HEDGE'].regexp()}|{words()['NEGATION'].regexp()}")


_NEGATED = {Direction.INCREASE: Direction.NOT_INCREASE, Direction.DECREASE: Direction.NOT_DECREASE}


def _prose(text: str, language: Language) -> Qualitative:
    # Only the end is looked at: in the middle of a sentence a verb may belong to anything. And a word before it may
    # turn it round (防止下降, 没有明显提高), so that one such word is enough to say nothing.
    tail = fold(text[-24:])
    found = _closing_words(language).search(tail)
    if found is None:
        return Qualitative(text)
    degree = found["degree"] or found["after"] or found["alone"] or ""
    if not found["verb"]:
        return Qualitative(text, None, degree)
    clause = re.split("[,;。、]", tail[: found.start()])[-1]
    if _hedges().search(clause):
        return Qualitative(text, None, degree)
    direction = Direction(words()["VERB"].meaning(found["verb"]))
    if found["negation"]:
        return Qualitative(text, None if degree else _NEGATED.get(direction))
    return Qualitative(text, direction, degree)
