"""Columns of exact fractions, as whole numbers over whole numbers that are never allowed to overflow."""

from math import gcd

import attrs
import numpy as np

from perfrules.columnar.numbers import MOST, Flags, Integers


class TooLargeError(Exception):
    """Some numbers are too large to be worked with in columns."""


@attrs.frozen(eq=False)
class Rationals:
    """Fractions: `over` / `under`, where `under` is positive, or 0 where there is no value. One stands for all rows."""

    over: Integers
    under: Integers

    @classmethod
    def constant(cls, over: int, under: int = 1) -> "Rationals":
        """Give one number for all rows."""
        shared = gcd(over, under)
        if max(abs(over), under) // shared >= MOST:
            raise TooLargeError
        return cls(np.array([over // shared]), np.array([under // shared]))

    def __neg__(self) -> "Rationals":
        return Rationals(-self.over, self.under)

    def __add__(self, other: "Rationals") -> "Rationals":
        if self.under is other.under:
            return Rationals(_sum(self.over, other.over), self.under)
        crossed = _sum(_product(self.over, other.under), _product(other.over, self.under))
        return Rationals(crossed, _product(self.under, other.under))

    def __sub__(self, other: "Rationals") -> "Rationals":
        return self + -other

    def __mul__(self, other: "Rationals") -> "Rationals":
        return Rationals(_product(self.over, other.over), _product(self.under, other.under))

    def __truediv__(self, other: "Rationals") -> "Rationals":
        sign = np.sign(other.over)
        over = _product(self.over, other.under * sign)
        # Nothing divided by what has no value has one.
        under = _product(self.under, np.abs(other.over) * (other.under != 0))
        return Rationals(over, under)

    def is_less(self, other: "Rationals") -> Flags:
        """Tell the rows in which this is less than the other; where one has no value it says nothing."""
        return _product(self.over, other.under) < _product(other.over, self.under)

    def lesser(self, other: "Rationals") -> "Rationals":
        """Give the lesser of each pair.

        >>> found = Rationals.constant(1, 2).lesser(Rationals.constant(2, 3))
        >>> found.over, found.under
        (array([1]), array([2]))
        """
        return self._chosen(other, self.is_less(other))

    def greater(self, other: "Rationals") -> "Rationals":
        """Give the greater of each pair."""
        return self._chosen(other, other.is_less(self))

    def _chosen(self, other: "Rationals", first: Flags) -> "Rationals":
        # Where either has no value, the result has none.
        known = (self.under != 0) & (other.under != 0)
        return Rationals(np.where(first, self.over, other.over), np.where(first, self.under, other.under) * known)

    def floor(self) -> "Rationals":
        """Give the largest whole numbers that are not larger."""
        under = np.maximum(self.under, 1)
        return Rationals(self.over // under, np.minimum(self.under, 1))

    def taken(self, rows: Integers) -> "Rationals":
        """Give some rows."""
        over, under = (each if len(each) == 1 else each[rows] for each in (self.over, self.under))
        return Rationals(over, under)


HALF = Rationals.constant(1, 2)


def _largest(numbers: Integers) -> int:
    return max(int(numbers.max(initial=0)), -int(numbers.min(initial=0)))


def _sum(left: Integers, right: Integers) -> Integers:
    if _largest(left) + _largest(right) >= MOST:
        raise TooLargeError
    return left + right


def _product(left: Integers, right: Integers) -> Integers:
    if _largest(left) * _largest(right) >= MOST:
        raise TooLargeError
    return left * right
