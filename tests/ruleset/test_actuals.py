"""What actual values may be given as: the same values give the same report, whatever they are in."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any

import narwhals as nw
import pytest

import perfrules as pr
from perfrules.readers import ActualsSource, read_actuals
from perfrules.rules import read_ruleset
from perfrules.source import Source

pandas: Any = pytest.importorskip("pandas")
polars: Any = pytest.importorskip("polars")
pyarrow: Any = pytest.importorskip("pyarrow")
numpy: Any = pytest.importorskip("numpy")

TABLES = """\
目标表 灌区改造
  年度：2023
  产出指标
    改善面积：≥60亩
    合格率：≥90%
目标表 道路
  年度：2023
  产出指标
    里程：≥120公里
"""
HEADERS = ["项目", "三级指标", "实际完成值"]
ROWS = [
    ("灌区改造", "改善面积", "58亩"),
    ("灌区改造", "合格率", "95%"),
    ("道路", "里程", "120公里"),
]
COLUMNS = dict(zip(HEADERS, map(list, zip(*ROWS, strict=True)), strict=True))
RECORDS: list[dict[str, object]] = [dict(zip(HEADERS, row, strict=True)) for row in ROWS]
TEXT = "\n".join(map(",".join, [HEADERS, *ROWS]))


class Stream:
    """Something that exports an Arrow stream, and is known for nothing else."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return pyarrow.table(COLUMNS).__arrow_c_stream__(requested_schema)


SOURCES: dict[str, Callable[[], ActualsSource]] = {
    "file": lambda: BytesIO(TEXT.encode()),
    "pandas": lambda: pandas.DataFrame(COLUMNS),
    "polars": lambda: polars.DataFrame(COLUMNS),
    "lazy polars": lambda: polars.LazyFrame(COLUMNS),
    "pyarrow": lambda: pyarrow.table(COLUMNS),
    "narwhals": lambda: nw.from_native(polars.DataFrame(COLUMNS)),
    "arrow stream": Stream,
    "records": lambda: RECORDS,
    "mapping": lambda: {(project, name): value for project, name, value in ROWS},
    "by name": lambda: {name: value for _, name, value in ROWS},
    "two files": lambda: [BytesIO("\n".join([TEXT.split("\n")[0], line]).encode()) for line in TEXT.split("\n")[1:]],
    "frame and file": lambda: [
        pandas.DataFrame(COLUMNS)[:2],
        BytesIO(f"{TEXT.split()[0]}\n道路,里程,120公里".encode()),
    ],
    "read before": lambda: read_actuals(pandas.DataFrame(COLUMNS)),
}


def _ruleset(text: str = TABLES) -> pr.Ruleset:
    content = read_ruleset(Source("目标表", text))
    return pr.Ruleset(content.goal_tables, diagnostics=content.diagnostics, language=content.language)


@pytest.mark.parametrize("kind", SOURCES)
def test_the_same_values_give_the_same_scores(kind: str) -> None:
    report = _ruleset().evaluate(SOURCES[kind]())
    actuals = [line.outcome.actual.text for table in report.projects for line in table.lines]
    assert actuals == ["58亩", "95%", "120公里"]
    assert {each.code.id for each in report.diagnostics} <= {"PF728", "PF730"}  # none has money


@pytest.mark.parametrize("kind", SOURCES)
def test_the_same_values_are_monitored(kind: str) -> None:
    progress = _ruleset().monitor(SOURCES[kind](), date(2023, 12, 31))
    actuals = [line.standing.outcome.actual.text for table in progress.tables for line in table.lines]
    assert actuals == ["58亩", "95%", "120公里"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (58, "58"),
        (0.1, "0.1"),
        (1e22, "10000000000000000000000"),
        (Decimal("0.10"), "0.1"),
        (Decimal("12345678901234567890.5"), "12345678901234567890.5"),
        (numpy.int64(58), "58"),
        (numpy.float64(0.1), "0.1"),
        (numpy.bool_(True), "是"),
        (False, "否"),
        (date(2023, 12, 1), "2023年12月1日"),
        (datetime(2023, 12, 1, 8, 30), "2023年12月1日"),
        (pandas.Timestamp("2023-12-01"), "2023年12月1日"),
        (None, ""),
        (float("nan"), ""),
        (numpy.float64("nan"), ""),
        (Decimal("NaN"), ""),
        (pandas.NaT, ""),
        (pandas.NA, ""),
    ],
    ids=repr,
)
def test_a_value_is_the_text_that_a_person_would_write(value: object, text: str) -> None:
    frame = pandas.DataFrame({"三级指标": ["甲"], "实际完成值": pandas.Series([value], dtype=object)})
    record = [{"三级指标": "甲", "实际完成值": value}]
    assert [read_actuals(source).values[0].actual.text for source in (frame, record)] == [text, text]


