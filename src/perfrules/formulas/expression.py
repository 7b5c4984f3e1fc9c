"""The formulas of a ruleset, as frozen data: `分值 × 最小(完成率, 100%)`, `所有(指标, 非 空(指标值))`.

A formula names facts and parameters and knows nothing about them; what a name stands for is given when it is worked
out.
"""

from datetime import date
from enum import Enum
from fractions import Fraction

import attrs

from perfrules.syntax import Op
from perfrules.units import PLAIN, Quantity, Unit

OWN = "本"
"""The name of the object that a rule is about, where other names belong to the element of a collection."""


class Operator(Enum):
    """Arithmetic with two numbers, by its sign."""

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "×"
    DIVIDE = "÷"


class Function(Enum):
    """A function, by its Chinese name. The first argument of some is a collection, whose elements the others ask."""

    LEAST = "最小"
    GREATEST = "最大"
    EXISTS = "存在"
    ALL = "所有"
    COUNT = "计数"
    SUM = "合计"
    LENGTH = "长度"
    EMPTY = "空"
    COMPATIBLE = "相容"
    MEETS = "满足"
    LOWER = "下限"
    UPPER = "上限"
    ROUND = "四舍五入"
    DOWN = "舍去"
    UP = "进位"


class Connective(Enum):
    """How truth values are joined."""

    AND = "且"
    OR = "或"


class Likeness(Enum):
    """How a text is compared with one of several words."""

    CONTAINS = "含"
    BEGINS = "开头是"
    ENDS = "结尾是"


@attrs.frozen
class Number:
    """A number as written, with its unit: `60%` and `1280万元` print as they were typed."""

    number: Fraction
    unit: Unit = PLAIN

    @property
    def value(self) -> Fraction | Quantity:
        """What it stands for: `60%` is 3/5, `1280万元` an amount."""
        return Quantity(self.number, self.unit) if self.unit.dimension else self.unit.to_base(self.number)


@attrs.frozen
class Text:
    """A text between quotation marks."""

    text: str


@attrs.frozen
class Day:
    """A day of the calendar: `2023年12月31日`."""

    day: date


@attrs.frozen
class Name:
    """A fact, a parameter or a list of words."""

    name: str


@attrs.frozen
class Member:
    """A fact of a related object: `表.年度`."""

    of: "Name | Member"
    name: str


@attrs.frozen
class Negative:
    """`-x`."""

    of: "Formula"


@attrs.frozen
class Arithmetic:
    """Two numbers and a sign between them."""

    operator: Operator
    left: "Formula"
    right: "Formula"


@attrs.frozen
class Call:
    """A function of its arguments."""

    function: Function
    arguments: tuple["Formula", ...]


@attrs.frozen
class Comparison:
    """Two numbers, days or texts compared. `a ≠ b` is :class:`Not` of `a = b`."""

    op: Op
    left: "Formula"
    right: "Formula"


@attrs.frozen
class Among:
    """`x 属于 (a, b)`: whether a value is one of several, each a value itself or a list of such."""

    of: "Formula"
    items: tuple["Formula", ...]


@attrs.frozen
class TextTest:
    """`x 含 (a, b)`: whether a text has any of several words in it, at its beginning, at its end."""

    likeness: Likeness
    of: "Formula"
    words: tuple["Formula", ...]


@attrs.frozen
class Joined:
    """Truth values joined by 且 or 或."""

    connective: Connective
    parts: tuple["Formula", ...]


@attrs.frozen
class Not:
    """`非 x`."""

    of: "Formula"


@attrs.frozen
class If:
    """`如果 condition 则 then 否则 otherwise`."""

    condition: "Formula"
    then: "Formula"
    otherwise: "Formula"


Formula = (
    Number
    | Text
    | Day
    | Name
    | Member
    | Negative
    | Arithmetic
    | Call
    | Comparison
    | Among
    | TextTest
    | Joined
    | Not
    | If
)
