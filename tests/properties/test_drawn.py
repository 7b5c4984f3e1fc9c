"""What is drawn says what was judged: an actual value stands on the thick line just where the target is met."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfrules.evaluation import Verdict, check
from perfrules.play.drawing import NumberLine, number_lines
from properties.cells import TARGETS
from properties.writing import amount, numbers

bounds = st.builds(
    lambda op, number: f"{op}{amount(number, '家')}", st.sampled_from(["≥", ">", "≤", "<", "="]), numbers
)
ranges = st.builds(lambda low, width: f"{amount(low)}-{amount(low + width + 1, '家')}", numbers, numbers)


def _is_on(line: NumberLine, place: Fraction) -> bool:
    above = line.low is None or line.low.at < place or (line.low.at == place and line.low.is_closed)
    below = line.high is None or place < line.high.at or (line.high.at == place and line.high.is_closed)
    return above and below


@given(bounds | ranges, numbers)
def test_it_stands_on_the_set_just_where_the_target_is_met(target: str, reached: Fraction) -> None:
    outcome = check(target, amount(reached, "家"))
    (line,) = number_lines(outcome.target.region, outcome)
    assert line.reached is not None
    first, last = line.reached
    assert first == last
    assert _is_on(line, first) is (outcome.verdict is Verdict.MET)


@given(st.sampled_from(TARGETS) | bounds | ranges, st.sampled_from(TARGETS) | numbers.map(amount))
def test_everything_finite_is_on_the_line(target: str, actual: str) -> None:
    outcome = check(target, actual)
    for line in number_lines(outcome.target.region, outcome):
        ends = [end.at for end in (line.low, line.high) if end is not None]
        assert all(0 <= place <= 1 for place in (*ends, *(line.reached or ())))
