"""Any text at all is read as a formula: what cannot be is pointed at, and what can be is checked and worked out."""

from hypothesis import given
from hypothesis import strategies as st

from perfrules.formulas import Evaluation, Function, Given, Kind, Scope, faults, formula_text
from perfrules.rules import parse_formula

pieces = st.sampled_from(
    [
        *(
            "分值",
            "名称",
            "表",
            "本",
            ".",
            "(",
            ")",
            "（",
            "，",
            "、",
            "“甲”",
            "“",
            "”",
            '"',
            "「",
            "」",
            "{",
            "~",
            "：",
        ),
        *("含", "开头是", "属于", "如果 ", " 则 ", " 否则 ", "非 ", "且", "或", *(each.value for each in Function)),
        *("+", "-", "×", "/", "÷", "*", "≥", ">=", "≤", "=", "≠", "!=", "12", "3.5", "1e9", "٣", "%", "家", "万元"),
        *("元/人·月", "2023年12月31日", "2023年2月30日", "2023年", " ", "\u3000", "\t", "\n", "分"),
    ]
)
SCOPE = Scope({"分值": Kind.NUMBER, "名称": Kind.TEXT})


@given(st.lists(pieces | st.text(max_size=3), max_size=14).map("".join))
def test_any_text_is_read(text: str) -> None:
    formula = parse_formula(text)
    if isinstance(formula, int):
        assert 0 <= formula <= len(text)
    else:
        assert parse_formula(formula_text(formula)) == formula
        list(faults(formula, SCOPE, Kind.NUMBER))
        Evaluation.of(Given({"名称": "甲"})).value(formula)
