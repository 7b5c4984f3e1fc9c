"""Columns of more lines than one machine is for: the same batches, judged by a Spark cluster.

from perfrules.spark import evaluate
done = evaluate(spark.read.parquet("全省"), scheme="central/mof-2020-10")
done.write.parquet("结果")
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import pyarrow as pa

from perfrules.columnar import ADDED, Evaluator
from perfrules.columnar.columns import names_of
from perfrules.columnar.results import plain
from perfrules.ruleset import Ruleset

if TYPE_CHECKING:
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType


def evaluate(
    data: "DataFrame",
    *,
    scheme: str | None = None,
    ruleset: Ruleset | None = None,
    columns: Mapping[str, str] | None = None,
) -> "DataFrame":
    """Judge and score every line of a data frame; gives it with the columns that `perfrules.frame.evaluate` adds.

    Nothing is done before the result is asked for, as with everything in Spark. `scheme`, `ruleset` and `columns` mean
    what they mean there. The ruleset is compiled here and sent once to each machine, where perfrules with the extra
    `frame` has to be installed too.

    Raises:
        PerfRulesError: A column that is needed is missing, or there is no scheme of that name.
        ModuleNotFoundError: pyspark, of the extra `spark`, is not installed.
    """
    from pyspark.sql.pandas.types import to_arrow_schema  # noqa: PLC0415 - who has a data frame has pyspark

    names = names_of(to_arrow_schema(data.schema), columns)
    evaluator = Evaluator(Ruleset() if ruleset is None else ruleset, scheme, names)
    return data.mapInArrow(_work(data, evaluator), _schema(data))


def _work(data: "DataFrame", evaluator: Evaluator) -> "Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]":
    """Give what every task does. Spark Connect has no broadcasts: there the ruleset goes along with the tasks."""
    from pyspark.sql.utils import is_remote  # noqa: PLC0415

    if is_remote():
        return lambda batches: (plain(evaluator.batch(batch)) for batch in batches)
    sent = data.sparkSession.sparkContext.broadcast(evaluator)
    return lambda batches: (plain(sent.value.batch(batch)) for batch in batches)


def _schema(data: "DataFrame") -> "StructType":
    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415
    from pyspark.sql.types import StructType  # noqa: PLC0415

    kept = [field for field in data.schema.fields if field.name not in ADDED.names]
    added = plain(pa.RecordBatch.from_pylist([], schema=ADDED)).schema
    return StructType([*kept, *from_arrow_schema(added).fields])
