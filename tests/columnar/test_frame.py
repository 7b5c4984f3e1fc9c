"""Columns in, columns out: what users of `perfrules.frame` rely on."""

import pickle
from collections.abc import Iterator
from decimal import Decimal

import pyarrow as pa
import pytest

from perfrules import PerfRulesError, frame
from perfrules.ruleset import Ruleset

LINES = {
    "指标值": ["≥60家", "≥90%", "5天", "有效提升", None, "12月底前"],
    "实际完成值": ["58家", "95%", "6", None, "3", "12月20日"],
    "二级指标": ["数量指标", "质量指标", "时效指标", "", None, "时效指标"],
    "分值": [10, 20, 6, 5, 5, 5],
    "year": [2023] * 6,
}


def _column(table: pa.Table, name: str) -> list[object]:
    return list(table[name].to_pylist())


def test_headers_of_official_forms_name_the_columns() -> None:
    done = frame.evaluate(pa.table(LINES))
    assert _column(done, "verdict") == ["unmet", "met", "unmet", "unknown", "unknown", "met"]
    assert _column(done, "points") == [Decimal("9.67"), 20, 5, None, None, 5]
    assert _column(done, "points_low") == [Decimal("9.67"), 20, 5, 0, 0, 5]
    assert _column(done, "points_high") == [Decimal("9.67"), 20, 5, 5, 5, 5]
    assert _column(done, "attainment")[:3] == [58 / 60, 95 / 90, 5 / 6]
    assert _column(done, "deviation")[:3] == [-2, 5, 1]
    assert _column(done, "deviation_unit")[:3] == ["家", "百分点", "天"]
    assert _column(done, "reading") == ["bound", "bound", "bound", "qualitative", "blank", "deadline"]
    assert _column(done, "assumption")[2] == "格里没有写运算符，据指标类别"
    assert _column(done, "codes")[3:5] == ["PF401", "PF102 PF402"]


def test_columns_are_named_where_no_header_says_it() -> None:
    lines = pa.table({"目标": ["≥60"], "完成": [60], "目标值": ["≥70"], "actual": [70]})
    assert _column(frame.evaluate(lines), "verdict") == ["met"]
    done = frame.evaluate(lines, columns={"target": "目标值", "actual": "完成"})
    assert _column(done, "verdict") == ["unmet"]


def test_a_header_with_a_unit_says_too_much_to_be_taken_by_itself() -> None:
    with pytest.raises(PerfRulesError, match="PF880"):
        frame.evaluate(pa.table({"指标值": ["≥60万元"], "完成值（元）": [600_000]}))


@pytest.mark.parametrize("columns", [{"target": "没有"}, {"weight": "没有"}])
def test_a_named_column_must_be_there(columns: dict[str, str]) -> None:
    with pytest.raises(PerfRulesError, match="PF880"):
        frame.evaluate(pa.table({"target": ["≥60"], "actual": [60]}), columns=columns)


def test_a_field_must_be_one() -> None:
    with pytest.raises(TypeError, match="no field 'weigth'"):
        frame.evaluate(pa.table({"target": ["≥60"], "actual": [60]}), columns={"weigth": "分值"})


@pytest.mark.parametrize("column", [pa.array([b"60"]), pa.array([[60]])])
def test_a_column_must_be_of_texts_or_values(column: pa.Array) -> None:
    with pytest.raises(PerfRulesError, match="PF881"):
        frame.evaluate(pa.table({"target": ["≥60"], "actual": column}))


def test_what_is_no_table_is_a_wrong_call() -> None:
    with pytest.raises(TypeError, match="Arrow"):
        frame.evaluate([{"target": "≥60"}])  # type: ignore[call-overload]


@pytest.mark.parametrize("weight", ["十分", "-1", "1e400", "50%"])
def test_a_weight_that_is_no_number_leaves_the_line_without_points(weight: str) -> None:
    done = frame.evaluate(pa.table({"target": ["≥60"], "actual": [60], "weight": [weight]}))
    assert (_column(done, "verdict"), _column(done, "points")) == (["met"], [None])
    assert _column(done, "codes") == ["PF882"]


def test_a_line_without_weight_is_judged_and_not_scored() -> None:
    done = frame.evaluate(pa.table({"target": ["≥60", "≥60"], "actual": [60, 60], "weight": ["10分", None]}))
    assert (_column(done, "verdict"), _column(done, "points")) == (["met", "met"], [10, None])


def test_a_scheme_may_stand_in_a_column() -> None:
    schemes = ["central/mof-2021-101", "practice/exact", None, "没有/这个"]
    lines = pa.table({"target": ["≥60%"] * 4, "actual": ["35%"] * 4, "weight": [7] * 4, "scheme": schemes})
    done = frame.evaluate(lines)
    # 35/60 is less than 60 %, which 财预〔2021〕101号 asks for; 7 × 35/60 is 4.08333…
    assert _column(done, "points") == [0, Decimal("4.0833333333"), Decimal("4.08"), None]
    assert _column(done, "codes")[3] == "PF731"


def test_the_scheme_of_a_call_is_for_all_lines() -> None:
    lines = pa.table({"target": ["≥60%"], "actual": ["35%"], "weight": [7], "scheme": ["practice/exact"]})
    assert _column(frame.evaluate(lines, scheme="central/mof-2020-10"), "points") == [Decimal("4.08")]
    with pytest.raises(PerfRulesError, match="PF731"):
        frame.evaluate(lines, scheme="没有/这个")


