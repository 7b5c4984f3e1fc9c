"""The lines of many tables, each by number: which project it is of, and which of the different wordings it has."""

from collections.abc import Callable, Iterable, Mapping

import attrs
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import compute as pc

from perfrules.columnar.columns import is_text

PROJECT = ("year", "department", "project")
WORDING = ("name", "category", "subcategory", "target", "sign", "unit", "direction", "year")
"""The columns that tell projects apart, and those that tell apart what is asked of an indicator."""

Numbers = NDArray[np.int64]
Texts = tuple[str, ...]


@attrs.frozen(eq=False)
class Lines:
    """Lines, in order: the number of the project of each, and that of its wording.

    `projects` and `wordings` are the different ones, in the order in which they are first met, each as the texts of the
    columns :data:`PROJECT` and :data:`WORDING`; a column that the table does not have is empty. `fields` are those that
    it has.
    """

    project: Numbers
    wording: Numbers
    projects: tuple[Texts, ...]
    wordings: tuple[Texts, ...]
    fields: frozenset[str]


def lines_of(
    batches: Iterable[pa.RecordBatch], names: Mapping[str, str], on_rows: Callable[[int], object] = lambda rows: None
) -> Lines:
    """Number projects and wordings. What is kept grows with the different ones; of each line, two numbers are.

    `on_rows` is told how many rows more are done.

    >>> batch = pa.record_batch({"项目": ["甲", "甲", "乙"], "值": ["≥5", "≥6", "≥5"]})
    >>> lines = lines_of([batch], {"project": "项目", "target": "值"})
    >>> lines.project.tolist(), lines.wording.tolist()
    ([0, 0, 1], [0, 1, 0])
    """
    known: dict[tuple[str, ...], dict[Texts, int]] = {PROJECT: {}, WORDING: {}}
    found: dict[tuple[str, ...], list[Numbers]] = {PROJECT: [], WORDING: []}
    for batch in batches:
        for fields, index in known.items():
            found[fields].append(_numbered(batch, [names.get(field) for field in fields], index))
        on_rows(batch.num_rows)
    nothing = [np.zeros(0, np.int64)]
    return Lines(
        np.concatenate(found[PROJECT] or nothing),
        np.concatenate(found[WORDING] or nothing),
        tuple(known[PROJECT]),
        tuple(known[WORDING]),
        frozenset(names),
    )


def _numbered(batch: pa.RecordBatch, columns: list[str | None], index: dict[Texts, int]) -> Numbers:
    """Give each row the number of its texts, and new texts the next number."""
    coded = [_texts(batch[name]) if name else None for name in columns]
    key = pa.array(np.zeros(batch.num_rows, np.int64)).dictionary_encode()
    for each in coded:
        if each is not None:
            one = pc.cast(key.indices, pa.int64())
            both = pc.add(pc.multiply(one, len(each.dictionary) + 1), pc.cast(each.indices, pa.int64()))
            key = pc.dictionary_encode(both)
    own = key.indices.to_numpy(zero_copy_only=False)
    _, first = np.unique(own, return_index=True)
    rows = pa.array(first)
    cells = [
        [""] * len(first) if each is None else each.dictionary.take(each.indices.take(rows)).to_pylist()
        for each in coded
    ]
    numbers = [index.setdefault(texts, len(index)) for texts in zip(*cells, strict=True)]
    return np.array(numbers, np.int64)[own] if numbers else np.zeros(0, np.int64)


def _texts(column: pa.Array) -> pa.DictionaryArray:
    """Give a column as texts without blanks around them, each different one once; what is missing is an empty text."""
    if not pa.types.is_dictionary(column.type):
        column = pc.dictionary_encode(column)
    words = column.dictionary if is_text(column.type.value_type) else column.dictionary.cast(pa.string())
    words = pc.utf8_trim_whitespace(words.cast(pa.string()))
    codes = pc.fill_null(pc.cast(column.indices, pa.int64()), len(words))
    again = pc.dictionary_encode(pa.concat_arrays([words, pa.array([""])]))
    return pa.DictionaryArray.from_arrays(again.indices.take(codes), again.dictionary)
