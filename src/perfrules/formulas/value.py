"""What a formula comes to, and what it can be asked about."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Protocol, TypeGuard, Union

import attrs

from perfrules.targets import Target
from perfrules.units import Quantity, exact_text


class Subject(Protocol):
    """An object that facts can be asked of: an indicator, a goal table."""

    def fact(self, name: str) -> "Value":
        """Give a fact by its name; None where the object has none of it, or nothing of that name."""


Value = Union[Fraction, Quantity, bool, str, date, Target, Subject, tuple["Value", ...], None]  # noqa: UP007 - recursive
"""A number without or with a unit, a truth value, a text, a day, a target, another object, a list of these; or None,
where there is no value. An amount that has no dimension is a `Fraction`."""


_OTHERS = (Fraction, Quantity, bool, str, date, Target, tuple)


def is_subject(value: "Value") -> TypeGuard[Subject]:
    """Whether a value is an object that facts can be asked of: what none of the others is.

    >>> is_subject(Given({})), is_subject("指标"), is_subject(None)
    (True, False, False)
    """
    return value is not None and not isinstance(value, _OTHERS)


@attrs.frozen
class Given:
    """A subject whose facts are given by name.

    >>> Given({"分值": Fraction(8)}).fact("分值"), Given({}).fact("完成率")
    (Fraction(8, 1), None)
    """

    values: Mapping[str, Value]

    def fact(self, name: str) -> Value:
        """Give a fact by its name."""
        return self.values.get(name)


def value_text(value: Value) -> str:
    """Write a value for people.

    >>> value_text(Fraction(3, 5)), value_text(None), value_text(("一", "二")), value_text(date(2023, 12, 31))
    ('0.6', '（没有）', '一、二', '2023年12月31日')
    """
    match value:
        case bool():
            return "是" if value else "否"
        case Fraction():
            return exact_text(value)
        case str():
            return value or "（空）"
        case date():
            return f"{value.year}年{value.month}月{value.day}日"
        case Target():
            return value.text or "（空）"
        case tuple():
            return "、".join(map(value_text, value)) or "（没有）"
        case None:
            return "（没有）"
        case _:
            return str(value)