@pytest.mark.parametrize("number", [0.1, 89.6, 16777216.0, 1.1754944e-38])
def test_floats_of_32_bits_are_their_own_shortest_decimals(number: float) -> None:
    frame = polars.DataFrame({"三级指标": ["甲"], "完成值": polars.Series([number], dtype=polars.Float32)})
    assert Fraction(read_actuals(frame).values[0].actual.text) == Fraction(repr(number))


def test_headers_give_units_and_typed_columns_are_read() -> None:
    frame = polars.DataFrame(
        {"三级指标": ["甲", "乙"], "实际完成值（%）": [95.5, None], "偏差原因": [None, "天气"]},
    )
    first, second = read_actuals(frame).values
    assert (first.actual.text, second.actual.text, second.reason) == ("95.5%", "", "天气")


def test_a_value_of_another_kind_is_told_with_its_place_and_not_used() -> None:
    actuals = read_actuals([{"三级指标": "甲", "实际完成值": [1, 2]}])
    assert actuals.values[0].actual.text == ""
    assert [(each.code.id, str(each.labels[0].place)) for each in actuals.diagnostics] == [
        ("PF866", "数据框 第2行第2列")
    ]


def test_a_frame_with_other_headers_says_so() -> None:
    assert [each.code.id for each in read_actuals(pandas.DataFrame({"a": [1]})).diagnostics] == ["PF711"]


def test_money_comes_in_frames_too() -> None:
    money = polars.DataFrame({"项目名称": ["道路"], "全年预算数（万元）": [100], "全年执行数（万元）": [99.5]})
    row = read_actuals(money).spending[0]
    assert (str(row.adjusted), str(row.spent)) == ("100万元", "99.5万元")


def test_the_evidence_tells_frames_apart() -> None:
    hashes = [_ruleset().evaluate(pandas.DataFrame(COLUMNS)[:rows]).evidence for rows in (2, 3, 3)]
    first, second, third = (each.inputs for each in hashes if each is not None)
    assert first != second == third


@pytest.mark.parametrize("wrong", [58, None, [58], {"改善面积": object()}, {5: "58亩"}])
def test_what_is_no_source_is_a_wrong_call(wrong: Any) -> None:
    with pytest.raises(TypeError):
        read_actuals(wrong)


OWN = """\
用语 本地
  单位
    垄：量词
  等级
    星级：金星、银星、铜星
  表头
    实际完成值：办结数
目标表 灌区改造
  年度：2023
  产出指标
    整地：≥60垄
    评定：银星以上
"""


@pytest.mark.parametrize(
    "source",
    [
        [{"三级指标": "整地", "办结数": "66垄"}, {"三级指标": "评定", "办结数": "金星"}],
        BytesIO("三级指标,办结数\n整地,66垄\n评定,金星".encode()),
        {"整地": "66垄", "评定": "金星"},
    ],
    ids=["records", "file", "mapping"],
)
def test_actual_values_are_read_in_the_words_of_the_ruleset(source: Any) -> None:
    ruleset = _ruleset(OWN)
    assert ruleset.diagnostics == ()
    actuals = read_actuals(source, language=ruleset.language)
    evaluated = [line.outcome.verdict.value for line in ruleset.evaluate(actuals).projects[0].lines]
    followed = ruleset.monitor(actuals, date(2023, 12, 31)).tables[0].lines
    assert evaluated == [line.standing.outcome.verdict.value for line in followed] == ["met", "met"]
