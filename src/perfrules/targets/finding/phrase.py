"""Reads the name of an indicator off the words around its target."""

import re

from perfrules.syntax import fold
from perfrules.targets.finding.stretches import AROUND, Stretch
from perfrules.targets.finding.vocabulary import anywhere, at_end, at_start

LONGEST_PHRASE = 30
"""The longest name, in characters; more words than that are a sentence."""

_SURE = re.compile(r"[，﹐“”\"\t]|(?<!\d)[:∶：.．]|[:∶：.．](?!\d)")
_MARKS = " \u3000()[]<>（）［］〔〕【】《》〈〉“”\"'、,·-—"


def phrase_before(stretch: Stretch, floor: int) -> str:
    """Give what the sentence says a target is of: the words right before it, from `floor` on at the earliest.

    A list (培训、会议) is one name where it is short enough; a name may stand before a colon.
    """
    start = max(floor, stretch.sentence.start, stretch.span.start - 2 * AROUND)
    *earlier, piece = _SURE.split(stretch.text[start : stretch.span.start])
    if not piece.strip() and earlier and stretch.text[stretch.clause.start - 1] in ":∶：":
        return _heading(earlier[-1])
    if piece.rstrip().endswith("、"):
        return ""
    return _name(piece if len(piece) <= LONGEST_PHRASE else piece.rpartition("、")[2])


def phrase_after(stretch: Stretch) -> str:
    """Give what is to be done by a date: the words right behind it."""
    # The place is that of the folded text, the words are those that were typed.
    return _name(stretch.text[stretch.span.end : stretch.span.end + len(stretch.after)])


def _heading(piece: str) -> str:
    name = _name(piece)
    return "" if anywhere("HEADING").fullmatch(name) else name


def _name(piece: str) -> str:
    """Strip what is no part of a name from both ends."""
    lead = at_start("LEAD").match(fold(piece))
    name = piece[lead.end() if lead else 0 :].strip(_MARKS)
    while (tail := at_end("TAIL").search(fold(name))) is not None:
        name = name[: tail.start()].strip(_MARKS)
    return name if 1 < len(name) <= LONGEST_PHRASE else ""
