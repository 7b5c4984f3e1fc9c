"""What changed about one indicator."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

import attrs

from perfrules.comparing.change import Change, Kind
from perfrules.comparing.reasons import Reason, score_reasons, value_reasons
from perfrules.comparing.side import SideLine, SideTable
from perfrules.names import comparable
from perfrules.report.wording import decimal_text
from perfrules.targets import Target
from perfrules.targets.inclusion import includes
from perfrules.targets.region import Days, Region

_INCOMPARABLE = "两个要求的宽严不能相比，请人看一看"
_CROSSING = "两个要求各有对方不允许的值"


def line_changes(
    tables: tuple[SideTable, SideTable], old: SideLine, new: SideLine, doubtful: bool, common: Reason
) -> Iterator[Change]:
    """Give what changed about an indicator: its name, class, target, weight, actual value and points.

    `common` are the reasons that concern the whole table.
    """

    def change(kind: Kind, before: str, after: str, why: tuple[str, ...] = (), actual: bool = False) -> Change:
        places = (_place(old, actual), _place(new, actual))
        return Change(kind, tables[1].name, new.name, before, after, why, *places)

    if doubtful:
        yield change(Kind.RENAMED, old.name, new.name)
    if (former := _class(old)) != (now := _class(new)):
        yield change(Kind.MOVED, former, now)
    target = target_change(old.target, new.target, (tables[1].year or 0) - (tables[0].year or 0))
    if target is not None:
        yield change(target[0], *_targets(old.target, new.target), target[1])
    if old.weight != new.weight:
        yield change(Kind.WEIGHT, _points(old.weight), _points(new.weight))
    for kind, (before, after) in both_values(old.values, new.values).items():
        reasons = value_reasons(kind, old, new, _targets(old.target, new.target) if target else None, common)
        yield change(kind, before, after, reasons)
    if old.score is None or new.score is None:
        return
    if comparable(old.score.actual) != comparable(new.score.actual):
        yield change(Kind.ACTUAL, old.score.actual, new.score.actual, actual=True)
    if (old.score.low, old.score.high) != (new.score.low, new.score.high):
        reasons = score_reasons(old, new, _targets(old.target, new.target) if target else None, common)
        yield change(Kind.SCORE, old.score.text, new.score.text, reasons, actual=True)


def both_values(old: Mapping[Kind, str], new: Mapping[Kind, str]) -> dict[Kind, tuple[str, str]]:
    """Give the values that are not the same on both sides, in their order.

    >>> both_values({Kind.LIGHT: "绿"}, {Kind.LIGHT: "红", Kind.ACTUAL: ""})
    {<Kind.LIGHT: '灯号'>: ('绿', '红')}
    """
    pairs = {kind: (old.get(kind, ""), new.get(kind, "")) for kind in dict.fromkeys((*old, *new))}
    return {kind: pair for kind, pair in pairs.items() if comparable(pair[0]) != comparable(pair[1])}


def target_change(old: Target, new: Target, years: int = 0) -> tuple[Kind, tuple[str, ...]] | None:
    """Tell how a target changed: by which actual values would meet it, not by its words.

    `years` is how many years later the new one is: a deadline that moved with its year is the same.

    >>> from perfrules.targets import parse
    >>> target_change(parse("≥90%"), parse("≥80%"))
    (<Kind.LOOSENED: '放宽'>, ())
    >>> target_change(parse("≤5次"), parse("不超过5次"))
    (<Kind.REWORDED: '改写'>, ())
    """
    former = _moved(old.region, years)
    same_words = comparable(old.text) == comparable(new.text)
    if former == new.region:
        return None if same_words else (Kind.REWORDED, ())
    if same_words and years and isinstance(old.region, Days):
        return None
    wider, narrower = includes(new.region, former), includes(former, new.region)
    if wider and narrower:
        return (Kind.REWORDED, ())
    if wider or narrower:
        return (Kind.LOOSENED if wider else Kind.TIGHTENED, ())
    return Kind.CHANGED, (_INCOMPARABLE if wider is None or narrower is None else _CROSSING,)


def _moved(region: Region, years: int) -> Region:
    if not isinstance(region, Days) or region.yearless or not years:
        return region
    return attrs.evolve(region, first=_years_on(region.first, years), last=_years_on(region.last, years))


def _years_on(day: date | None, years: int) -> date | None:
    if day is None or not date.min.year <= day.year + years <= date.max.year:
        return day
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # there is no 29 February in that year
        return day.replace(year=day.year + years, day=28)


def _targets(old: Target, new: Target) -> tuple[str, str]:
    """Show both: as written, or where that is the same, as understood."""
    if comparable(old.text) != comparable(new.text):
        return old.text, new.text
    return f"{old.text}（读作{old.canonical}）", f"{new.text}（读作{new.canonical}）"


def _class(line: SideLine) -> str:
    return "／".join(filter(None, (line.category, line.subcategory)))


def _points(weight: Fraction | None) -> str:
    return "" if weight is None else f"{decimal_text(weight)}分"


def _place(line: SideLine, actual: bool) -> str:
    return line.score.place if actual and line.score else line.place
