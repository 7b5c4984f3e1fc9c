"""Evaluates batches of lines: each gets the columns that say what it came to."""

from collections.abc import Mapping
from functools import lru_cache

import attrs
import numpy as np
import pyarrow as pa

from perfrules.columnar.columns import Columns, columns_of, names_of
from perfrules.columnar.extents import attainment, deviation
from perfrules.columnar.numbers import Decimals, Flags, Integers
from perfrules.columnar.points import points_of, weights_reach
from perfrules.columnar.register import Register
from perfrules.columnar.rest import rest_of
from perfrules.columnar.results import NONE, Rows, as_batch, rows_of
from perfrules.columnar.spellings import Indexes
from perfrules.columnar.states import States
from perfrules.columnar.weights import weights_of
from perfrules.diagnostics import PerfRulesError
from perfrules.ruleset import DEFAULT_FAMILY, Ruleset
from perfrules.scoring import Scheme, end_of_year
from perfrules.targets import Target


@attrs.define(eq=False)
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
    _named: tuple[tuple[str, ...], dict[str, str]] | None = attrs.field(default=None, init=False, repr=False)
    _register: Register | None = attrs.field(default=None, init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.scheme is not None:
            self.ruleset.scheme(self.scheme)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle what it was made of, not what it remembers."""
        return Evaluator, (self.ruleset, self.scheme, self.columns)

    def batch(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Add the columns of :data:`ADDED` to a batch. Columns of these names that it has already are replaced.

        Raises:
            PerfRulesError: A column that is needed is missing, or its type says nothing about its field.
        """
        columns = columns_of(batch, self._names(batch.schema))
        register = self._register_for(columns)
        results = as_batch(evaluated(register, columns), register.words)
        kept = [name for name in batch.schema.names if name not in results.schema.names]
        names = [*kept, *results.schema.names]
        arrays = [*(batch.column(name) for name in kept), *results.columns]
        return pa.RecordBatch.from_arrays(arrays, names=names)

    def _names(self, schema: pa.Schema) -> dict[str, str]:
        key = tuple(schema.names)
        if self._named is None or self._named[0] != key:
            self._named = key, names_of(schema, self.columns)
        return self._named[1]

    def _register_for(self, columns: Columns) -> Register:
        """Give what was found out so far, unless it is about another table, or too much."""
        register, fields = self._register, tuple(columns.by_field)
        if register is not None and register.fields == fields and register.is_full:
            register = self._register = register.emptied()
        if register is None or register.fields != fields:
            register = self._register = Register(
                self.ruleset.language, lru_cache(maxsize=1024)(self._scheme_of), fields
            )
        return register

    def _scheme_of(self, own: str, year: int | None) -> Scheme | None:
        try:
            on = None if year is None else end_of_year(year)
            return self.ruleset.scheme(self.scheme or own.strip() or DEFAULT_FAMILY, on)
        except PerfRulesError:
            return None


def evaluated(register: Register, columns: Columns) -> Rows:
    """Evaluate the lines of a batch: by columns where these reach, else each distinct one by the scalar engine."""
    lines = _lines(register, columns)
    rows = np.flatnonzero(~lines.reached)
    if len(rows) == columns.length:
        results, which = rest_of(register, columns, lines.combination, lines.targets, rows)
        return rows_of(results, register.words).taken(which)
    found, failed = _by_columns(register, lines)
    rows = np.union1d(rows, failed) if len(failed) else rows
    if len(rows):
        results, which = rest_of(register, columns, lines.combination, lines.targets, rows)
        found.put(rows, rows_of(results, register.words), which)
    return found


@attrs.frozen(eq=False)
class _Lines:
    """The lines of a batch as numbers; those that are not `reached` are for the scalar engine."""

    combination: Indexes
    targets: Mapping[int, Target]
    states: States
    plan: Indexes
    numbers: Decimals
    weights: Decimals | None
    reached: Flags


def _lines(register: Register, columns: Columns) -> _Lines:
    measured = register.kinds.of(columns.by_field["actual"], register.language)
    numbers, weights = measured.numbers, weights_of(columns)
    combination = register.combinations(columns, measured.kind)
    plan, targets = register.plans(combination)
    states = register.states(numbers.places)
    reached = numbers.known & states.reach(plan, numbers.mantissa)
    if weights is not None:
        reached &= weights_reach(weights)
    if (judgement := columns.get("judgement")) is not None:
        reached &= judgement.is_null().to_numpy(zero_copy_only=False)
    return _Lines(combination, targets, states, plan, numbers, weights, reached)


def _by_columns(register: Register, lines: _Lines) -> tuple[Rows, Integers]:
    """Look up what every line came to, and give the rows of which that is not known after all."""
    states, plan, mantissa, weights = lines.states, lines.plan, lines.numbers.mantissa, lines.weights
    state = states.of(plan, mantissa)
    failed = np.zeros(0, np.int64)
    if weights is None:
        low = high = np.full(len(state), NONE, np.int64)
    else:
        points = points_of(register.awards(states, weights.places), state, mantissa, weights, lines.reached)
        low, high, failed = points.low, points.high, points.failed
    words = {name: np.take(codes, state) for name, codes in states.words.items()}
    far = attainment(states, plan, state, mantissa), deviation(states, plan, state, mantissa)
    return Rows(words, *far, low, high), failed
