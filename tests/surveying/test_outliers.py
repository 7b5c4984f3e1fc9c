"""Targets out of all proportion are found; those that are only large or small among others are not."""

from decimal import Decimal
from typing import Any

import pyarrow as pa

from perfrules import frame


def _outliers(*targets: str, **columns: str) -> list[dict[str, Any]]:
    table = pa.table({"三级指标": ["培训人数"] * len(targets), "指标值": list(targets)})
    for name, text in columns.items():
        table = table.append_column(name, pa.array([text] * len(targets)))
    rows: list[dict[str, Any]] = frame.outliers(table).to_pylist()
    return rows


USUAL = [f"≥{number}人次" for number in (50, 60, 70, 80, 90, 100, 110, 125, 140, 160, 200) for _ in range(3)]
"""The middle of the 33 is 100; with one more, the middle of the distances, in proportion, is that of 140: 7/5."""


def test_a_target_a_hundred_times_too_large_is_found() -> None:
    # (7/5)^5 is 5.37824.
    assert _outliers(*USUAL, "≥537人次") == []
    assert len(_outliers(*USUAL, "≥538人次")) == 1
    [found] = _outliers(*USUAL, "≥10000人次")
    assert (found["row"], found["target"], found["number"]) == (33, "≥10000人次", Decimal(10000))
    assert (found["median"], found["lines"], found["unit"]) == (Decimal(100), 34, "人次")
    assert (found["usual_low"], found["usual_high"]) == (Decimal("71.4285714286"), Decimal(140))


def test_so_is_one_that_is_too_small() -> None:
    assert [each["target"] for each in _outliers(*USUAL, "≥1人次")] == ["≥1人次"]


def test_amounts_are_compared_in_one_unit() -> None:
    costs = [f"≤{number}万元" for number in range(40, 62)]
    assert _outliers(*costs, "≤500000元") == []
    [found] = _outliers(*costs, "≤50元")
    assert (found["number"], found["unit"], found["median"]) == (Decimal("0.005"), "万元", Decimal(50))


def test_a_share_without_its_sign_is_out_of_proportion() -> None:
    assert [each["target"] for each in _outliers(*["≥95%"] * 30, "≥90%", "≥0.95%", "≥95")] == ["≥0.95%", "≥95"]


def test_what_others_all_say_is_not_doubted_because_one_says_a_little_more() -> None:
    assert _outliers(*["≥10场"] * 30, "≥29场") == []
    assert len(_outliers(*["≥10场"] * 30, "≥30场")) == 1


def test_of_few_lines_nobody_knows_what_is_usual() -> None:
    assert _outliers(*["≥10场"] * 18, "≥9000场") == []
    assert len(_outliers(*["≥10场"] * 19, "≥9000场")) == 1


def test_only_targets_with_one_number_more_than_nothing_are_looked_at() -> None:
    others = ("", "有所提升", "≥0场", "50-9000场", "2023年12月31日前", "比上年增长5%", "≥9000人")
    assert _outliers(*["≥10场"] * 30, *others) == []


def test_upper_bounds_are_not_measured_by_lower_ones() -> None:
    assert _outliers(*["≥100场"] * 30, "≤1场", "=2场") == []


def test_indicators_of_other_classes_are_other_indicators() -> None:
    table = pa.table(
        {
            "三级指标": ["人数"] * 31,
            "指标值": [*["≥10人"] * 30, "≥9000人"],
            "一级指标": [*["产出指标（50分）"] * 15, *["产出指标"] * 15, "效益指标"],
        }
    )
    assert frame.outliers(table).num_rows == 0
    assert frame.outliers(table.drop_columns("一级指标")).num_rows == 1
