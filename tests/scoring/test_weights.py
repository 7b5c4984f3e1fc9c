"""How the full mark is divided over a table that gives no weights, worked out by hand."""

from fractions import Fraction

import attrs
import pytest

from perfrules.scoring import check_weights, divide_weights
from scoring.example import indicator, scheme, table

OUTPUT, EFFECT, SATISFACTION, COST = "产出指标", "效益指标", "满意度指标", "成本指标"
SERVED = "服务对象满意度指标"


def _weights(by: str, *lines: tuple[str, str, str]) -> list[Fraction]:
    return list(divide_weights(table(*(indicator(*line) for line in lines)), scheme(by)))


def _exactly(*numbers: str) -> list[Fraction]:
    return [Fraction(number) for number in numbers]


def test_a_class_is_divided_over_its_parts_and_then_over_their_indicators() -> None:
    """50 over 数量, 成本, 质量, 时效 is 12.5 each; the two of 数量 get 6.25 each."""
    found = _weights(
        "central/mof-2020-10",
        ("补助高企数量", OUTPUT, "数量指标"),
        ("扶持科技型企业的数量", OUTPUT, "数量指标"),
        ("下发资金标准", OUTPUT, "成本指标"),
        ("资金补助率", OUTPUT, "质量指标"),
        ("补助资金发放时间", OUTPUT, "时效指标"),
        ("水平是否提升", "效果指标", "社会效益指标"),
        ("企业满意度", SATISFACTION, SERVED),
    )
    assert found == _exactly("6.25", "6.25", "12.5", "12.5", "12.5", "30", "10")


def test_what_is_left_goes_to_the_last_one() -> None:
    """50 over three is 16.66, 16.66 and 16.68."""
    found = _weights(
        "central/mof-2020-10",
        *((name, OUTPUT, "数量指标") for name in ("甲", "乙", "丙")),
        ("丁", EFFECT, "社会效益指标"),
        ("戊", SATISFACTION, SERVED),
    )
    assert found == _exactly("16.66", "16.66", "16.68", "30", "10")


@pytest.mark.parametrize(
    ("by", "classes", "expected"),
    [
        ("central/mof-2020-10", (OUTPUT, EFFECT, SATISFACTION), ("50", "30", "10")),
        ("central/mof-2020-10", (OUTPUT, EFFECT), ("50", "40")),
        # Neither the document nor a variant knows a table without 效益: 50 and 10 of 60 become 75 and 15 of 90.
        ("central/mof-2020-10", (OUTPUT, SATISFACTION), ("75", "15")),
        ("central/mof-2020-10", (OUTPUT,), ("90",)),
        ("central/mof-2021-101", (COST, OUTPUT, EFFECT, SATISFACTION), ("20", "40", "20", "10")),
        ("central/mof-2021-101", (OUTPUT, EFFECT, SATISFACTION), ("50", "30", "10")),
        ("central/mof-2021-101", (COST, OUTPUT, EFFECT), ("20", "40", "30")),
        ("central/mof-2021-101", (OUTPUT, EFFECT), ("50", "40")),
    ],
)
def test_the_variants_of_class_weights(by: str, classes: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert _weights(by, *((name, name, "") for name in classes)) == _exactly(*expected)


def test_the_2020_scheme_counts_a_class_of_costs_as_output() -> None:
    found = _weights(
        "central/mof-2020-10",
        ("甲", OUTPUT, "数量指标"),
        ("乙", COST, "经济成本指标"),
        ("丙", EFFECT, "社会效益指标"),
        ("丁", SATISFACTION, SERVED),
    )
    assert found == _exactly("25", "25", "30", "10")


def test_given_weights_are_used_as_they_are() -> None:
    rows = table(indicator("甲", OUTPUT, "数量指标", "33.5"), indicator("乙", EFFECT, "社会效益指标", "56.5"))
    assert list(divide_weights(rows, scheme("central/mof-2020-10"))) == _exactly("33.5", "56.5")
    assert check_weights(rows, scheme("central/mof-2020-10")) == ()


def test_a_table_without_classes_is_divided_over_its_sub_goals() -> None:
    rows = [attrs.evolve(indicator(name), sub_goal=goal) for name, goal in (("甲", "一"), ("乙", "一"), ("丙", "二"))]
    assert list(divide_weights(table(*rows), scheme("central/mof-2020-10"))) == _exactly("22.5", "22.5", "45")


def test_weights_for_some_lines_only_are_not_used() -> None:
    rows = table(indicator("甲", OUTPUT, "数量指标", "90"), indicator("乙", OUTPUT, "数量指标"))
    found = check_weights(rows, scheme("central/mof-2020-10"))
    assert [diagnostic.code.id for diagnostic in found] == ["PF501"]
    assert list(divide_weights(rows, scheme("central/mof-2020-10"))) == _exactly("45", "45")


@pytest.mark.parametrize(("weights", "codes"), [(("60", "30"), []), (("70", "30"), []), (("60", "35"), ["PF502"])])
def test_given_weights_sum_to_ninety_or_a_hundred(weights: tuple[str, str], codes: list[str]) -> None:
    rows = table(*(indicator(name, OUTPUT, "数量指标", weight) for name, weight in zip("甲乙", weights, strict=True)))
    assert [each.code.id for each in check_weights(rows, scheme("central/mof-2020-10"))] == codes


def test_a_class_that_the_scheme_does_not_know_gets_nothing_and_says_so() -> None:
    rows = table(indicator("甲", OUTPUT, "数量指标"), indicator("乙", "奇特指标", "数量指标"))
    found = check_weights(rows, scheme("central/mof-2020-10"))
    assert [diagnostic.code.id for diagnostic in found] == ["PF503"]
    assert list(divide_weights(rows, scheme("central/mof-2020-10"))) == _exactly("90", "0")


def test_an_empty_table_has_no_weights() -> None:
    assert divide_weights(table(), scheme("central/mof-2020-10")) == ()
    assert check_weights(table(), scheme("central/mof-2020-10")) == ()
