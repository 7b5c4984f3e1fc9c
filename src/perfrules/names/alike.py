"""Two names that were typed by different people: the same name, names that are alike, or different ones.

What is the same is decided by :func:`loosely`. Names that are only alike may mean two things, so that a person has to
look; :func:`likeness` says what they differ in. `grammar/alike.txt` has the words, chapter 56 the cases.
"""

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache, lru_cache

from perfrules.data import read_text
from perfrules.names.naming import comparable

FILE = "grammar/alike.txt"

_SERIAL = re.compile(
    r"指标(\d{1,2}|[一二三四五六七八九十]{1,3})[:.、]|\((\d{1,2}|[一二三四五六七八九十]{1,3})\)"
    r"|(\d{1,2})(?:[、)]|\.(?!\d))|([一二三四五六七八九十]{1,3})、|([①-⑳])"
)
_MARKS = r"、，,。.;；:：·•・“”\"'‘’「」『』《》()\[\]{}〔〕【】!！?？…_"
# A mark between digits is part of a number, and a dash before one may be a minus.
_PUNCTUATION = re.compile(rf"[{_MARKS}](?!\d)|(?<!\d)[{_MARKS}]|[-—–~～](?!\d)")
_BRACKETED = re.compile(r"(?P<name>.+)\((?P<text>[^()]*)\)")
_YEAR = re.compile(r"20\d\d年度?")
_SHORTEST = 3
_LONGEST = 60
"""Longer names are compared for being the same, and no further."""


class Kind(Enum):
    """What a name names; each kind has endings of its own."""

    INDICATOR = "指标词尾"
    PROJECT = "项目词尾"


@lru_cache(maxsize=65536)
def loosely(name: str) -> str:
    """Give a name as it is compared with a tolerance: without white space, width, case, serial number and punctuation.

    >>> loosely("1．“Ａ级”企业，培训人次") == loosely("a级企业培训人次")
    True
    >>> loosely("1.5米管道") == loosely("15米管道")
    False
    """
    text = comparable(name).lower()
    return _PUNCTUATION.sub("", text[len(_serial(text)[0]) :]) or text


def same_serial(one: str, other: str) -> bool:
    """Whether the serial numbers before two names are the same, or one has none.

    >>> same_serial("1.培训人次", "培训人次"), same_serial("1.培训人次", "（1）培训人次"), same_serial("1、甲", "2、甲")
    (True, True, False)
    """
    first, second = (_serial(comparable(name))[1] for name in (one, other))
    return not first or not second or first == second


def _serial(text: str) -> tuple[str, str]:
    """Find the serial number before a name: as it is written, and alone."""
    found = _SERIAL.match(text)
    if found is None or found.end() == len(text):
        return "", ""
    return found[0], next(group for group in found.groups() if group)


def likeness(one: str, other: str, kind: Kind = Kind.INDICATOR) -> str:
    """Say in what two names differ that are alike; empty where they are not.

    >>> likeness("购置设备", "购置设备数量"), likeness("培训农户人次", "农户培训人次")
    ('只差“数量”', '字相同，次序不同')
    >>> likeness("补助企业数量", "扶助企业数量"), likeness("群众满意率", "群众不满意率")
    ('差一个字（“补”和“扶”）', '')
    """
    first, second = loosely(one), loosely(other)
    if max(len(first), len(second)) > _LONGEST or min(len(first), len(second)) < 2:
        return ""
    if first == second:
        if not same_serial(one, other):
            return "序号不同"
        return "" if comparable(one) == comparable(other) else "只差标点"
    return (
        _brackets(one, other) or _year(first, second, kind) or _endings(first, second, kind) or _one_edit(first, second)
    )


def shapes(name: str, kind: Kind = Kind.INDICATOR) -> Iterator[str]:
    """Give texts of which two names share one where they are alike, to find these without comparing each with each."""
    text = loosely(name)
    if len(text) > _LONGEST:
        return
    yield text
    yield from {text[:index] + text[index + 1 :] for index in range(len(text))}
    yield "".join(sorted(text))
    yield _stem(_YEAR.sub("", text, count=1), kind)
    yield _stem(text, kind)
    if found := _BRACKETED.fullmatch(comparable(name)):
        yield loosely(found["name"])


def _brackets(one: str, other: str) -> str:
    """Compare names of which one has brackets at its end, and the other none."""
    found = [_BRACKETED.fullmatch(comparable(name)) for name in (one, other)]
    match found:
        case [None, re.Match() as more] | [re.Match() as more, None]:
            plain = other if found[0] is not None else one
            return f"只差括号里的“{more['text']}”" if loosely(more["name"]) == loosely(plain) else ""
        case _:
            return ""


def _year(first: str, second: str, kind: Kind) -> str:
    if kind is not Kind.PROJECT:
        return ""
    years = [found[0] for text in (first, second) if (found := _YEAR.match(text))]
    if len(years) == 1 and first.removeprefix(years[0]) == second.removeprefix(years[0]):
        return f"只差“{years[0]}”"
    return ""


def _endings(first: str, second: str, kind: Kind) -> str:
    stems = [_stem(text, kind) for text in (first, second)]
    if stems[0] != stems[1]:
        return ""
    endings = [f"“{text[len(stems[0]) :]}”" for text in (first, second) if len(text) > len(stems[0])]
    return f"词尾不同（{'和'.join(endings)}）" if len(endings) == 2 else f"只差{endings[0]}"


def _stem(text: str, kind: Kind) -> str:
    ending = next((each for each in _endings_of(kind) if text.endswith(each)), "")
    stem = text.removesuffix(ending)
    return stem if len(stem) >= 2 else text


def _one_edit(first: str, second: str) -> str:
    """Compare names that differ in one character, or in the order of all; some characters make two things of one."""
    if sorted(first) == sorted(second):
        numbers = [re.findall(r"[\d.]+", text) for text in (first, second)]
        return "字相同，次序不同" if numbers[0] == numbers[1] else ""
    if abs(len(first) - len(second)) > 1 or min(len(first), len(second)) < _SHORTEST:
        return ""
    start = next(
        (at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
    one, other = first[start:], second[start:]
    if len(one) == len(other):
        pair, is_one = (one[:1], other[:1]), one[1:] == other[1:]
    else:
        long, short = (one, other) if len(one) > len(other) else (other, one)
        pair, is_one = (long[:1], ""), long[1:] == short
    if not is_one or not _opposites().isdisjoint(pair):
        return ""
    return f"差一个字（“{pair[0]}”和“{pair[1]}”）" if pair[1] else f"差一个“{pair[0]}”字"


@lru_cache(maxsize=64)
def _endings_of(kind: Kind) -> tuple[str, ...]:
    return tuple(sorted(_words()[kind.value].split("、"), key=len, reverse=True))


@cache
def _opposites() -> frozenset[str]:
    return frozenset(_words()["相对的字"])


@cache
def _words() -> dict[str, str]:
    lines = (line.partition("：") for line in read_text(FILE).splitlines() if line.strip() and line[0] != "#")
    return {name.strip(): words.strip() for name, _, words in lines}
