"""Evaluates batches of lines: each gets the columns that say what it came to."""

from collections.abc import Mapping
from functools import lru_cache

import attrs
import pyarrow as pa

from perfrules.columnar.columns import columns_of, names_of
from perfrules.columnar.rest import distinct, result_of
from perfrules.columnar.results import as_batch
from perfrules.diagnostics import PerfRulesError
from perfrules.ruleset import DEFAULT_FAMILY, Ruleset
from perfrules.scoring import Scheme, end_of_year


@attrs.frozen(eq=False)
class Evaluator:
    """Judges and scores batches of lines; it pickles, and may be used by several threads at once.

    `scheme` names the scheme or family for all lines; without it each is scored by the one in its own column, or else
    by the one of the ministry, as :meth:`Ruleset.evaluate` does. `columns` says which column holds which field, where
    its name does not say so.

    Raises:
        PerfRulesError: There is no scheme of that name.

    >>> batch = pa.record_batch({"target": ["≥60家"], "actual": ["58家"], "weight": [10]})
    >>> done = Evaluator().batch(batch)
    >>> done["verdict"][0], done["points"][0]
    (<pyarrow.DictionaryScalar: 'unmet'>, <pyarrow.Decimal128Scalar: Decimal('9.6700000000')>)
    """

    ruleset: Ruleset = attrs.field(factory=Ruleset)
    scheme: str | None = None
    columns: Mapping[str, str] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        if self.scheme is not None:
            self.ruleset.scheme(self.scheme)

    def batch(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Add the columns of :data:`ADDED` to a batch. Columns of these names that it has already are replaced.

        Raises:
            PerfRulesError: A column that is needed is missing, or its type says nothing about its field.
        """
        columns = columns_of(batch, names_of(batch.schema, self.columns))
        lines, which = distinct(columns)
        scheme_of = lru_cache(maxsize=None)(self._scheme_of)
        results = as_batch([result_of(line, self.ruleset.language, scheme_of) for line in lines]).take(pa.array(which))
        kept = [name for name in batch.schema.names if name not in results.schema.names]
        names = [*kept, *results.schema.names]
        arrays = [*(batch.column(name) for name in kept), *results.columns]
        return pa.RecordBatch.from_arrays(arrays, names=names)

    def _scheme_of(self, own: str, year: int | None) -> Scheme | None:
        try:
            on = None if year is None else end_of_year(year)
            return self.ruleset.scheme(self.scheme or own.strip() or DEFAULT_FAMILY, on)
        except PerfRulesError:
            return None
