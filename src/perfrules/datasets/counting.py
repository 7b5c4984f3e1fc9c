"""Sums up batches of results as they pass by, in memory that does not grow with the rows."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

import attrs
import pyarrow as pa
from pyarrow import compute as pc

from perfrules.datasets.summary import Group, Summary, Unread
from perfrules.diagnostics import Code
from perfrules.evaluation import Verdict
from perfrules.names import category_of

_MOST_TEXTS = 100_000
"""Different unread cells that are counted; of more, the rarer half is forgotten."""

_MOST_SHOWN = 100
_MOST_TABLES = 64
_POINTS = pa.decimal128(38, 10)
_KEYS = ["department", "category"]
_SUMS = [name for name in attrs.fields_dict(Group) if name not in _KEYS]
_TARGET_CODES = {Code.NUMBER_UNREAD.id, Code.TEXT_TOO_LONG.id, Code.UNIT_UNKNOWN.id, Code.UNIT_DOUBLED.id}
_ACTUAL_CODES = {Code.ACTUAL_UNREAD.id}


@attrs.define
class Counting:
    """Sums so far. `names` says which columns hold department, class, weight, target and actual value."""

    names: Mapping[str, str]
    sums: list[pa.Table] = attrs.field(factory=list)
    texts: Counter[tuple[str, str]] = attrs.field(factory=Counter)
    unread: Counter[str] = attrs.field(factory=Counter)
    forgotten: bool = False

    def add(self, batch: pa.RecordBatch) -> None:
        """Count a batch of results in."""
        self.sums.append(_summed(self._facts(batch)))
        if len(self.sums) == _MOST_TABLES:
            self.sums = [_summed(pa.concat_tables(self.sums))]
        for field, codes in (("target", _TARGET_CODES), ("actual", _ACTUAL_CODES)):
            self._count_unread(field, codes, batch)

    def summary(self) -> Summary:
        """Give the sums."""
        groups = tuple(_groups(_summed(pa.concat_tables(self.sums)))) if self.sums else ()
        shown = sorted(self.texts.items(), key=lambda item: (-item[1], item[0]))[:_MOST_SHOWN]
        unread = tuple(Unread(field, text, rows) for (field, text), rows in shown)
        return Summary(groups, self.unread["target"], self.unread["actual"], unread, not self.forgotten)

    def _facts(self, batch: pa.RecordBatch) -> pa.Table:
        """Give what is counted of every row, in columns that can be added up."""
        scored = pc.is_valid(batch["points_low"])
        verdicts = {
            name: _mapped(batch["verdict"], name.__eq__, pa.bool_()) for name in (each.value for each in Verdict)
        }
        return pa.table(
            {
                "department": self._labels("department", batch, str.strip),
                "category": self._labels("category", batch, lambda text: category_of(text) or text.strip()),
                "rows": pa.repeat(pa.scalar(1), batch.num_rows),
                **{name: _as_counts(mask) for name, mask in verdicts.items()},
                "scored": _as_counts(scored),
                "open": _as_counts(pc.and_(scored, pc.is_null(batch["points"]))),
                "low": _or_nothing(batch["points_low"]),
                "high": _or_nothing(batch["points_high"]),
                "weight": _or_nothing(pc.if_else(scored, self._weights(batch), pa.scalar(None, _POINTS))),
            }
        )

    def _labels(self, field: str, batch: pa.RecordBatch, spell: Callable[[str], str]) -> pa.Array:
        if field not in self.names:
            return pa.repeat(pa.scalar(""), batch.num_rows)
        return _mapped(batch[self.names[field]], lambda each: spell(str(each or "")), pa.string())

    def _weights(self, batch: pa.RecordBatch) -> pa.Array:
        """Give weights as exact numbers; they are few different ones, whatever type the column is of."""
        if "weight" not in self.names:
            return pa.nulls(batch.num_rows, _POINTS)
        return _mapped(batch[self.names["weight"]], _exact, _POINTS)

    def _count_unread(self, field: str, codes: set[str], batch: pa.RecordBatch) -> None:
        mask = _mapped(batch["codes"], lambda text: not codes.isdisjoint(str(text or "").split()), pa.bool_())
        rows = pc.sum(mask).as_py() or 0
        if rows:
            self.unread[field] += rows
            counts = pc.value_counts(batch[self.names[field]].filter(mask).cast(pa.string()))
            for each in counts.to_pylist():
                self.texts[field, each["values"] or ""] += each["counts"]
            if len(self.texts) > _MOST_TEXTS:
                self.forgotten = True
                self.texts = Counter(dict(self.texts.most_common(_MOST_TEXTS // 2)))


def _mapped(column: pa.Array, work: Callable[[object], object], kind: pa.DataType) -> pa.Array:
    """Apply something to a column of few different values: to each of them once."""
    coded = column if pa.types.is_dictionary(column.type) else pc.dictionary_encode(column, null_encoding="encode")
    values = pa.array([work(each) for each in coded.dictionary.to_pylist()], kind)
    taken = values.take(coded.indices)
    return taken if not taken.null_count or kind == _POINTS else pc.fill_null(taken, pa.scalar(work(None), kind))


def _exact(weight: object) -> Decimal | None:
    """Give a weight as the evaluation took it; of rows that it scored, every weight is a number."""
    try:
        number = None if weight is None else Decimal(str(weight).strip())
    except ArithmeticError:
        return None
    return number if number is not None and number.is_finite() and abs(number) < 10**20 else None


def _as_counts(mask: pa.Array) -> pa.Array:
    return mask.cast(pa.int64())


def _or_nothing(points: pa.Array) -> pa.Array:
    return pc.fill_null(points, pa.scalar(Decimal(0), _POINTS))


def _summed(rows: pa.Table) -> pa.Table:
    sums = rows.group_by(_KEYS, use_threads=False).aggregate([(name, "sum") for name in _SUMS])
    return sums.rename_columns([name.removesuffix("_sum") for name in sums.column_names]).select([*_KEYS, *_SUMS])


def _groups(sums: pa.Table) -> Iterator[Group]:
    rows: Sequence[Mapping[str, object]] = sums.sort_by([(name, "ascending") for name in _KEYS]).to_pylist()
    for row in rows:
        yield Group(**row)  # type: ignore[arg-type]  # the columns are its fields
