"""The words of `grammar/prose.txt`: what stands around a number in a sentence, and what that tells."""

import re
from functools import cache, lru_cache

from perfrules.data import read_text
from perfrules.syntax import fold

FILE = "grammar/prose.txt"


@cache
def sections() -> dict[str, str]:
    """Give every section as one regular expression, its longest words first."""
    spellings: dict[str, list[str]] = {}
    for line in read_text(FILE).splitlines():
        if line.startswith("["):
            spellings[line.strip("[] ")] = current = []
        elif line.strip() and not line.startswith("#"):
            current.extend(re.findall(r"/.+?/(?=\s|$)|\S+", line))
    return {name: _any_of(words) for name, words in spellings.items()}


def _any_of(spellings: list[str]) -> str:
    patterns = [word[1:-1] for word in spellings if word.startswith("/")]
    words = sorted({fold(word) for word in spellings if not word.startswith("/")}, key=len, reverse=True)
    return f"(?:{'|'.join([*patterns, *map(re.escape, words)])})"


@lru_cache(maxsize=256)
def anywhere(section: str) -> re.Pattern[str]:
    """Give what finds a word of a section."""
    return re.compile(sections()[section])


@lru_cache(maxsize=256)
def at_start(section: str) -> re.Pattern[str]:
    """Give what matches as many words of a section as a text begins with."""
    return re.compile(rf"(?:{sections()[section]}|\s)*")


@lru_cache(maxsize=256)
def at_end(section: str) -> re.Pattern[str]:
    """Give what finds a word of a section that a text ends in."""
    return re.compile(rf"{sections()[section]}\s*$")
