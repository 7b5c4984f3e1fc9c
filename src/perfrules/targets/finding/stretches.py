"""Finds the stretches of a clause that the grammar of cells reads, from the places where one can begin."""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

import attrs

from perfrules.source import Span
from perfrules.syntax import (
    STANDARD,
    ActualExpression,
    Blank,
    Bound,
    Language,
    Qualitative,
    fold,
    read_actual_text,
    read_target,
)
from perfrules.syntax.stretch import readable_ends
from perfrules.targets.finding.sentences import clauses, sentences
from perfrules.targets.finding.vocabulary import anywhere, sections

LONGEST_STRETCH = 40
"""How many characters of running text are read as one cell, so that every place costs no more than another."""

AROUND = 60
"""How many characters before and behind a stretch have a say."""

_TRIES = 3
_NUMERAL = "一二两三四五六七八九十百千半"


@attrs.frozen
class Stretch:
    """A stretch of running text that reads as a cell, in its clause and sentence. `folded` is `text`, folded."""

    text: str
    folded: str
    span: Span
    clause: Span
    sentence: Span
    expression: ActualExpression

    @property
    def own(self) -> str:
        """What was read."""
        return self.folded[slice(*self.span)]

    @cached_property
    def before(self) -> str:
        """What stands before it in its clause."""
        return self.folded[max(self.clause.start, self.span.start - AROUND) : self.span.start].rstrip()

    @cached_property
    def after(self) -> str:
        """What stands behind it in its clause."""
        return self.folded[self.span.end : min(self.clause.end, self.span.end + AROUND)]

    @cached_property
    def label(self) -> str:
        """The words before a colon that it stands right behind; empty where it stands behind none."""
        colon = self.clause.start - 1
        if self.before or colon < self.sentence.start or self.folded[colon] != ":":
            return ""
        return re.split(r"[,;:。、]", self.folded[max(self.sentence.start, colon - AROUND) : colon])[-1].strip()


def stretches(text: str, *, start: str = "target", language: Language = STANDARD) -> Iterator[Stretch]:
    """Give the longest stretch from every place where one begins, left to right, none inside another.

    With `start` being `actual`, what only actual values have is read as well.

    >>> [stretch.own for stretch in stretches("高企新增２５家以上；企业满意度大于90%。")]
    ['25家以上', '大于90%']
    """
    folded = fold(text)
    for sentence in sentences(text):
        for clause in clauses(text, sentence):
            for span, expression in _within(folded, clause, start, language):
                yield Stretch(text, folded, span, clause, sentence, expression)


def _within(text: str, clause: Span, start: str, language: Language) -> Iterator[tuple[Span, ActualExpression]]:
    at = clause.start
    while (begin := _beginning(language, start).search(text, at, clause.end)) is not None:
        at = begin.start()
        if at > clause.start and anywhere("GLUED").match(text, at - 1):
            at += 1
            continue
        window = text[at : min(clause.end, at + LONGEST_STRETCH)]
        end, expression = _longest(window, start, language)
        is_cut = end == len(window) and at + end < clause.end
        if expression is not None and not is_cut:
            yield Span(at, at + end), expression
        at += end or 1


@lru_cache(maxsize=4096)
def _longest(window: str, start: str, language: Language) -> tuple[int, ActualExpression | None]:
    """Read as much of a window as can be, and say how much that is. A number alone could be of anything."""
    ends = [end for end in readable_ends(window, start, language) if not anywhere("GLUED").match(window, end - 1)]
    for end in ends[: -_TRIES - 1 : -1]:
        read = read_target if start == "target" else read_actual_text
        expression = read(window[:end], language)
        match expression:
            case Qualitative() | Blank():
                continue
            case Bound(op=None, measure=measure) if not measure.unit:
                return end, None
            case _:
                return end, expression
    return 0, None


@lru_cache(maxsize=64)
def _beginning(language: Language, start: str) -> re.Pattern[str]:
    """Where a reading can begin: a number, a date, or a word that leads up to one; in a goal, 无投诉 and 全覆盖 too."""
    section = {name: f"(?:{each.regexp()})" for name, each in language.words.items()}
    operator, about = section["OPERATOR"], f"(?:{section['ABOUT']}|{section['NEARLY']})"
    digit = rf" ?{about}? ?[+-]?[\d{_NUMERAL}]"
    change = f"(?:{section['PACE']}|{section['DEGREE']})?{section['VERB']}"
    places = (
        # A digit inside a longer number, an ordinal or a code (A4, 0315-5778888) begins nothing.
        r"(?<![\d%第A-Za-z\[¥$#№~×*÷+/±-])(?<!\d[:.,])\d",
        rf"± ?\d|{about} ?\d",
        rf"{operator}(?:{digit}| ?{section['BASELINE']}| ?{section['REFERRED']}| ?[每优良合达ⅠⅡⅢⅣⅤ])",
        rf"{section['KEEP']} ?(?:{operator}?{digit}|{section['REFERRED']}|{operator})",
        rf"{section['REACH']}{digit}",
        section["BASELINE"],
        rf"{change} ?{operator}?{digit}",
        rf"{section['EACH']}(?=\D{{1,8}}\d)|每个?(?:月|季度|季|年)(?:底|末)",
        r"[上下]半年|第[一二三四1-4]季|[一二三四]季度|(?:今|本|当|该)?年度?[底末]",
        rf"(?:百|千|万|[{_NUMERAL}]{{1,3}})分之|[{_NUMERAL}]{{1,8}}(?=\D{{1,4}}{section['CLOSING']})",
    )
    bad = rf"{section['BAD']}|{section['COUNTED']}"
    unwritten = (section["FULL"], rf"{sections()['ABSENT']}(?=[一-鿿]{{0,8}}?(?:{bad}))")
    return re.compile("|".join(f"(?:{place})" for place in (*places, *(unwritten if start == "target" else ()))))
