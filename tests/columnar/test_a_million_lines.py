"""A million lines, numbers and texts among each other, against the scalar engine."""

from fractions import Fraction

import numpy as np
import pyarrow as pa
import pytest

from perfrules import frame
from perfrules.actuals import read_actual
from perfrules.evaluation import evaluate
from perfrules.ruleset import Ruleset
from perfrules.scoring import score
from perfrules.tables import Indicator
from perfrules.targets import parse

LINES = 1_000_000
TARGETS = (
    "≥60家",
    "≤5天",
    "=100%",
    "90%-95%",
    "≥98.5%",
    "10万元/家",
    "不超过120万元",
    "较上年增长5%",
    "12月底前",
    "=0",
    "≥1/3",
)
CLASSES = (("产出指标", "数量指标"), ("产出指标", "成本指标"), ("满意度指标", "服务对象满意度指标"), ("", ""))
WEIGHTS = ("10", "7.5", "0")
NUMBERS = (0.0, 0.5, 1.0, 4.25, 5.0, 59.9, 60.0, 78.0, 78.1, 90.0, 98.49, 98.5, 100.0, 1e6, -3.0, 0.1 + 0.2)
TEXTS = (
    "58家",
    "60家",
    "1,280万元",
    "98.5%",
    "0",
    "120",
    "约60家",
    "已完成",
    "",
    "12月20日",
    "100000元/户",
    "较上年增长6%",
)


def _scored(target: str, classes: tuple[str, str], weight: str, actual: object) -> tuple[str, Fraction, Fraction]:
    read = parse(target, category=classes[0], subcategory=classes[1])
    outcome = evaluate(read, read_actual(actual))
    scheme = Ruleset().scheme("central/mof-2021-101")
    points = score(outcome, Fraction(weight), scheme, Indicator("", read, *classes))
    return outcome.verdict.value, points.low, points.high


@pytest.mark.parametrize("actuals", [NUMBERS, TEXTS], ids=["numbers", "texts"])
def test_every_line_comes_to_what_the_scalar_engine_says(actuals: tuple[object, ...]) -> None:
    random = np.random.default_rng(2023)
    sizes = (len(TARGETS), len(CLASSES), len(WEIGHTS), len(actuals))
    which = [random.integers(0, size, LINES) for size in sizes]
    columns = {
        "target": pa.array(TARGETS).take(pa.array(which[0])),
        "category": pa.array([each[0] for each in CLASSES]).take(pa.array(which[1])),
        "subcategory": pa.array([each[1] for each in CLASSES]).take(pa.array(which[1])),
        "weight": pa.array(WEIGHTS).take(pa.array(which[2])),
        "actual": pa.array(actuals).take(pa.array(which[3])),
    }
    done = frame.evaluate(pa.table(columns), scheme="central/mof-2021-101")
    line = np.ravel_multi_index(which, sizes)
    expected = [
        _scored(TARGETS[target], CLASSES[classes], WEIGHTS[weight], actuals[actual])
        for target, classes, weight, actual in np.ndindex(*sizes)
    ]
    assert (
        done["verdict"].combine_chunks().cast(pa.string()).equals(pa.array([each[0] for each in expected]).take(line))
    )
    ends = zip(*(each[1:] for each in expected), strict=True)
    low, high = (np.array([round(points * 10**10) for points in end]) for end in ends)
    assert np.array_equal(_whole(done["points_low"]), low[line])
    assert np.array_equal(_whole(done["points_high"]), high[line])


def _whole(points: pa.ChunkedArray) -> np.ndarray:
    """Points in units of the last of their ten decimals: the lower word of each."""
    return np.concatenate([np.frombuffer(each.buffers()[1], np.int64)[::2] for each in points.chunks])
