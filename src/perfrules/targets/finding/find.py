"""Finds targets in running text."""

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

import attrs

from perfrules.source import Span
from perfrules.syntax import STANDARD, Deadline, Language
from perfrules.targets.context import Context
from perfrules.targets.finding.phrase import phrase_after, phrase_before
from perfrules.targets.finding.statement import states_target
from perfrules.targets.finding.stretches import Stretch, stretches
from perfrules.targets.finding.vocabulary import anywhere
from perfrules.targets.parse import parse
from perfrules.targets.region import Days
from perfrules.targets.target import Target


@attrs.frozen
class Found:
    """A target that was found in running text, not set in a cell.

    `text` is `span` of the text that was searched; `target` is what a cell with that text asks for. `phrase` is what
    the sentence says it is of, empty where that cannot be read.
    """

    span: Span
    text: str
    target: Target
    phrase: str = ""

    def __str__(self) -> str:
        return f"{self.phrase}：{self.target}" if self.phrase else str(self.target)

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form.

        >>> find("企业满意度大于90%")[0].to_dict()["phrase"]
        '企业满意度'
        """
        return {
            "start": self.span.start,
            "end": self.span.end,
            "text": self.text,
            "phrase": self.phrase,
            "target": self.target.to_dict(),
        }


def find(text: str, *, year: int | None = None, language: Language = STANDARD) -> tuple[Found, ...]:
    """Find the measurable targets in running text, left to right, none inside another.

    Each is read by the grammar of cells, with the phrase before it as its name and `year` as the budget year;
    `language` has a ruleset's own words. Nothing is taken for a target that may be something else: a number that is
    only mentioned, an ordinal, a reference, what was reached before, or how points are given. With a wrong type of
    argument it raises `TypeError`.

    >>> for found in find("2023年度高新技术企业新增25家以上；区内企业满意度大于90%。"):
    ...     print(found)
    高新技术企业新增：[25家, ∞)
    区内企业满意度：(90%, ∞)
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")
    return tuple(_found(text, Context(year=year, language=language)))


def _found(text: str, context: Context) -> Iterator[Found]:
    year = context.year
    for sentence, group in groupby(stretches(text, language=context.language), key=attrgetter("sentence")):
        if anywhere("NO_TARGETS").search(text, *sentence):
            continue
        floor = sentence.start
        for stretch in group:
            if not states_target(stretch) or _is_past(stretch, year):
                continue
            found = _read(stretch, floor, context)
            if not _ends_before(found.target, year):
                floor = stretch.span.end
                yield found


def _read(stretch: Stretch, floor: int, context: Context) -> Found:
    own, phrase = stretch.text[slice(*stretch.span)], phrase_before(stretch, floor)
    if not phrase and isinstance(stretch.expression, Deadline):
        phrase = phrase_after(stretch)
    return Found(stretch.span, own, parse(own, name=phrase, year=context.year, language=context.language), phrase)


_YEAR = re.compile(r"[\s(]*(?:到|至|在)?((?:19|20)\d\d)年")


def _is_past(stretch: Stretch, year: int | None) -> bool:
    """Whether its clause or its sentence begins with a year before the budget year."""
    for place in (stretch.clause, stretch.sentence):
        named = _YEAR.match(stretch.folded, *place)
        if named is not None:
            return year is not None and int(named[1]) < year
    return False


def _ends_before(target: Target, year: int | None) -> bool:
    """Whether it is a deadline that had passed when the budget year began."""
    region = target.region
    return year is not None and isinstance(region, Days) and region.last is not None and region.last.year < year
