"""How the columns of forms are headed: the standard name of a field, and the wordings in use for it."""

from collections.abc import Mapping
from functools import cache

from perfrules.data import read_text
from perfrules.names.naming import comparable

FILE = "grammar/headers.txt"


@cache
def standard_wordings() -> Mapping[str, tuple[str, ...]]:
    """Read the lexicon: every field by its standard name, with its wordings, the commonest first.

    >>> standard_wordings()["上年值"][:2]
    ('上年值', '基期值')
    """
    lines = [line for line in read_text(FILE).splitlines() if line.strip() and not line.startswith("#")]
    pairs = (line.partition("：") for line in lines)
    return {name.strip(): tuple(map(comparable, wordings.split("、"))) for name, _, wordings in pairs}
