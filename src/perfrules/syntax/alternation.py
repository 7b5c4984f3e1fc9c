"""Regular expressions for lists of words that fail fast and match the longest word.

Python tries the branches of an alternation one after the other. Hundreds of words in a row would cost more than all
else that reading a cell does, so words are grouped by their first character, and a look at that character comes first.
"""

import re
from collections.abc import Iterable


def alternation(words: Iterable[str]) -> str:
    """Give an expression for any of the words, the longest first; the order of first characters is kept.

    >>> alternation(["元", "平方米", "平米", "平方公里"])
    '(?=[元平])(?:元|平(?:方公里|方米|米))'
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    branches = "|".join(re.escape(first) + _any_of(rest) for first, rest in rests.items())
    return f"(?=[{''.join(map(re.escape, rests))}])(?:{branches})"


def _any_of(rests: list[str]) -> str:
    if rests == [""]:
        return ""
    longest_first = sorted(dict.fromkeys(rests), key=lambda rest: (-len(rest), rest))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
