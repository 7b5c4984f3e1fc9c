"""The review rules and lists of words that perfrules ships, in `rulesets/central/review`."""

from functools import cache

from perfrules.data import resource
from perfrules.rules.reviewing.blocks import KEYWORDS, ReviewBlock, ReviewContent, read_review
from perfrules.rules.text.headers import header_of
from perfrules.rules.text.outline import Problems, read_outline
from perfrules.source import Source

FOLDER = "rulesets/central/review"


@cache
def shipped_review() -> ReviewContent:
    """Read them; a test holds that nothing is wrong in them."""
    problems = Problems()
    blocks: list[ReviewBlock] = []
    folder = resource(FOLDER)
    for path in sorted(folder.glob("*.rules")) if folder.is_dir() else ():
        for entry in read_outline(Source(f"{FOLDER}/{path.name}", path.read_text(encoding="utf-8")), problems):
            keyword, name = header_of(entry, KEYWORDS)
            if keyword in KEYWORDS:
                blocks.append(ReviewBlock(keyword, entry, name))
    return read_review(blocks, {}, problems)
