"""Verdicts agree with a slow and obvious oracle, which looks at one point after another.

The oracle works on what was drawn, never on what was read: a target is a question to a number, an actual value all the
numbers that it can mean. Where the answer can change between two numbers, the oracle asks at both and a little beside.
"""

from collections.abc import Callable
from fractions import Fraction

import attrs
from hypothesis import given
from hypothesis import strategies as st

from perfrules.evaluation import Verdict, check
from properties import writing
from properties.writing import amount

numbers = st.builds(Fraction, st.integers(0, 40), st.sampled_from([1, 2])) | writing.numbers
"""Numbers so few that bounds and ends often meet, and any others."""

positive_numbers = numbers.filter(bool)

A_LITTLE = Fraction(1, 10**9)
"""Far less than what is between any two numbers here, which have three decimals, or one more after 约."""

Test = Callable[[Fraction], bool]


@attrs.frozen
class Asked:
    """A target: as written, as a question to a number, and where the answer changes."""

    text: str
    is_met_by: Test
    turns: tuple[Fraction, ...]


@attrs.frozen
class Reached:
    """An actual value: as written, as a question to a number, and its two ends."""

    text: str
    can_be: Test
    ends: tuple[Fraction, Fraction]


def _expected(asked: Asked, reached: Reached) -> Verdict:
    turns = (*asked.turns, *reached.ends)
    points = {turn + aside for turn in turns for aside in (-A_LITTLE, Fraction(0), A_LITTLE)}
    points.add((reached.ends[0] + reached.ends[1]) / 2)
    answers = {asked.is_met_by(point) for point in points if reached.can_be(point)}
    return {frozenset([True]): Verdict.MET, frozenset([False]): Verdict.UNMET}.get(frozenset(answers), Verdict.UNKNOWN)


# ---- targets

_COMPARISONS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "≥": lambda number, wanted: number >= wanted,
    ">": lambda number, wanted: number > wanted,
    "≤": lambda number, wanted: number <= wanted,
    "<": lambda number, wanted: number < wanted,
    "=": lambda number, wanted: number == wanted,
}
comparisons = st.sampled_from(sorted(_COMPARISONS))


def _bound(op: str, wanted: Fraction) -> Asked:
    return Asked(f"{op}{amount(wanted, '家')}", lambda number: _COMPARISONS[op](number, wanted), (wanted,))


def _between(low: Fraction, width: Fraction) -> Asked:
    high = low + width
    return Asked(f"{amount(low)}-{amount(high, '家')}", lambda number: low <= number <= high, (low, high))


def _brackets(low: Fraction, width: Fraction, opening: str, closing: str) -> Asked:
    high = low + width

    def is_met_by(number: Fraction) -> bool:
        at_low, at_high = number == low and opening == "[", number == high and closing == "]"
        return at_low or at_high or low < number < high

    return Asked(f"{opening}{amount(low)},{amount(high)}{closing}家", is_met_by, (low, high))


def _two_bounds(low: Fraction, width: Fraction) -> Asked:
    high = low + width
    text = f">{amount(low, '家')}，且≤{amount(high, '家')}"
    return Asked(text, lambda number: low < number <= high, (low, high))


def _tolerance(center: Fraction, delta: Fraction) -> Asked:
    text = f"{amount(center)}±{amount(delta, '家')}"
    return Asked(text, lambda number: abs(number - center) <= delta, (center - delta, center + delta))


targets = (
    st.builds(_bound, comparisons, numbers)
    | st.builds(_between, numbers, positive_numbers)
    | st.builds(_brackets, numbers, positive_numbers, st.sampled_from("[("), st.sampled_from("])"))
    | st.builds(_two_bounds, numbers, positive_numbers)
    | st.builds(_tolerance, numbers, numbers)
)

# ---- actual values


def _exactly(number: Fraction, unit: str) -> Reached:
    return Reached(amount(number, unit), lambda point: point == number, (number, number))


def _range(low: Fraction, width: Fraction) -> Reached:
    high = low + width
    return Reached(f"{amount(low)}-{amount(high, '家')}", lambda point: low <= point <= high, (low, high))


def _about(number: Fraction, pattern: str) -> Reached:
    """约/左右 ±10 % (§4.2)."""
    low, high = number * Fraction(9, 10), number * Fraction(11, 10)
    return Reached(pattern.format(amount(number, "家")), lambda point: low <= point <= high, (low, high))


def _nearly(number: Fraction) -> Reached:
    """近 [90 %, the number) (§4.2)."""
    low = number * Fraction(9, 10)
    return Reached(f"近{amount(number, '家')}", lambda point: low <= point < number, (low, number))


