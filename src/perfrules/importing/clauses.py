"""Clauses that set out a target without a number: 企业创新能力明显提高, 及时足额拨付扶持资金."""

import re
from functools import cache

import attrs

from perfrules.source import Span
from perfrules.syntax import Change, Language, Qualitative, fold, read_target, words
from perfrules.targets.finding.vocabulary import anywhere, at_start

_NAME = re.compile(r"[^\d\s，,。;；:：“”\"]{2,30}")
_LOOSE_END = ("的", "和", "与", "及", "、", "并", "将", "等")


@attrs.frozen
class Quality:
    """A target in words: what it is of, and where in the clause it stands."""

    name: str
    span: Span


def quality_in(clause: str, language: Language) -> Quality | None:
    """Find what has to grow better behind its name, or what has to be paid in time before it; None for other clauses.

    It is asked only about what a document calls indicators (绩效指标).

    >>> from perfrules.syntax import STANDARD
    >>> quality_in("区内企业创新能力明显提高", STANDARD)
    Quality(name='区内企业创新能力', span=Span(start=8, end=12))
    >>> quality_in("及时足额拨付扶持资金", STANDARD)
    Quality(name='扶持资金', span=Span(start=0, end=6))
    >>> quality_in("进一步完善培育机制", STANDARD)
    """
    text = fold(clause)
    paid = anywhere("PAID_IN_TIME").match(text)
    if paid is not None:
        name = clause[paid.end() :].strip()
        return Quality(name, Span(0, paid.end())) if _is_name(name) else None
    grown = _grown().search(text)
    lead = at_start("LEAD").match(text)
    if grown is None or not _says_change(grown[0], language):
        return None
    name = clause[0 if lead is None else lead.end() : grown.start()].strip()
    return Quality(name, Span(*grown.span())) if _is_name(name) else None


@cache
def _grown() -> re.Pattern[str]:
    """What ends in a change, from the first word of how much or how fast."""
    known = words()
    how = f"{known['PACE'].regexp()}|{known['DEGREE'].regexp()}"
    return re.compile(rf"(?:{how})*(?:{known['VERB'].regexp()})$")


def _says_change(text: str, language: Language) -> bool:
    match read_target(text, language):
        case Qualitative(direction=direction):
            return direction is not None
        case Change(amount=None, baseline="unstated", subject=""):
            return True
        case _:
            return False


def _is_name(name: str) -> bool:
    """Whether it names a thing, and not what is done to one: 推动教学水平."""
    is_noun = anywhere("CAUSING").match(fold(name)) is None and not name.endswith(_LOOSE_END)
    return is_noun and _NAME.fullmatch(name) is not None
