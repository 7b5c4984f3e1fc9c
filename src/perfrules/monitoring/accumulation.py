"""Whether the value of an indicator grows through the year (累计), so that half of it is due by the middle.

Only what is certain is decided: a number of things or money to be reached, under 数量. A share, a price and a level are
not divided by twelve. For the rest somebody has to say it, in the column 累计 of the goal table. The words that decide
are in `grammar/progress.txt`.
"""

import re
from functools import cache

from perfrules.data import read_text
from perfrules.names import comparable, subcategory_of
from perfrules.tables import Indicator
from perfrules.targets import Amounts, Interval, Unset
from perfrules.units import UNITS, Unit

_MONEY = (("货币", 1),)
_COUNTED = {"人", "人次", "次"}
_DIVIDED = "数量指标"


def accumulates(indicator: Indicator) -> bool | None:
    """Tell whether a value grows through the year; None where that cannot be told.

    >>> from perfrules.targets import parse
    >>> def of(text: str, name: str, subcategory: str) -> bool | None:
    ...     return accumulates(Indicator(name, parse(text, subcategory=subcategory), "产出指标", subcategory))
    >>> of("≥60家", "补助高企数量", "数量指标"), of("≥90%", "合格率", "质量指标"), of("≥60人", "在岗人数", "数量指标")
    (True, False, None)
    """
    if indicator.cumulative is not None:
        return indicator.cumulative
    region, name = indicator.target.region, comparable(indicator.name)
    if isinstance(region, Unset):
        return None
    if not isinstance(region, Amounts) or not _is_to_be_reached(region.interval):
        return False
    if not _is_plain_amount(region.unit):
        return None if _words()["逐步"].search(name) else False
    if _words()["时点"].search(name):
        return None
    flows = _words()["累计"].search(name) is not None
    if subcategory_of(indicator.subcategory) != _DIVIDED:
        return True if flows and not indicator.subcategory else None
    return True if flows or is_counted(region.unit) or region.unit.dimension == _MONEY else None


def is_counted(unit: Unit) -> bool:
    """Whether a unit counts whole things: 家, 人次; 亩 and 万元 measure.

    >>> is_counted(UNITS.unit_of((("家", 1),))), is_counted(UNITS.unit_of((("亩", 1),)))
    (True, False)
    """
    if not _is_plain_amount(unit):
        return False
    base = unit.dimension[0][0]
    return base in (unit.units or UNITS).classifiers or base in _COUNTED or base.endswith("次")


def _is_plain_amount(unit: Unit) -> bool:
    """Whether a unit is one of amounts: no share, no price or frequency, no bare number."""
    return len(unit.dimension) == 1 and unit.dimension[0][1] == 1


def _is_to_be_reached(interval: Interval) -> bool:
    return interval.low is not None and interval.low > 0


@cache
def _words() -> dict[str, re.Pattern[str]]:
    lines = [line.partition("：") for line in read_text("grammar/progress.txt").splitlines()]
    sections = {name: words.split("、") for name, colon, words in lines if colon and not name.startswith("#")}
    return {name: re.compile("|".join(map(re.escape, words))) for name, words in sections.items()}
