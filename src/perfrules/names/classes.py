"""The classes of indicators (一级指标, 二级指标) under the many names that offices give them.

The names are in `grammar/classes.txt`, where a rule writer adds local ones.
"""

import re
from functools import cache, lru_cache

import attrs

from perfrules.data import read_text
from perfrules.names.naming import comparable

_POINTS = re.compile(r"[(\[][^()\[\]]*[)\]]$")
_SUFFIXES = ("指标", "目标")


@attrs.frozen
class IndicatorClass:
    """A 一级指标 with its 二级指标: canonical names, and the other ways to write each."""

    name: str
    spellings: tuple[str, ...]
    parts: tuple["IndicatorClass", ...] = ()


@cache
def indicator_classes() -> tuple[IndicatorClass, ...]:
    """Read the lexicon.

    >>> [each.name for each in indicator_classes()]
    ['产出指标', '效益指标', '满意度指标', '成本指标']
    """
    classes: list[IndicatorClass] = []
    for line in read_text("grammar/classes.txt").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, _, others = line.strip().partition("：")
        found = IndicatorClass(name, tuple(others.split("、")) if others else ())
        if line[0].isspace():
            found = attrs.evolve(classes[-1], parts=(*classes.pop().parts, found))
        classes.append(found)
    return tuple(classes)


@lru_cache(maxsize=1024)
def category_of(text: str) -> str:
    """Give the canonical name of a 一级指标; empty where it is none that is known.

    >>> category_of("效果指标"), category_of("产出（50分）"), category_of("数量")
    ('效益指标', '产出指标', '')
    """
    return _categories().get(_stem(text), "")


@lru_cache(maxsize=1024)
def subcategory_of(text: str) -> str:
    """Give the canonical name of a 二级指标; empty where it is none that is known.

    >>> subcategory_of("产出进度"), subcategory_of("服务对象满意度指标（10分）")
    ('时效指标', '服务对象满意度指标')
    """
    return _subcategories().get(_stem(text), "")


@cache
def _categories() -> dict[str, str]:
    return _by_stem(indicator_classes())


@cache
def _subcategories() -> dict[str, str]:
    return _by_stem(tuple(part for each in indicator_classes() for part in each.parts))


def _by_stem(classes: tuple[IndicatorClass, ...]) -> dict[str, str]:
    return {_stem(spelling): each.name for each in classes for spelling in (each.name, *each.spellings)}


_LONGEST = 60
"""No class has a longer name; what stands in such a cell is something else."""


def _stem(text: str) -> str:
    if len(text) > _LONGEST:
        return text
    stem = _POINTS.sub("", comparable(text))
    for suffix in _SUFFIXES:
        stem = stem.removesuffix(suffix)
    return stem
