"""A hostile formula ends at once: in a formula that can be worked out, or at a place that a message points at."""

from fractions import Fraction
from time import process_time

import pytest

from perfrules.formulas import Budget, Evaluation, Given, Kind, Scope, Value, faults, formula_text
from perfrules.rules import parse_formula
from perfrules.rules.text.formula import DEEPEST, LONGEST

HOSTILE = {
    "brackets": "(" * 499 + "1" + ")" * 499,
    "open brackets": "(" * 1000,
    "negations": "非 " * 480 + "甲",
    "minus signs": "-" * 999 + "1",
    "a long sum": "+".join("1" * 300),
    "a long product": "×".join("9" * 300),
    "digits": "9" * 999,
    "decimals": "0." + "9" * 990,
    "a power": "10^10^6",
    "an exponent": "1e999999",
    "conditions": "如果 甲 则 1 否则 " * 70 + "1",
    "functions": "最小(" * 300 + "1" + ")" * 300,
    "a text": "“" + "甲" * 990 + "”",
    "open text": "“" * 900,
    "dots": "甲" + ".甲" * 400,
    "items": "甲 属于 (" + "1," * 400 + "1)",
    "a million": "1+" * 500_000,
    "nothing": "",
    "nul": "\x00" * 900,
    "units": "1" + "元/人·月" * 150,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_formula_ends_at_once(text: str) -> None:
    parse_formula("1元")  # makes the parser
    started = process_time()
    formula = parse_formula(text)
    if isinstance(formula, int):
        assert 0 <= formula <= len(text)
    else:
        list(faults(formula, Scope({"甲": Kind.TRUTH}), Kind.NUMBER))
        Evaluation.of(Given({"甲": True})).value(formula)
        assert formula_text(formula)
        assert hash(formula)
    assert process_time() - started < 1


def test_a_formula_may_be_long_and_deep_up_to_the_bounds() -> None:
    assert not isinstance(parse_formula("-" * (DEEPEST - 1) + "1"), int)
    assert parse_formula("-" * DEEPEST + "1") == 0
    assert not isinstance(parse_formula("1" + " " * (LONGEST - 1)), int)
    assert parse_formula("1" + " " * LONGEST) == LONGEST


def test_numbers_do_not_grow_for_ever() -> None:
    product = parse_formula("×".join(["9" * 90] * 10))
    assert not isinstance(product, int)
    assert isinstance(Evaluation.of(Given({})).value(product), Fraction)
    big: Value = Fraction(10**1200)
    square = parse_formula("数 × 数")
    assert not isinstance(square, int)
    assert Evaluation.of(Given({"数": big})).value(square) is None


def test_collections_inside_collections_end_with_the_budget() -> None:
    """A thousand indicators, each of which asks a thousand, each of which asks a thousand."""
    values: dict[str, Value] = {}
    table = Given(values)
    values["指标"] = tuple(Given({"数": Fraction(number), "表": table}) for number in range(1000))
    formula = parse_formula("存在(指标, 存在(表.指标, 存在(表.指标, 数 > 5000)))")
    assert not isinstance(formula, int)
    budget = Budget()
    started = process_time()
    assert Evaluation.of(table, budget=budget).truth(formula) is None
    assert budget.is_exhausted
    assert process_time() - started < 5
