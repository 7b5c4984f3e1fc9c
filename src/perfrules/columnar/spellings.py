"""Numbers for the distinct values of a column, and for the combinations of several columns, which stay the same."""

from collections.abc import Hashable
from threading import Lock
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from perfrules.columnar.columns import is_text, values

Indexes = npt.NDArray[np.int32]

_MOST_PAIRS = 2**23


@attrs.define(eq=False)
class Spellings:
    """The distinct values that a column had so far, in the order in which they came."""

    values: list[Any] = attrs.field(factory=list)
    _index: dict[Hashable, int] = attrs.field(factory=dict)
    _arrays: dict[pa.DataType, pa.Array] = attrs.field(factory=dict)
    _lock: Lock = attrs.field(factory=Lock)

    def codes(self, array: pa.Array) -> Indexes:
        """Give the number of each value; what is empty is None.

        >>> spellings = Spellings()
        >>> spellings.codes(pa.array(["家", "%", "家"])), spellings.codes(pa.array(["%", None]))
        (array([0, 1, 0], dtype=int32), array([1, 2], dtype=int32))
        """
        if not pa.types.is_dictionary(array.type):
            return self._codes(array)
        if len(array.dictionary) > len(array):
            return self._codes(array.cast(array.type.value_type))
        codes = np.append(self._codes(array.dictionary), np.int32(self.code(None)))
        taken: Indexes = np.take(codes, array.indices.fill_null(len(codes) - 1).to_numpy(zero_copy_only=False))
        return taken

    def _codes(self, array: pa.Array) -> Indexes:
        if is_text(array.type):
            # Arrow finds what was there before faster than it tells apart what is there.
            found = pc.index_in(array, value_set=self._known(array.type))
            if not found.null_count:
                return np.asarray(found.to_numpy(), np.int32)
        encoded = array.dictionary_encode()
        distinct = [*values(encoded.dictionary), None] if array.null_count else values(encoded.dictionary)
        own = np.fromiter(map(self.code, distinct), np.int32, len(distinct))
        indices = encoded.indices.fill_null(len(distinct) - 1) if array.null_count else encoded.indices
        codes: Indexes = np.take(own, indices.to_numpy(zero_copy_only=False))
        return codes

    def _known(self, kind: pa.DataType) -> pa.Array:
        """Give all values, which are texts, as a column."""
        kept = self._arrays.get(kind)
        if kept is None or len(kept) < len(self.values):
            kept = self._arrays[kind] = pa.array(list(self.values), kind)
        return kept

    def code(self, value: Hashable) -> int:
        """Give the number of one value."""
        code = self._index.get(value)
        if code is None:
            with self._lock:
                code = self._index.get(value)
                if code is None:
                    self.values.append(value)
                    code = self._index[value] = len(self.values) - 1
        return code

    def known(self, value: Hashable) -> int | None:
        """Give the number of a value that was there before, None of another one."""
        return self._index.get(value)

    @property
    def texts(self) -> pa.Array:
        """All values, which are texts, as a column; None is empty there."""
        known = self._known(pa.string())
        return known.fill_null("") if known.null_count else known


@attrs.define(eq=False)
class Pairs:
    """Numbers for pairs of numbers, in the order in which the pairs came; `left` and `right` are what they are of.

    They stand in a table while that is small, and in a dictionary once there are too many.
    """

    left: list[int] = attrs.field(factory=list)
    right: list[int] = attrs.field(factory=list)
    _index: dict[int, int] = attrs.field(factory=dict)
    _table: Indexes = attrs.field(factory=lambda: np.full((0, 0), -1, np.int32))
    _lock: Lock = attrs.field(factory=Lock)

    def codes(self, left: Indexes, right: Indexes) -> Indexes:
        """Give the number of each pair.

        >>> Pairs().codes(np.array([0, 0, 1], np.int32), np.array([1, 2, 1], np.int32))
        array([0, 1, 2], dtype=int32)
        """
        need = (int(left.max(initial=0)) + 1, int(right.max(initial=0)) + 1)
        table = self._table
        if need[0] > table.shape[0] or need[1] > table.shape[1]:
            table = self._grown(need)
        if not table.size:
            return self._told_apart(left, right)
        found = _looked_up(table, left, right)
        if found.min(initial=0) < 0:
            missing = found < 0
            found[missing] = self._told_apart(left[missing], right[missing])
            table[left[missing], right[missing]] = found[missing]
        return found

    def _told_apart(self, left: Indexes, right: Indexes) -> Indexes:
        keys, inverse = np.unique(left.astype(np.int64) << 32 | right, return_inverse=True)
        return np.fromiter(map(self._code, keys.tolist()), np.int32, len(keys))[inverse]

    def _code(self, key: int) -> int:
        code = self._index.get(key)
        if code is None:
            with self._lock:
                code = self._index.get(key)
                if code is None:
                    self.left.append(key >> 32)
                    self.right.append(key & (1 << 32) - 1)
                    code = self._index[key] = len(self.left) - 1
        return code

    def _grown(self, need: tuple[int, int]) -> Indexes:
        with self._lock:
            former = self._table
            rows, width = (
                max(have, 1 << (least - 1).bit_length()) for have, least in zip(former.shape, need, strict=True)
            )
            if rows * width > _MOST_PAIRS:
                return former[:0]
            table = np.full((rows, width), -1, np.int32)
            table[: former.shape[0], : former.shape[1]] = former
            self._table = table
            return table


def _looked_up(table: Indexes, left: Indexes, right: Indexes) -> Indexes:
    at = left * np.int32(table.shape[1])
    at += right
    return np.take(table, at)
