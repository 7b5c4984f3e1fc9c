"""A difference on a page."""

from perfrules.comparing.change import Change, Difference
from perfrules.comparing.wording import summary
from perfrules.page import Cell, Column, Group, Page, Row, Table

_COLUMNS = (Column("项目"), Column("指标"), Column("变化"), Column("原来"), Column("现在"))


def as_page(difference: Difference) -> Page:
    """Lay out what changed, a change a row, with its reasons and places."""
    rows = tuple(map(_row, difference.changes))
    table = Table("两次结果的差别", _COLUMNS, (Group(rows),)) if rows else None
    return Page("两次结果的差别", summary(difference), overview=table)


def _row(change: Change) -> Row:
    places = (f"原来：{change.old_place}", f"现在：{change.new_place}")
    known = (text for text, place in zip(places, (change.old_place, change.new_place), strict=True) if place)
    texts = (change.table, change.indicator, change.kind.value, change.old, change.new)
    return Row(tuple(map(Cell, texts)), (*change.why, *known))