def _over(digits: int, zeros: int, word: str) -> Reached:
    """余/多 up to the next unit of the last digit (60余家 is (60, 70)) (§4.2)."""
    number, place = Fraction(digits * 10**zeros), Fraction(10**zeros)
    while digits % 10 == 0:
        digits, place = digits // 10, place * 10
    text = f"{number}{word}家"
    return Reached(text, lambda point: number < point < number + place, (number, number + place))


actuals = (
    st.builds(_exactly, numbers, st.sampled_from(["家", ""]))
    | st.builds(_range, numbers, numbers)
    | st.builds(_about, positive_numbers, st.sampled_from(["约{}", "大约{}", "{}左右", "{}上下"]))
    | st.builds(_nearly, positive_numbers)
    | st.builds(_over, st.integers(1, 10**4), st.integers(0, 3), st.sampled_from(["余", "多"]))
)


@given(targets, actuals)
def test_a_target_of_numbers_is_judged_as_by_the_oracle(asked: Asked, reached: Reached) -> None:
    """Actual inside target: met. Disjoint: not met. Otherwise: cannot be decided (§2)."""
    assert check(asked.text, reached.text).verdict is _expected(asked, reached)


@given(st.data(), actuals)
def test_it_agrees_where_the_ends_meet(data: st.DataObject, reached: Reached) -> None:
    """Where the actual value ends exactly at a bound, only open and closed ends decide (§4.2)."""
    end = data.draw(st.sampled_from(reached.ends))
    asked = _bound(data.draw(comparisons), end)
    assert check(asked.text, reached.text).verdict is _expected(asked, reached)


# ---- changes


def _increase_by_share(percent: Fraction, before: Fraction) -> Asked:
    """提高5% is relative to the baseline (§4.2)."""
    wanted = before * (1 + percent / 100)
    return Asked(f"比上年提高{amount(percent, '%')}", lambda number: number >= wanted, (wanted,))


def _decrease_by_share(percent: Fraction, before: Fraction) -> Asked:
    wanted = before * (1 - percent / 100)
    return Asked(f"较上年下降{amount(percent, '%')}以上", lambda number: number <= wanted, (wanted,))


def _increase_by_amount(by: Fraction, before: Fraction) -> Asked:
    return Asked(f"比上年增加{amount(by, '家')}", lambda number: number - before >= by, (before + by,))


def _increase_between(by: Fraction, before: Fraction) -> Asked:
    low, high = before + by, before + by + 1
    text = f"比上年增加{amount(by)}-{amount(by + 1, '家')}"
    return Asked(text, lambda number: low <= number <= high, (low, high))


_IN_WORDS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "比上年增加": lambda now, before: now > before,
    "逐年下降": lambda now, before: now < before,
    "不低于上年": lambda now, before: now >= before,
    "不高于去年": lambda now, before: now <= before,
    "与上年持平": lambda now, before: now == before,
}


def _in_words(words: str, before: Fraction) -> Asked:
    return Asked(words, lambda now: _IN_WORDS[words](now, before), (before,))


def _changes(before: Fraction) -> st.SearchStrategy[Asked]:
    given_before, by = st.just(before), numbers
    return (
        st.builds(_increase_by_share, by, given_before)
        | st.builds(_decrease_by_share, by, given_before)
        | st.builds(_increase_by_amount, by, given_before)
        | st.builds(_increase_between, by, given_before)
        | st.builds(_in_words, st.sampled_from(sorted(_IN_WORDS)), given_before)
    )


@given(st.data(), positive_numbers, actuals)
def test_a_change_is_judged_as_by_the_oracle(data: st.DataObject, before: Fraction, reached: Reached) -> None:
    """A change is a bound on the actual value compared with the baseline (§4.1)."""
    asked = data.draw(_changes(before))
    assert check(asked.text, reached.text, baseline=amount(before, "家")).verdict is _expected(asked, reached)


@given(numbers, numbers, numbers)
def test_points_are_a_difference_of_percentages(points: Fraction, before: Fraction, now: Fraction) -> None:
    """百分点 is a difference of percentages; 提高5个百分点 is absolute (§4.2)."""
    outcome = check(f"提高{amount(points)}个百分点", amount(now, "%"), baseline=amount(before, "%"))
    assert outcome.verdict is (Verdict.MET if now - before >= points else Verdict.UNMET)


@given(comparisons, positive_numbers, numbers)
def test_a_stated_change_is_compared_with_the_one_that_is_wanted(op: str, wanted: Fraction, stated: Fraction) -> None:
    """Actuals: a change (较上年增长5.2%) (§4.2)."""
    met = _COMPARISONS[op](stated, wanted)
    for verb in ("增长", "下降"):
        outcome = check(f"较上年{verb}{op}{amount(wanted, '%')}", f"较上年{verb}{amount(stated, '%')}")
        assert outcome.verdict is (Verdict.MET if met else Verdict.UNMET)
