"""The formulas of a ruleset, as frozen data: `分值 × 最小(完成率, 100%)`, `未达成 且 完成率 ≥ 合格线`.

A formula has a number or a truth value. It names facts and parameters and knows nothing about them; what a name stands
for is given when it is worked out.
"""

from enum import Enum
from fractions import Fraction

import attrs

from perfrules.syntax import Op


class Operator(Enum):
    """Arithmetic with two numbers, by its sign."""

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "×"
    DIVIDE = "÷"


class Function(Enum):
    """A function of one or more numbers, by its Chinese name."""

    LEAST = "最小"
    GREATEST = "最大"


class Connective(Enum):
    """How truth values are joined."""

    AND = "且"
    OR = "或"


@attrs.frozen
class Number:
    """A number as written; `60%` keeps its sign, so that it prints as it was typed."""

    number: Fraction
    percent: bool = False

    @property
    def value(self) -> Fraction:
        """What it stands for: `60%` is 3/5."""
        return self.number / 100 if self.percent else self.number


@attrs.frozen
class Name:
    """A fact or a parameter."""

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
    """Two numbers compared."""

    op: Op
    left: "Formula"
    right: "Formula"


@attrs.frozen
class Joined:
    """Truth values joined by 且 or 或."""

    connective: Connective
    parts: tuple["Formula", ...]


@attrs.frozen
class Not:
    """`非 x`."""

    of: "Formula"


Formula = Number | Name | Negative | Arithmetic | Call | Comparison | Joined | Not
