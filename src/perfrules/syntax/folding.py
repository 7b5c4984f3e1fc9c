"""Folds the shapes of a character into one, one character for one, so that places stay where they are."""

from functools import cache

from perfrules.data import read_text

FILE = "grammar/folding.txt"


@cache
def _table() -> dict[int, str]:
    table = {0xFF00 + i: chr(0x20 + i) for i in range(0x01, 0x5F)}
    # What no cell means: control characters, and spaces of every kind and width, are spaces.
    table |= dict.fromkeys([*range(0x20), 0x7F, 0xA0, *range(0x2000, 0x2010), 0x202F, 0x2060, 0x3000, 0xFEFF], " ")
    for line in read_text(FILE).splitlines():
        if line and not line.startswith("#"):
            standard, *variants = line.split()
            table |= {ord(variant): standard for variant in variants}
    return table


def fold(text: str) -> str:
    """Give the text with every character in its standard shape.

    >>> fold("＞＝９０％，且≧３萬畝")
    '>=90%,且≥3万亩'
    """
    return text.translate(_table())
