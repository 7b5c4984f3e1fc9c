"""The words of the indicator language, read from the text files under `grammar/`.

A section of `words.txt` is a terminal of the grammar; each line gives a meaning and the spellings that have it.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import attrs

from perfrules.data import read_text
from perfrules.syntax.alternation import alternation
from perfrules.syntax.folding import fold
from perfrules.syntax.levels import LevelScale
from perfrules.units import SCALES, Units


@attrs.frozen
class Words:
    """One terminal: spellings with their meanings, and regular expressions with theirs."""

    meanings: dict[str, str]
    patterns: tuple[tuple[re.Pattern[str], str], ...]

    def meaning(self, spelling: str) -> str:
        """Give the meaning of a spelling that the terminal has matched."""
        found = self.meanings.get(spelling)
        if found is None:
            found = next(
                meaning for pattern, meaning in self.patterns if _without_lookahead(pattern).fullmatch(spelling)
            )
        return found

    def extended(self, spellings: Iterable[str]) -> "Words":
        """Give the same terminal with more words that have no meaning but themselves."""
        return Words(self.meanings | {fold(word): fold(word) for word in spellings}, self.patterns)

    def regexp(self, meaning: str | None = None) -> str:
        """Give one regular expression for the terminal, or for what has one meaning: its patterns, then its words."""
        spellings = [word for word, each in self.meanings.items() if meaning in {None, each}]
        patterns = [pattern.pattern for pattern, each in self.patterns if meaning in {None, each}]
        return "|".join([*patterns, *([alternation(spellings)] if spellings else [])])


@lru_cache(maxsize=1024)
def _without_lookahead(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Give a pattern for the words alone: what must follow them is not there any more when their meaning is asked."""
    return re.compile(re.sub(r"\(\?=.*\)$", "", pattern.pattern))


@cache
def terminals() -> dict[str, Words]:
    """Every section of `words.txt`, by the name of the terminal that it is."""
    return _sections("grammar/words.txt")


@cache
def words() -> dict[str, Words]:
    """Every section of `words.txt`, and of `names.txt`, whose words are looked for in names and in prose."""
    return terminals() | _sections("grammar/names.txt")


def _sections(path: str) -> dict[str, Words]:
    sections: dict[str, tuple[dict[str, str], list[tuple[re.Pattern[str], str]]]] = {}
    name = ""
    for line in _lines(path):
        if line.startswith("["):
            name = line.strip("[]")
            sections[name] = ({}, [])
            continue
        meaning, _, spellings = line.partition(": ")
        for spelling in _spellings(spellings):
            if spelling.startswith("/"):
                sections[name][1].append((re.compile(spelling[1:-1]), meaning))
            else:
                sections[name][0][fold(spelling)] = meaning
    return {name: Words(meanings, tuple(patterns)) for name, (meanings, patterns) in sections.items()}


@cache
def scales() -> dict[str, LevelScale]:
    """Every scale of `scales.txt` by its name."""
    result = {}
    for line in _lines("grammar/scales.txt"):
        name, _, levels = line.partition(": ")
        steps = tuple(tuple(fold(word) for word in level.split("/")) for level in levels.split())
        result[name.rstrip("?")] = LevelScale(name.rstrip("?"), steps, ordered=not name.endswith("?"))
    return result


def unit_regexp(units: Units) -> str:
    """Give the regular expression of one unit word, with or without a scale, or of a scale alone.

    万 and 亿 begin hardly a unit of their own, so that they can be tried first; 百 and 千 do (百分点, 千瓦时).
    """
    names = [fold(name) for name in units.names]
    begun = alternation(name for name in names if name[0] in "万亿")
    atoms = f"(?:{alternation(name for name in names if name[0] not in '万亿')})数?"
    first = {scale: scale[-1] in "万亿" and scale[0] not in "十百千" for scale in SCALES}
    large, small = (alternation(scale for scale in SCALES if first[scale] is wanted) for wanted in (True, False))
    return f"{begun}|(?:{large})(?:{begun}|{atoms})?|{atoms}|(?:{small})(?:{atoms})?"


def _spellings(text: str) -> list[str]:
    """Split on spaces, but not inside /…/."""
    return re.findall(r"/(?:[^/\\]|\\.)+/(?=\s|$)|\S+", text)


def _lines(path: str) -> list[str]:
    stripped = (line.strip() for line in read_text(path).splitlines())
    return [line for line in stripped if line and not line.startswith("#")]
