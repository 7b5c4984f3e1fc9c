"""A Python value is the actual value that its text is."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from perfrules.actuals import Actual, Amount, NotReported, read_actual
from perfrules.evaluation import check
from perfrules.targets import Interval
from perfrules.units import exact_text

TARGETS = (
    "≥60家",
    "≤0.5天",
    "=1",
    "≥90%",
    "90-95%",
    "比上年增加",
    "提高5%",
    "是",
    "2023年12月31日前",
    "优",
    "1:18",
    "保障有力",
    "",
)

targets = st.sampled_from(TARGETS)
decimals = st.decimals(-(10**9), 10**9, allow_nan=False, places=4)
floats = st.floats(-1e15, 1e15, allow_nan=False).filter(lambda value: value == 0 or abs(value) > 1e-15)


def _same(target: str, value: object, text: str) -> None:
    one, other = (check(target, actual, baseline="59家", year=2023) for actual in (value, text))
    assert (one.verdict, one.attainment, one.deviation) == (other.verdict, other.attainment, other.deviation)
    assert [each.code for each in one.diagnostics] == [each.code for each in other.diagnostics]


@given(targets, st.integers(-(10**39), 10**39))
def test_an_integer_is_its_digits(target: str, value: int) -> None:
    """Python values are actuals too: `int` (§4.2). Only as text can eight digits be a date."""
    assume(not re.fullmatch(r"(?:19|20)\d{6}", str(value)))
    assert read_actual(value) == read_actual(str(value))
    _same(target, value, str(value))


@given(targets, decimals)
def test_a_decimal_is_its_digits(target: str, value: Decimal) -> None:
    """Python values are actuals too: `Decimal` (§4.2)."""
    _same(target, value, f"{value:f}")


@given(targets, floats)
def test_a_float_is_what_its_repr_says(target: str, value: float) -> None:
    """`float` by its `repr` (§4.2)."""
    assert read_actual(value).value == read_actual(Decimal(repr(value))).value
    _same(target, value, exact_text(Fraction(repr(value))))


@given(targets, st.fractions(0, 1000, max_denominator=1000))
def test_a_fraction_is_its_number(target: str, value: Fraction) -> None:
    """Python values are actuals too: `Fraction` (§4.2). The text 1/3 is a part of a whole."""
    assert read_actual(value).value == Amount(Interval(value, value))
    if "/" not in exact_text(value):
        _same(target, value, exact_text(value))


@given(targets, st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.times())
def test_a_date_is_its_day(target: str, value: date, at: time) -> None:
    """Python values are actuals too: `date`, `datetime` (§4.2)."""
    for text in (value.isoformat(), f"{value.year}年{value.month}月{value.day}日"):
        _same(target, value, text)
        _same(target, datetime.combine(value, at), text)


@given(targets, st.booleans())
def test_a_bool_is_its_answer(target: str, value: bool) -> None:
    """Python values are actuals too: `bool` (§4.2)."""
    assert read_actual(value) == read_actual("是" if value else "否")
    _same(target, value, "是" if value else "否")


any_number = (
    st.integers()
    | st.decimals()
    | st.floats()
    | st.fractions()
    | st.builds(lambda digits, exponent: Decimal((0, (digits,), exponent)), st.integers(0, 9), st.integers(-5000, 5000))
)


@given(targets, any_number)
@example("≥60家", 10**5000)
@example("≥60家", Decimal("1e400"))
@example("≥60家", Decimal("sNaN"))
@example("≥60家", Decimal("1e-5000"))
def test_any_number_is_an_actual_value(target: str, value: float | Decimal | Fraction) -> None:
    """Bad data gives diagnostics; only bad calls raise (§6)."""
    assert isinstance(read_actual(value), Actual)
    assert check(target, value, baseline=value).explain()


@given(st.integers(min_value=309, max_value=4000))
def test_a_large_decimal_is_as_large_as_the_integer(exponent: int) -> None:
    """Numbers are exact from token to score (§2)."""
    assert read_actual(Decimal(f"1e{exponent}")).value == read_actual(10**exponent).value


@pytest.mark.parametrize("value", [None, "", float("nan"), Decimal("nan")], ids=repr)
def test_nothing_is_not_reported(value: object) -> None:
    """Blank (not reported) (§4.2)."""
    assert read_actual(value).value == NotReported()


@pytest.mark.parametrize("make", [list, dict, object, complex, bytes], ids=lambda make: make.__name__)
def test_what_is_no_value_is_a_bad_call(make: Callable[[], object]) -> None:
    """Wrong argument types raise `TypeError` (§6)."""
    with pytest.raises(TypeError):
        read_actual(make())
