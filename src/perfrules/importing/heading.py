"""Lines above a form that say of which year it is, and in which unit its amounts are."""

import re

from perfrules.names import comparable
from perfrules.readers.headers import as_unit
from perfrules.syntax import Language, fold

_YEAR = re.compile(r"(?<!\d)(20\d\d)年?(?!\d)")
_YEAR_LINE = re.compile(r"\(?20\d\d年度?\)?")
_UNIT = re.compile(r"单位:([^\s)]+)")
_UNIT_IN_BRACKETS = re.compile(r"\(?单位:[^\s()]+\)?")
_LONGEST_LINE = 80


def is_year_or_unit(text: str) -> bool:
    """Whether a line has nothing but a year or the unit of the amounts.

    >>> is_year_or_unit("（2023年度）　　单位：万元"), is_year_or_unit("2023年工作要点")
    (True, False)
    """
    rest = _UNIT_IN_BRACKETS.sub("", comparable(text[:_LONGEST_LINE]))
    return bool(text.strip()) and len(text) < _LONGEST_LINE and (not rest or bool(_YEAR_LINE.fullmatch(rest)))


def year_in(text: str) -> int | None:
    """Give the year that a text names; None where it names none, or several.

    >>> year_in("（2023年度）"), year_in("2022年至2023年")
    (2023, None)
    """
    years = set(_YEAR.findall(fold(text)))
    return int(years.pop()) if len(years) == 1 else None


def unit_in(text: str, language: Language) -> str:
    """Give the unit of amounts that a line states; empty where it states none.

    >>> from perfrules.syntax import STANDARD
    >>> unit_in("（2023年度）　单位：万元", STANDARD)
    '万元'
    """
    found = _UNIT.search(comparable(text))
    return as_unit(found[1].rstrip(")"), language) if found else ""
