"""The known word that somebody probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches

import attrs


@attrs.frozen
class Hint:
    """A word that nobody knows, and the known one near it, as a question; false, and no text, where none is near."""

    asked: str
    word: str = ""

    def __bool__(self) -> bool:
        return bool(self.word)

    def __str__(self) -> str:
        return f"您是不是想写“{self.word}”？" if self.word else ""


def hint(word: str, known: Iterable[str]) -> Hint:
    """Ask whether a known word was meant.

    >>> print(hint("依剧", ["依据", "说明"]))
    您是不是想写“依据”？
    """
    return Hint(word, *get_close_matches(word[:50], list(known), n=1, cutoff=0.5))
