"""The points of a line, and what is said about them."""

from decimal import Decimal
from fractions import Fraction

import pytest

from perfrules.scoring import Scheme, Score, grade_of, score, score_execution
from perfrules.targets import parse_quantity
from scoring.example import indicator, outcome, scheme, written

MOF_2020 = "central/mof-2020-10"


def _score(by: Scheme, target: str, actual: str, weight: str = "8", judgement: str | None = None) -> Score:
    line = indicator("例", "产出指标", "数量指标")
    given = None if judgement is None else Decimal(judgement)
    return score(outcome(target, actual, category="产出指标"), Fraction(weight), by, line, given)


def _codes(found: Score) -> list[str]:
    return [diagnostic.code.id for diagnostic in found.diagnostics]


def _is_open(found: Score) -> bool:
    return found.low == 0 and found.high == found.weight and found.points is None


def test_the_derivation_shows_rule_formula_values_result_and_authority() -> None:
    found = _score(scheme(MOF_2020), "≥60家", "58家", "8.33")
    assert found.points == Fraction("8.05")
    assert found.derivation == (
        "规则：完成率 ≤ 100% → 分值 × 完成率",
        "依据：财预〔2020〕10号",
        "得分 = 分值 8.33 × 完成率 58/60 = 8.05（保留2位小数，四舍五入）",
    )


def test_what_no_document_says_is_named_as_such() -> None:
    found = _score(scheme(MOF_2020), "是", "否")
    assert any("惯例" in line and MOF_2020 in line for line in found.derivation)


def test_a_scheme_without_rounding_keeps_points_exact() -> None:
    exact = written("得分取舍：不取舍", parent=MOF_2020)
    assert _score(exact, "≥60家", "58家").points == Fraction(116, 15)
    spent, budget = parse_quantity("1180万元"), parse_quantity("1280万元")
    assert score_execution(spent, budget, exact).points == Fraction("9.21875")


@pytest.mark.parametrize(
    ("rounding", "points"),
    [
        ("保留1位小数", "7.7"),
        ("保留1位小数，舍去", "7.7"),
        ("取整数", "8"),
        ("取整数，舍去", "7"),
        ("保留3位小数，四舍六入五成双", "7.733"),
    ],
)
def test_rounding_is_a_parameter(rounding: str, points: str) -> None:
    assert _score(written(f"得分取舍：{rounding}", parent=MOF_2020), "≥60家", "58家").points == Fraction(points)


def test_half_is_rounded_as_the_scheme_says() -> None:
    """0.5 of 0.25 is 0.125: up to 0.13, or to the even 0.12."""
    assert _score(written(parent=MOF_2020), "≥60家", "30家", "0.25").points == Fraction("0.13")
    even = written("得分取舍：保留2位小数，四舍六入五成双", parent=MOF_2020)
    assert _score(even, "≥60家", "30家", "0.25").points == Fraction("0.12")


def test_rounding_never_gives_more_than_the_weight() -> None:
    assert _score(scheme(MOF_2020), "≥60家", "60家", "8.335").points == Fraction("8.335")


@pytest.mark.parametrize(
    ("actual", "points"), [("100天", "10"), ("150天", "5"), ("200天", "0"), ("300天", "0"), ("125天", "7.5")]
)
def test_a_province_can_take_points_off_linearly(actual: str, points: str) -> None:
    """Linear reverse: w·(1 − (a−t)/t), nothing from 2t on. With t ÷ a = 完成率 that is w·(2 − 1/完成率)."""
    linear = written(
        "得分",
        "  达成：分值",
        "  反向 且 有完成率：分值 × 最大(0, 2 - 1 ÷ 完成率)",
        "  否则：0",
        parent=MOF_2020,
    )
    assert _score(linear, "≤100天", actual, "10").points == Fraction(points)


def test_points_beyond_the_weight_are_cut_and_said() -> None:
    found = _score(written("得分", "  否则：分值 × 2"), "≥60家", "60家")
    assert found.points == 8
    assert _codes(found) == ["PF506"]


def test_points_below_zero_are_cut_and_said() -> None:
    found = _score(written("得分", "  否则：分值 - 9"), "≥60家", "60家")
    assert found.points == 0
    assert _codes(found) == ["PF506"]


@pytest.mark.parametrize("formula", ["分值 ÷ 0", "分值 ÷ (1 - 1)", "完成率"])
def test_a_formula_without_a_value_leaves_the_line_open(formula: str) -> None:
    found = _score(written("得分", f"  否则：{formula}"), "是", "否")
    assert _is_open(found)
    assert _codes(found) == ["PF505"]


def test_a_scheme_without_a_rule_that_fits_leaves_the_line_open() -> None:
    found = _score(written("得分", "  达成：分值"), "≥60家", "58家")
    assert _is_open(found)
    assert _codes(found) == ["PF504"]


def test_a_value_in_no_band_leaves_the_line_open() -> None:
    bands = written("得分", "  否则：两档", "分档 两档    满分 10分", "  ≥90：10分", "  [60, 80)：5分")
    found = _score(bands, "≥90", "85")
    assert _is_open(found)
    assert _codes(found) == ["PF507"]
    assert _score(bands, "≥90", "70").points == 4


def test_the_json_form() -> None:
    found = _score(scheme(MOF_2020), "提高", "部分达成预期目标并具有一定效果", "10").to_dict()
    assert (found["points"], found["low"], found["high"], found["weight"]) == (None, "6", "8", "10")
    decided = _score(scheme(MOF_2020), "≥60家", "58家").to_dict()
    assert (decided["points"], decided["weight"]) == ("7.73", "8")


@pytest.mark.parametrize(
    ("low", "high", "grade"),
    [
        ("100", "100", "优"),
        ("90", "90", "优"),
        ("89.99", "89.99", "良"),
        ("80", "80", "良"),
        ("79.99", "79.99", "中"),
        ("60", "60", "中"),
        ("59.99", "59.99", "差"),
        ("0", "0", "差"),
        ("90", "100", "优"),
        ("85", "92", None),
        ("101", "101", None),
    ],
)
def test_grades(low: str, high: str, grade: str | None) -> None:
    assert grade_of(scheme(MOF_2020), Fraction(low), Fraction(high)) == grade
