"""A formula that is written out and read again is the same formula."""

from hypothesis import given

from perfrules.formulas import Formula, formula_text
from perfrules.rules import parse_formula
from perfrules.rules.text.formula import LONGEST
from properties.formulas import conditions, sums


@given(sums | conditions)
def test_reading_what_is_written_gives_the_same_formula(formula: Formula) -> None:
    text = formula_text(formula)
    if len(text) <= LONGEST:
        assert parse_formula(text) == formula
