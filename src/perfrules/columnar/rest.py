"""Rows that the columns do not reach: the distinct lines among them are evaluated by the scalar engine, each once."""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from perfrules.columnar.columns import Cell, Columns, values
from perfrules.columnar.line import result_of
from perfrules.columnar.numbers import Integers
from perfrules.columnar.register import OF_LINES, Register
from perfrules.columnar.results import Result
from perfrules.columnar.spellings import Indexes
from perfrules.targets import Target


def rest_of(
    register: Register, columns: Columns, combinations: Indexes, targets: Mapping[int, Target], rows: Integers
) -> tuple[list[Result], Indexes]:
    """Give the distinct results of some rows, and for each of these rows which of them it is.

    `targets` are those that were read already, by combination.
    """
    fields = [field for field in OF_LINES if field in columns.by_field]
    parts = [_told_apart(columns.by_field[field].take(pa.array(rows))) for field in fields]
    keys = combinations[rows].astype(np.int64)
    for cells, codes in parts:
        keys = keys * len(cells) + codes
    _, first, which = np.unique(keys, return_index=True, return_inverse=True)
    found = []
    for row in first:
        own = tuple(distinct[codes[row]] for distinct, codes in parts)
        combination = int(combinations[rows[row]])
        key = combination, own
        result = register.results.get(key)
        if result is None:
            line = register.line(combination, dict(zip(fields, own, strict=True)))
            result = result_of(line, register.language, register.scheme_of, targets.get(combination))
            if combination not in targets:
                register.results[key] = result  # what came up again may well do so once more
        found.append(result)
    return found, which.astype(np.int32)


def _told_apart(array: pa.Array) -> tuple[list[Cell], Indexes]:
    """Give the distinct cells, and for each row which of them it has; the last is the empty one."""
    kind = array.type.value_type if pa.types.is_dictionary(array.type) else array.type
    encoded = array.cast(kind).dictionary_encode()
    cells = [*values(encoded.dictionary), None]
    return cells, encoded.indices.fill_null(len(cells) - 1).to_numpy(zero_copy_only=False)
