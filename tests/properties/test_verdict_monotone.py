"""Better is never judged worse: more of what should be high, less of what should be low, sooner than later."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfrules.evaluation import Outcome, Verdict, check
from perfrules.syntax import Op
from properties.writing import amount, numbers, positive_numbers

RANK = {Verdict.UNMET: 0, Verdict.UNKNOWN: 1, Verdict.MET: 2}

days = st.dates(date(2020, 1, 1), date(2029, 12, 31))
lower_bounds, upper_bounds = st.sampled_from([Op.GE, Op.GT]), st.sampled_from([Op.LE, Op.LT])


def _never_worse(worse: Outcome, better: Outcome) -> None:
    assert RANK[worse.verdict] <= RANK[better.verdict]
    if worse.attainment is not None and better.attainment is not None:
        assert worse.attainment <= better.attainment


@given(lower_bounds, numbers, numbers, numbers)
def test_more_never_misses_a_lower_bound_that_less_meets(
    op: Op, wanted: Fraction, less: Fraction, by: Fraction
) -> None:
    """A bound denotes a half-line (§4.1); polarity higher: more is better (§3)."""
    target = f"{op.value}{amount(wanted, '家')}"
    _never_worse(check(target, amount(less, "家")), check(target, amount(less + by, "家")))


@given(upper_bounds, numbers, numbers, numbers)
def test_less_never_misses_an_upper_bound_that_more_meets(
    op: Op, wanted: Fraction, less: Fraction, by: Fraction
) -> None:
    """A bound denotes a half-line (§4.1); polarity lower: less is better (§3)."""
    target = f"{op.value}{amount(wanted, '天')}"
    _never_worse(check(target, amount(less + by, "天")), check(target, amount(less, "天")))


@given(numbers, numbers, numbers, numbers, numbers)
def test_a_higher_range_never_misses_a_lower_bound(
    wanted: Fraction, low: Fraction, width: Fraction, up: Fraction, wider: Fraction
) -> None:
    """Actual inside target: met; disjoint: not met; otherwise: cannot be decided (§2)."""
    target, high = f"≥{amount(wanted, '家')}", low + width
    worse, better = (f"{amount(low)}-{amount(high, '家')}", f"{amount(low + up)}-{amount(high + up + wider, '家')}")
    _never_worse(check(target, worse), check(target, better))


@given(st.sampled_from(["提高", "下降"]), positive_numbers, positive_numbers, numbers, positive_numbers)
def test_a_larger_change_the_wanted_way_is_never_worse(
    verb: str, wanted: Fraction, before: Fraction, least: Fraction, by: Fraction
) -> None:
    """A change is a bound on the actual value compared with the baseline (§4.1)."""
    target, baseline = f"{verb}{amount(wanted, '%')}", amount(before, "家")
    less, more = (
        check(target, amount(least, "家"), baseline=baseline),
        check(target, amount(least + by, "家"), baseline=baseline),
    )
    _never_worse(*((less, more) if verb == "提高" else (more, less)))


@given(days, days, st.integers(0, 1000))
def test_sooner_never_misses_a_deadline_that_later_meets(last: date, done: date, later: int) -> None:
    """A deadline denotes the dates up to a day (§4.1)."""
    target = f"{last:%Y年%m月%d日}前"
    _never_worse(check(target, done + timedelta(later)), check(target, done))
