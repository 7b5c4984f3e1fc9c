"""What a formula is, told without working it out: a number, a text, a collection of objects."""

from collections.abc import Mapping
from enum import Enum

import attrs


class Kind(Enum):
    """What a name or a formula stands for."""

    NUMBER = "数值"
    TRUTH = "条件"
    TEXT = "文字"
    DATE = "日期"
    TARGET = "要求"
    TABLE = "分档表"

    def __str__(self) -> str:
        return self.value


@attrs.frozen
class ListOf:
    """Several values of one kind."""

    kind: Kind

    def __str__(self) -> str:
        return f"{self.kind}列表"


@attrs.frozen
class Objects:
    """A collection of objects, by the name of what they are: the 指标 of a table."""

    of: str

    def __str__(self) -> str:
        return f"{self.of}的集合"


@attrs.frozen
class Related:
    """One other object, by the name of what it is: the 目标表 of an indicator. It may not be there."""

    to: str

    def __str__(self) -> str:
        return f"一个{self.to}"


AnyKind = Kind | ListOf | Objects | Related

Vocabulary = Mapping[str, AnyKind]
"""What the names mean that can be asked of one kind of object."""

Vocabularies = Mapping[str, Vocabulary]
"""The vocabulary of each kind of object, by its name: 目标表, 指标."""


@attrs.frozen
class Scope:
    """What names mean where a formula stands.

    `facts` are those of the object that is asked, `given` are known everywhere: parameters and lists of words. `own` is
    the kind of object that the rule is about, whose name is 本; empty where there is none. `depth` counts the
    collections that were entered.
    """

    facts: Vocabulary
    given: Vocabulary = attrs.field(factory=dict)
    objects: Vocabularies = attrs.field(factory=dict)
    own: str = ""
    depth: int = 0

    @classmethod
    def of(cls, own: str, objects: Vocabularies, given: Vocabulary) -> "Scope":
        """Give what names mean in a rule about one kind of object."""
        return cls(objects.get(own, {}), given, objects, own)

    def inside(self, kind: str) -> "Scope":
        """Give what names mean for the elements of a collection."""
        return attrs.evolve(self, facts=self.objects.get(kind, {}), depth=self.depth + 1)
