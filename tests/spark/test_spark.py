"""A Spark cluster gives every line what one machine gives it."""

import os
import shutil
import sys
from collections.abc import Iterator

import pyarrow as pa
import pytest

from datasets.province import province
from perfrules import frame
from perfrules.diagnostics import PerfRulesError
from perfrules.ruleset import Ruleset

pytest.importorskip("pyspark", reason="没有安装 pyspark（pip install 'perfrules[spark]'）")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("没有安装 Java（Debian：apt-get install default-jre-headless）", allow_module_level=True)

from pyspark.sql import DataFrame, SparkSession

from perfrules.spark import evaluate

pytestmark = pytest.mark.filterwarnings("ignore")

TABLE = province(60).append_column("行", pa.array(range(420)))


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.memory", "1g")
        .config("spark.sql.execution.arrow.pyspark.enabled", "true")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def data(spark: SparkSession) -> DataFrame:
    return spark.createDataFrame(TABLE).repartition(5)


def _rows(table: pa.Table) -> list[dict[str, object]]:
    return sorted(table.to_pylist(), key=lambda row: row["行"])


@pytest.mark.parametrize("scheme", [None, "central/mof-2021-101", "practice/whole-points"])
def test_it_gives_what_one_machine_gives(data: DataFrame, scheme: str | None) -> None:
    done = evaluate(data, scheme=scheme).toArrow()
    assert _rows(done) == _rows(frame.evaluate(TABLE, scheme=scheme))


def test_what_it_gives_can_be_given_to_it_again(data: DataFrame) -> None:
    once = evaluate(data)
    assert evaluate(once).schema == once.schema


def test_columns_can_be_named(spark: SparkSession) -> None:
    rows = spark.createDataFrame([("≥60家", "58家", 10)], ["要求", "做到", "分值"])
    done = evaluate(rows, columns={"target": "要求", "actual": "做到"}).collect()
    assert (done[0]["verdict"], str(done[0]["points"])) == ("unmet", "9.6700000000")


def test_what_is_wrong_is_said_before_anything_runs(data: DataFrame) -> None:
    with pytest.raises(PerfRulesError):
        evaluate(data, scheme="没有")
    with pytest.raises(PerfRulesError):
        evaluate(data.drop("指标值"))


def test_the_engine_works_in_spark_sql_with_its_sums(data: DataFrame) -> None:
    counted = {
        row["verdict"]: row["count"] for row in evaluate(data, ruleset=Ruleset()).groupBy("verdict").count().collect()
    }
    verdicts = frame.evaluate(TABLE)["verdict"].to_pylist()
    assert counted == {verdict: verdicts.count(verdict) for verdict in set(verdicts)}
