"""An ordered scale of levels: 优良中差, 一级二级三级."""

from collections.abc import Mapping
from functools import cached_property

import attrs


@attrs.frozen
class LevelScale:
    """A scale, best level first; each of `steps` is a level and the other ways to write it.

    >>> scale = LevelScale("河长考核", (("优秀", "优"), ("合格",)))
    >>> scale.levels, scale.spellings["优"]
    (('优秀', '合格'), '优秀')
    """

    name: str
    steps: tuple[tuple[str, ...], ...]
    ordered: bool = True

    @cached_property
    def levels(self) -> tuple[str, ...]:
        """The levels under their first spelling."""
        return tuple(step[0] for step in self.steps)

    @cached_property
    def spellings(self) -> Mapping[str, str]:
        """How a level is written, to the level."""
        return {word: step[0] for step in self.steps for word in step}

    def __str__(self) -> str:
        return self.name
