"""Values of JSON data, looked at before they are believed: it may come from a file that people have edited."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import TypeVar

_NUMBER = re.compile(r"-?\d{1,200}(?:\.\d{1,200}|/\d{1,200})?")

Data = Mapping[str, object]
_T = TypeVar("_T")


class MalformedError(Exception):
    """Something is not where the JSON form has it; the text names it."""


def objects(data: Data, key: str) -> list[Data]:
    """Give a list of objects.

    Raises:
        MalformedError: There is none.
    """
    found = value(data, key, list)
    if not all(isinstance(each, dict) for each in found):
        raise MalformedError(key)
    return found


def number(data: Data, key: str) -> Fraction:
    """Give an exact number.

    Raises:
        MalformedError: There is none.
    """
    text = value(data, key, str)
    try:
        if _NUMBER.fullmatch(text):
            return Fraction(text)
    except ZeroDivisionError:
        pass
    raise MalformedError(key)


def value(data: Data, key: str, kind: type[_T]) -> _T:
    """Give a value of a kind.

    Raises:
        MalformedError: There is none.

    >>> value({"name": "甲"}, "name", str)
    '甲'
    """
    found = data.get(key)
    if not isinstance(found, kind):
        raise MalformedError(key)
    return found


def optional(data: Data, key: str, kind: type[_T]) -> _T | None:
    """Give a value of a kind, None where there is none or it is null.

    Raises:
        MalformedError: It is of another kind.
    """
    return None if data.get(key) is None else value(data, key, kind)


def text(data: Data, key: str) -> str:
    """Give a text, empty where it is null.

    Raises:
        MalformedError: It is of another kind.
    """
    return optional(data, key, str) or ""
