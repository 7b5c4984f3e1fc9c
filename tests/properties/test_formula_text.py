"""A formula that is written out and read again is the same formula, and working it out never raises."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfrules.formulas import (
    Arithmetic,
    Call,
    Comparison,
    Connective,
    Formula,
    Function,
    Joined,
    Name,
    Negative,
    Not,
    Number,
    Operator,
    Value,
    formula_text,
    number_of,
    truth_of,
)
from perfrules.rules import parse_formula
from perfrules.syntax import Op

NAMES = ("分值", "完成率", "达成", "正向")

numbers = st.builds(
    Number, st.integers(0, 10**6).map(lambda number: Fraction(number, 100)), percent=st.booleans()
) | st.builds(Name, st.sampled_from(NAMES))


def _arithmetic(inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    return (
        st.builds(Arithmetic, st.sampled_from(Operator), inner, inner)
        | st.builds(Negative, inner)
        | st.builds(Call, st.sampled_from(Function), st.lists(inner, min_size=1, max_size=3).map(tuple))
    )


def _logic(inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.builds(Joined, st.sampled_from(Connective), parts) | st.builds(Not, inner)


sums: st.SearchStrategy[Formula] = st.recursive(numbers, _arithmetic, max_leaves=6)
conditions: st.SearchStrategy[Formula] = st.recursive(
    st.builds(Comparison, st.sampled_from(Op), sums, sums) | st.builds(Name, st.sampled_from(NAMES)),
    _logic,
    max_leaves=4,
)
values: st.SearchStrategy[Value] = st.none() | st.booleans() | st.fractions(max_denominator=100)


@given(sums | conditions)
def test_reading_what_is_written_gives_the_same_formula(formula: Formula) -> None:
    text = formula_text(formula)
    if len(text) <= 200:
        assert parse_formula(text) == formula


@given(sums | conditions, st.dictionaries(st.sampled_from(NAMES), values))
def test_any_formula_can_be_worked_out(formula: Formula, given_values: dict[str, Value]) -> None:
    number, truth = number_of(formula, given_values), truth_of(formula, given_values)
    assert number is None or isinstance(number, Fraction)
    assert truth in (None, True, False)
    assert number is None or truth is None


@given(conditions, st.dictionaries(st.sampled_from(("达成", "正向")), st.booleans(), min_size=2))
def test_what_is_decided_stays_decided_when_more_is_known(formula: Formula, known: dict[str, bool]) -> None:
    """Three-valued logic: a condition decided without knowing 达成 is decided the same way once it is known."""
    numbers_known: dict[str, Value] = {"分值": Fraction(8), "完成率": Fraction(1, 2)}
    before = truth_of(formula, numbers_known | {"正向": known["正向"]})
    after = truth_of(formula, numbers_known | known)
    assert before is None or before == after
