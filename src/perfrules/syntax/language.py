"""A language: the words that decide what a text means, the shipped ones with those that a ruleset adds."""

from collections.abc import Mapping
from functools import cached_property, lru_cache
from threading import Lock
from typing import TYPE_CHECKING

import attrs

from perfrules.syntax.levels import LevelScale
from perfrules.syntax.lexicon import Words, scales, words
from perfrules.units import UNITS, OwnUnit, Units

if TYPE_CHECKING:
    from lark import Lark, UnexpectedInput

    from perfrules.syntax.driver import Driver


@attrs.frozen
class OwnWords:
    """What a ruleset adds to the shipped words: units, scales, words of degree, and wordings of headers by field."""

    units: tuple[OwnUnit, ...] = ()
    scales: tuple[LevelScale, ...] = ()
    degrees: tuple[str, ...] = ()
    headers: tuple[tuple[str, tuple[str, ...]], ...] = ()


@attrs.frozen(eq=False)
class Language:
    """The shipped words with a ruleset's own. Two are the same where they are one object: see `language_with`."""

    own: OwnWords = OwnWords()

    @cached_property
    def units(self) -> Units:
        """The units."""
        return Units(self.own.units) if self.own.units else UNITS

    @cached_property
    def scales(self) -> Mapping[str, LevelScale]:
        """Every scale by its name, the shipped ones first."""
        return scales() | {scale.name: scale for scale in self.own.scales}

    @cached_property
    def levels(self) -> Mapping[str, tuple[LevelScale, str]]:
        """Every spelling of a level, with its scale and the level; the first scale that has it wins.

        A level that an earlier scale has too is spelled with the name of its own: 医院三级.
        """
        found: dict[str, tuple[LevelScale, str]] = {}
        for scale in self.scales.values():
            for spelling, level in scale.spellings.items():
                if found.setdefault(spelling, (scale, level))[0] is not scale:
                    found.setdefault(f"{scale.name}{spelling}", (scale, level))
        return found

    @cached_property
    def words(self) -> Mapping[str, Words]:
        """Every section of the lexicon. Of these a ruleset can add words of degree."""
        shipped = words()
        return shipped | {"DEGREE": shipped["DEGREE"].extended(self.own.degrees)} if self.own.degrees else shipped

    @cached_property
    def machine(self) -> "tuple[Lark, type[UnexpectedInput]]":
        """Lark's parser, and what it raises on a text that it cannot read."""
        with _MAKING:
            return _machine(self)

    @cached_property
    def driver(self) -> "Driver":
        """What reads a cell."""
        from perfrules.syntax.driver import Driver  # noqa: PLC0415 - as below

        return Driver(self.machine[0])

    def __reduce__(self) -> "str | tuple[object, ...]":
        """Pickle what was added, not what was made of it."""
        return "STANDARD" if self is STANDARD else (language_with, (self.own,))


STANDARD = Language()
"""The shipped words alone."""


_MAKING = Lock()
"""Held while a language or its parser is made: threads that ask at once wait for one, and do not make one each."""


@lru_cache(maxsize=64)
def _machine(language: Language) -> "tuple[Lark, type[UnexpectedInput]]":
    # Lark and the tables cost more than the rest of the import; they are made when the first cell is read.
    from lark import UnexpectedInput  # noqa: PLC0415

    from perfrules.syntax.parser import build  # noqa: PLC0415

    return build(language), UnexpectedInput


def language_with(own: OwnWords) -> Language:
    """Give the language that has these words too; one object for the same words, since its parser is costly.

    >>> language_with(OwnWords()) is STANDARD
    True
    """
    with _MAKING:
        return _language_with(own)


@lru_cache(maxsize=64)
def _language_with(own: OwnWords) -> Language:
    return Language(own) if own != OwnWords() else STANDARD
