"""Characters in all their shapes, and the blanks of a line, as regular expressions."""

import re
from functools import cache
from itertools import groupby

from perfrules.syntax import fold

BLANKS = r"[ \t\u3000]*"
GAP = r"(?<=[^\s\u3000])(?:[ \u3000]{2}|[ \u3000]?\t)[ \t\u3000]*"
"""What stands before a column or a comment, as in `grammar/ruleset.lark`; indentation is none."""


def any_shape(characters: str) -> str:
    """Give an expression for any of some characters, in whatever width or shape it is typed.

    >>> any_shape(":")
    '[:∶︰﹕：]'
    """
    found = sorted(
        {shape for each in characters for shape in _shapes()[each]}, key=lambda each: (ord(each) > 127, each)
    )
    return f"[{''.join(map(re.escape, found))}]"


@cache
def _shapes() -> dict[str, list[str]]:
    every = (chr(code) for code in range(0x21, 0x10000) if not 0xD800 <= code < 0xE000)
    pairs = sorted((fold(each), each) for each in every)
    return {standard: [each for _, each in group] for standard, group in groupby(pairs, lambda pair: pair[0])}


COLON = any_shape(":")