def test_a_family_gives_the_scheme_of_the_year() -> None:
    lines = pa.table({"target": ["≥60%"] * 2, "actual": ["35%"] * 2, "weight": [7] * 2, "year": [2021, 2019]})
    evaluator = frame.Evaluator(Ruleset(), "central/mof")
    (done,) = frame.batches(lines, evaluator)
    assert done["points"].to_pylist() == [Decimal("4.08")] * 2


def test_a_judgement_is_used_where_a_person_has_to_judge() -> None:
    lines = pa.table({"target": ["有效提升"], "actual": ["达成年度指标"], "weight": [10], "judgement": [9]})
    assert _column(frame.evaluate(lines), "points") == [9]


def test_columns_that_are_there_already_are_replaced() -> None:
    once = frame.evaluate(pa.table(LINES))
    assert frame.evaluate(once).equals(once)


def test_a_table_without_lines_gets_the_columns() -> None:
    done = frame.evaluate(pa.table(LINES).slice(0, 0))
    assert (done.num_rows, set(frame.ADDED.names) <= set(done.schema.names)) == (0, True)


def test_a_stream_is_taken_as_it_comes() -> None:
    taken = []

    def endless() -> Iterator[pa.RecordBatch]:
        while True:
            taken.append(1)
            yield pa.record_batch({"target": ["≥60"], "actual": [len(taken)]})

    stream = frame.batches(endless(), frame.Evaluator())
    verdicts = [next(stream)["verdict"][0].as_py() for _ in range(70)]
    assert verdicts == ["unmet"] * 59 + ["met"] * 11
    assert len(taken) < 80
    stream.close()  # type: ignore[attr-defined]


def test_an_evaluator_travels() -> None:
    again = pickle.loads(pickle.dumps(frame.Evaluator(Ruleset(), "central/mof-2020-10")))  # noqa: S301 - pickled here
    assert again.batch(pa.table(LINES).to_batches()[0])["verdict"].to_pylist()[:2] == ["unmet", "met"]


def test_lines_that_ask_for_the_same_share_a_plan_whatever_their_names() -> None:
    names = [f"第{number}镇补助企业数" for number in range(100)] + [f"第{number}镇投诉次数" for number in range(100)]
    lines = pa.table({"target": ["60"] * 200, "actual": [*range(100)] * 2, "name": names, "weight": [10] * 200})
    evaluator = frame.Evaluator()
    (done,) = frame.batches(lines, evaluator)
    # What is bad is bounded from above, what else is counted from below.
    assert done["verdict"].to_pylist() == ["unmet"] * 60 + ["met"] * 40 + ["met"] * 61 + ["unmet"] * 39
    assert done["points"][30].as_py() == 5


def test_processes_give_what_threads_give() -> None:
    lines = pa.table(
        {"target": [f"≥{number}家" for number in range(1, 501)], "actual": [250] * 500, "weight": [8] * 500}
    )
    here, there = frame.evaluate(lines), frame.evaluate(lines, processes=2)
    assert there.equals(here)
    assert _column(there, "verdict").count("met") == 250


@pytest.mark.parametrize(
    "actuals",
    [
        pa.array([60, 59, None], pa.uint64()),
        pa.array([60, 59, None], pa.float32()),
        pa.array(["60", "59", None]).dictionary_encode(),
        pa.array([60, 59, None]).dictionary_encode(),
        pa.array(["60", "59", None], pa.string_view()),
        pa.array([Decimal(6000), Decimal(5900), None], pa.decimal128(10, -2)),
        pa.array([Decimal(60), Decimal(59), None], pa.decimal128(38, 30)),
        pa.array([Decimal(60), Decimal(59), None], pa.decimal256(60, 20)),
    ],
    ids=lambda array: str(array.type),
)
def test_actual_values_may_be_of_any_type_of_number_or_text(actuals: pa.Array) -> None:
    target = "≥6000" if actuals.type == pa.decimal128(10, -2) else "≥60"
    lines = pa.table({"target": [target] * 300, "actual": pa.concat_arrays([actuals] * 100)})
    assert _column(frame.evaluate(lines), "verdict") == ["met", "unmet", "unknown"] * 100


@pytest.mark.parametrize("kind", [pa.null(), pa.string(), pa.float64(), pa.date32()], ids=str)
def test_a_column_may_be_empty(kind: pa.DataType) -> None:
    lines = pa.table({"target": ["≥60家"] * 50, "actual": pa.nulls(50, kind), "unit": pa.nulls(50), "weight": [5] * 50})
    done = frame.evaluate(lines)
    assert (set(_column(done, "codes")), set(_column(done, "points_high"))) == ({"PF401"}, {5})


def test_a_frame_of_polars_comes_back_as_one() -> None:
    polars = pytest.importorskip("polars", reason="没有安装 polars")
    done = frame.evaluate(polars.DataFrame({"target": ["≥60家", "≥90%"], "actual": ["58家", "95%"]}))
    assert isinstance(done, polars.DataFrame)
    assert done["verdict"].to_list() == ["unmet", "met"]


def test_a_frame_of_pandas_comes_back_with_its_index() -> None:
    pandas = pytest.importorskip("pandas", reason="没有安装 pandas")
    lines = pandas.DataFrame({"target": ["≥60家", "≥90%"], "actual": ["58家", "95%"], "weight": [10, 20]}, index=[7, 9])
    done = frame.evaluate(lines)
    assert list(done.columns) == [*lines.columns, *frame.ADDED.names]
    assert done.index.tolist() == [7, 9]
    assert done["verdict"].tolist() == ["unmet", "met"]
    assert done.loc[7, "points"] == Decimal("9.67")
    assert lines.join(done["codes"]).shape == (2, 4)


def test_what_is_no_frame_comes_back_as_a_table() -> None:
    assert isinstance(frame.evaluate(pa.table(LINES).to_reader()), pa.Table)
