"""Any formula whose kinds fit can be worked out for any object: to a value of its kind or to nothing, and cheaply."""

from fractions import Fraction

from hypothesis import given

from perfrules.formulas import (
    Budget,
    Evaluation,
    Formula,
    Given,
    Kind,
    Subject,
    UnitsClash,
    Value,
    faults,
    is_subject,
)
from perfrules.units import Quantity
from properties.formulas import GIVEN, SCOPE, conditions, sums, tables


def _elements(table: Given) -> list[Subject]:
    found = table.fact("指标")
    assert isinstance(found, tuple)
    return [each for each in found if is_subject(each)]


def _values(formula: Formula, table: Given) -> list[Value]:
    return [Evaluation.of(each, GIVEN).value(formula) for each in _elements(table)]


@given(sums, tables())
def test_a_number_is_a_number_or_nothing(formula: Formula, table: Given) -> None:
    assert all(value is None or isinstance(value, Fraction | Quantity) for value in _values(formula, table))


@given(conditions, tables())
def test_a_condition_is_true_false_or_unknown(formula: Formula, table: Given) -> None:
    assert all(value in (None, True, False) for value in _values(formula, table))


@given(sums | conditions)
def test_kinds_that_fit_are_no_fault(formula: Formula) -> None:
    """But for written amounts that have nothing to do with each other, which the strategy makes too."""
    found = list(faults(formula, SCOPE, Kind.NUMBER, Kind.TRUTH))
    assert [fault for fault in found if not isinstance(fault, UnitsClash)] == []


@given(conditions, tables())
def test_a_budget_ends_everything(formula: Formula, table: Given) -> None:
    budget = Budget(3)
    for each in _elements(table):
        Evaluation.of(each, GIVEN, budget).truth(formula)
    assert budget.left >= -10_000


@given(conditions, tables())
def test_the_order_of_elements_does_not_matter(formula: Formula, table: Given) -> None:
    elements = _elements(table)
    mirrored = Given({**table.values, "指标": tuple(reversed(elements))})
    for each in elements:
        assert isinstance(each, Given)
        same = Given({**each.values, "表": mirrored})
        before, after = (Evaluation.of(one, GIVEN).truth(formula) for one in (each, same))
        assert before == after
