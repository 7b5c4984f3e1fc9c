"""How the full mark of a scheme is divided, as data: the points of each class, and what a missing class changes."""

from enum import Enum
from fractions import Fraction

import attrs


@attrs.frozen
class ClassWeight:
    """The points of a class of indicators (一级指标), by its canonical name."""

    category: str
    points: Fraction
    basis: str = ""
    origin: str = attrs.field(default="", eq=False)


@attrs.frozen
class WeightChange:
    """A class weight under a variant: new points, or points on top of the former ones."""

    category: str
    points: Fraction
    added: bool = False


@attrs.frozen
class Variant:
    """How the class weights change for a table that has no indicator of the class `missing`."""

    missing: str
    changes: tuple[WeightChange, ...]
    basis: str = ""
    origin: str = attrs.field(default="", eq=False)


@attrs.frozen
class Merger:
    """A class that the scheme counts as part of another one."""

    category: str
    into: str
    basis: str = ""
    origin: str = attrs.field(default="", eq=False)


class Leftover(Enum):
    """What becomes of class weights that no indicator of the table can earn, once the variants are applied."""

    SHARED = "按比例分给其余各类"
    DROPPED = "不分配"


@attrs.frozen
class Weighting:
    """How the full mark is divided: execution rate, classes, and what to do when a class is missing.

    `free` is the full mark of the indicators where the scheme leaves it to each table how to divide it; there are no
    classes then. `places` are the decimals of a divided weight; what dividing leaves goes to the last one.
    """

    execution: Fraction = Fraction(0)
    execution_basis: str = ""
    classes: tuple[ClassWeight, ...] = ()
    variants: tuple[Variant, ...] = ()
    mergers: tuple[Merger, ...] = ()
    leftover: Leftover = Leftover.DROPPED
    free: Fraction | None = None
    places: int = 2

    @property
    def indicators(self) -> Fraction:
        """The points of all indicators together.

        >>> Weighting(classes=(ClassWeight("产出指标", Fraction(60)), ClassWeight("效益指标", Fraction(30)))).indicators
        Fraction(90, 1)
        """
        return sum((each.points for each in self.classes), Fraction(0)) if self.free is None else self.free
