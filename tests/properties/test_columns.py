"""Columns mean what lines mean: every added column is what the scalar engine says of the line."""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfrules import frame
from perfrules.actuals import read_actual
from perfrules.columnar import register
from perfrules.columnar.results import nearest
from perfrules.evaluation import evaluate
from perfrules.rules import shipped_schemes
from perfrules.ruleset import Ruleset
from perfrules.scoring import score
from perfrules.tables import Indicator
from perfrules.targets import parse
from properties.cells import ACTUALS, TARGETS

NUMBERS = (0, 1, 60, 58, 90, 95, 100, 1280, -5, 10**15, 2**62)
FLOATS = (0.0, -0.0, 0.1, 0.3, 0.95, 1.0, 58.0, 59.999999999999, 60.0, 95.5, 1e22, 1e-7, 5e-324, 1e308)
SCHEMES = ("", *shipped_schemes())

texts = {
    "sign": st.sampled_from(["", "≥", "≤", "定性"]),
    "unit": st.sampled_from(["", "%", "家", "万元", "元", "天"]),
    "direction": st.sampled_from(["", "正向", "反向"]),
    "name": st.sampled_from(["", "群众投诉次数", "产品合格率", "机柜数量(≥77台)"]),
    "category": st.sampled_from(["", "产出指标", "满意度指标", "成本"]),
    "subcategory": st.sampled_from(["", "数量指标", "时效指标", "成本指标", "服务对象满意度指标"]),
    "baseline": st.sampled_from(["", "58家", "90%", "60"]),
    "scheme": st.sampled_from(SCHEMES),
}
weights = st.one_of(st.none(), st.integers(0, 100), st.decimals(0, 100, places=2)).map(lambda n: n and Decimal(n))
others = st.fixed_dictionaries({**texts, "weight": weights, "year": st.sampled_from([None, 2023])})
targets = st.one_of(
    st.sampled_from(TARGETS),
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["≥", "≤", ">", "<", "=", "", "不低于"]),
        st.sampled_from(["60", "90.5", "0", "-5", "1,280", "1/3", "0.001"]),
        st.sampled_from(["", "%", "家", "万元", "元", "天", "次/季度"]),
    ),
)


def _float(number: Fraction | None) -> float | None:
    found = nearest(number)
    return None if math.isnan(found) else found


def _points(number: Fraction | None) -> Decimal | None:
    return None if number is None else Decimal(round(number * 10**10)).scaleb(-10)


@pytest.fixture(autouse=True, scope="module")
def _plans_for_rare_lines() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(register, "OFTEN", 1)
        yield


def _said(cells: Mapping[str, object], actual: object) -> tuple[object, ...]:
    """What the scalar engine says of a line, as the columns have it."""
    names = ("sign", "unit", "direction", "name", "category", "subcategory", "year")
    target = parse(str(cells["target"]), **{name: cells[name] for name in names})  # type: ignore[arg-type]
    baseline = read_actual(cells["baseline"]) if cells["baseline"] else None
    outcome = evaluate(target, read_actual(actual), baseline=baseline)
    rate, gap = outcome.attainment, outcome.deviation
    codes = [each.code.id for each in outcome.diagnostics]
    low = high = None
    if cells["weight"] is not None:
        year = cells["year"]
        on = date(int(str(year)), 12, 31) if year else None
        scheme = Ruleset().scheme(str(cells["scheme"] or "central/mof"), on)
        indicator = Indicator("", target, str(cells["category"]), str(cells["subcategory"]))
        points = score(outcome, Fraction(str(cells["weight"])), scheme, indicator)
        codes += [each.code.id for each in points.diagnostics]
        low, high = points.low, points.high
    return (
        outcome.verdict.value,
        _float(rate),
        None if gap is None else _float(gap.number),
        None if gap is None else gap.unit,
        _points(low) if low == high else None,
        _points(low),
        _points(high),
        target.to_dict()["kind"],
        target.assumption,
        " ".join(dict.fromkeys(codes)),
    )


def _holds(lines: Sequence[tuple[str, dict[str, object]]], actuals: pa.Array, values: Sequence[object]) -> None:
    cells = [{"target": target, **other} for target, other in lines]
    columns = {name: [line[name] for line in cells] for name in cells[0]}
    weight = pa.array(columns.pop("weight"), pa.decimal128(12, 2))
    year = pa.array(columns.pop("year"), pa.int32())
    done = frame.evaluate(pa.table({**columns, "actual": actuals, "weight": weight, "year": year}))
    found = list(zip(*(done[name].to_pylist() for name in frame.ADDED.names), strict=True))
    assert found == [_said(line, value) for line, value in zip(cells, values, strict=True)]


def _lists(values: st.SearchStrategy[object]) -> st.SearchStrategy[list[tuple[str, dict[str, object], object]]]:
    return st.lists(st.tuples(targets, others, values), min_size=1, max_size=12)


@given(_lists(st.none() | st.sampled_from(ACTUALS)))
def test_texts(drawn: list[tuple[str, dict[str, object], object]]) -> None:
    values = [value for _, _, value in drawn]
    _holds([(target, other) for target, other, _ in drawn], pa.array(values, pa.string()), values)


@given(_lists(st.none() | st.sampled_from(NUMBERS)), st.booleans())
def test_whole_numbers(drawn: list[tuple[str, dict[str, object], object]], narrow: bool) -> None:
    values = [value if not narrow or value is None else int(str(value)) % 100 for _, _, value in drawn]
    _holds(
        [(target, other) for target, other, _ in drawn], pa.array(values, pa.int8() if narrow else pa.int64()), values
    )


@given(
    _lists(st.none() | st.sampled_from(FLOATS) | st.floats(allow_nan=True) | st.decimals(-99, 99, places=3).map(float))
)
def test_floats(drawn: list[tuple[str, dict[str, object], object]]) -> None:
    values = [value for _, _, value in drawn]
    _holds([(target, other) for target, other, _ in drawn], pa.array(values, pa.float64()), values)


@given(_lists(st.none() | st.decimals(-(10**9), 10**9, places=4)))
def test_decimals(drawn: list[tuple[str, dict[str, object], object]]) -> None:
    values = [value for _, _, value in drawn]
    _holds([(target, other) for target, other, _ in drawn], pa.array(values, pa.decimal128(38, 4)), values)


@given(_lists(st.none() | st.dates(date(2022, 1, 1), date(2024, 12, 31))))
def test_days(drawn: list[tuple[str, dict[str, object], object]]) -> None:
    values = [value for _, _, value in drawn]
    _holds([(target, other) for target, other, _ in drawn], pa.array(values, pa.date32()), values)
