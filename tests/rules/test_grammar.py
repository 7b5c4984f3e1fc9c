"""The grammars of rulesets: free of conflicts, and reading what a rule writer types."""

import pytest
from lark import Lark

from perfrules.data import read_text
from perfrules.formulas import formula_text
from perfrules.rules import parse_formula


@pytest.mark.parametrize(("grammar", "start"), [("ruleset", "line")])
def test_the_grammar_is_free_of_conflicts(grammar: str, start: str) -> None:
    Lark(read_text(f"grammar/{grammar}.lark"), parser="lalr", start=start, strict=True)


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("分值*完成率", "分值 × 完成率"),
        ("分值×（１－完成率／２）", "分值 × (1 - 完成率 ÷ 2)"),
        ("最大(0、最小(完成率,100%))", "最大(0, 最小(完成率, 100%))"),
        ("达成 且 (正向 或 反向)", "达成 且 (正向 或 反向)"),
        ("达成 且 正向 或 反向", "达成 且 正向 或 反向"),
        ("非 达成 且 完成率>=60%", "非 达成 且 完成率 ≥ 60%"),
        ("非 (达成 且 正向)", "非 (达成 且 正向)"),
        ("-(1+2)×3", "-(1 + 2) × 3"),
        ("1-(2-3)", "1 - (2 - 3)"),
        ("10分", "10"),
    ],
)
def test_a_formula_prints_in_its_canonical_form(typed: str, canonical: str) -> None:
    formula = parse_formula(typed)
    assert not isinstance(formula, int)
    assert formula_text(formula) == canonical
    assert parse_formula(canonical) == formula


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("", 0),
        ("分值 ×", 4),
        ("分值 分值", 3),
        ("(1", 2),
        ("1 + * 2", 4),
        ("达成 且 且", 5),
        ("最小()", 3),
        ("a=b=c", 3),
    ],
)
def test_a_formula_that_does_not_parse_says_where(text: str, offset: int) -> None:
    assert parse_formula(text) == offset


@pytest.mark.parametrize("text", ["(" * 5000, "-" * 199 + "1", "非 " * 66 + "达成", "1+" * 99 + "1", "9" * 200])
def test_no_formula_runs_out_of_stack(text: str) -> None:
    formula = parse_formula(text)
    if not isinstance(formula, int):
        assert hash(formula) == hash(parse_formula(text))
        assert formula_text(formula)
