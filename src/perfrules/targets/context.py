"""What stands around a target cell: the other columns of its row, and the budget year."""

from typing import TypedDict

import attrs

from perfrules.names import category_of, subcategory_of
from perfrules.syntax import STANDARD, Language


class ContextColumns(TypedDict, total=False):
    """The keywords of `parse` and `check`. All are texts as the row has them, but for the year.

    `language` is that of a ruleset with words of its own; without it, the shipped words decide.
    """

    sign: str
    unit: str
    direction: str
    name: str
    category: str
    subcategory: str
    basis: str
    year: int | None
    language: Language


def _text(_: object, attribute: "attrs.Attribute[str]", value: object) -> None:
    if not isinstance(value, str):
        raise TypeError(f"{attribute.name} must be str, not {type(value).__name__}")


def _year(_: object, attribute: "attrs.Attribute[int | None]", value: object) -> None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise TypeError(f"{attribute.name} must be int or None, not {type(value).__name__}")


@attrs.frozen(kw_only=True, cache_hash=True)
class Context:
    """The row of a target: operator, unit and direction columns, 三级, 一级 and 二级指标, basis, budget year.

    An empty text means that the row has no such column. A wrong type raises `TypeError`.
    """

    sign: str = attrs.field(default="", validator=_text)
    unit: str = attrs.field(default="", validator=_text)
    direction: str = attrs.field(default="", validator=_text)
    name: str = attrs.field(default="", validator=_text)
    category: str = attrs.field(default="", validator=_text)
    subcategory: str = attrs.field(default="", validator=_text)
    basis: str = attrs.field(default="", validator=_text)
    year: int | None = attrs.field(default=None, validator=_year)
    language: Language = STANDARD

    @property
    def is_cost(self) -> bool:
        """Whether the indicator belongs to 成本, as 一级 or 二级指标."""
        return category_of(self.category) == "成本指标" or subcategory_of(self.subcategory).endswith("成本指标")

    @property
    def is_timeliness(self) -> bool:
        """Whether the indicator belongs to 时效."""
        return subcategory_of(self.subcategory) == "时效指标"


NO_CONTEXT = Context()
