"""Actual values as numbers with the kind of unit that they are written in."""

import attrs
import numpy as np
import pyarrow as pa

from perfrules.columnar.amounts import amounts
from perfrules.columnar.columns import is_text
from perfrules.columnar.numbers import Decimals, aligned, decimals_of
from perfrules.columnar.spellings import Indexes, Spellings
from perfrules.syntax import Language
from perfrules.units import Unit

UNWRITTEN, UNREPORTED = 0, 1
"""The kinds of a number without a unit, and of what is empty."""


@attrs.frozen(eq=False)
class Measured:
    """Numbers with the kind of each; `kind` is None where all are without a unit. What is not reported is known."""

    numbers: Decimals
    kind: Indexes | None


@attrs.define(eq=False)
class UnitKinds:
    """The units that actual values were written in so far, each with its number."""

    _spellings: Spellings = attrs.field(factory=lambda: Spellings([None, ""], {None: UNWRITTEN, "": UNREPORTED}))

    def unit(self, kind: int) -> Unit | None:
        """Give the unit of a kind, None for numbers without one."""
        found = self._spellings.values[kind]
        return found if isinstance(found, Unit) else None

    def of(self, array: pa.Array, language: Language) -> Measured:
        """Read a column of actual values. What is no number, or a text that is more than one, is not known."""
        kind = array.type.value_type if pa.types.is_dictionary(array.type) else array.type
        if is_text(kind):
            return self._of_texts(array, language)
        numbers = decimals_of(array.cast(kind))
        empty = array.is_null().to_numpy(zero_copy_only=False) if array.null_count else None
        if pa.types.is_floating(kind) and not numbers.known.all():
            nothing = np.isnan(array.cast(kind).to_numpy(zero_copy_only=False))
            empty = nothing if empty is None else empty | nothing
        if empty is None or not empty.any():
            return Measured(numbers, None)
        return Measured(attrs.evolve(numbers, known=numbers.known | empty), empty.astype(np.int32) * UNREPORTED)

    def _of_texts(self, array: pa.Array, language: Language) -> Measured:
        found = amounts(array, language)
        codes = np.array([*(self._spellings.code(unit) for unit in found.units), UNREPORTED], np.int32)
        known = found.unit >= 0
        numbers = aligned(found.mantissa, found.exponent, known)
        kind = np.take(codes, found.unit, mode="wrap")
        if array.null_count:
            empty = array.is_null().to_numpy(zero_copy_only=False)
            return Measured(attrs.evolve(numbers, known=numbers.known | empty), kind)
        return Measured(numbers, kind)
