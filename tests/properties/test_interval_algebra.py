"""Intervals agree with what their points say: a target denotes a set, and the verdict is set inclusion (§2)."""

from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from perfrules.targets import Interval

ENDS = range(-3, 4)
POINTS = [Fraction(quarter, 4) for quarter in range(-16, 17)]
"""With ends at whole numbers, these see every interval: each end, several between any two, and beyond all of them."""

ends = st.none() | st.sampled_from([Fraction(end) for end in ENDS])
intervals = st.builds(Interval, ends, ends, st.booleans(), st.booleans())

empty_intervals = st.builds(
    lambda low, gap, low_closed, high_closed: Interval(low, low - gap, low_closed, high_closed and gap > 0),
    st.sampled_from([Fraction(end) for end in ENDS]),
    st.sampled_from([Fraction(gap) for gap in range(3)]),
    st.booleans(),
    st.booleans(),
)


def _inside(interval: Interval, point: Fraction) -> bool:
    above = interval.low is None or point > interval.low or (point == interval.low and interval.low_closed)
    below = interval.high is None or point < interval.high or (point == interval.high and interval.high_closed)
    return above and below


def _points(interval: Interval) -> set[Fraction]:
    return {point for point in POINTS if _inside(interval, point)}


@given(intervals)
def test_an_interval_is_empty_where_no_point_is_inside(interval: Interval) -> None:
    assert interval.is_empty == (not _points(interval))


@given(intervals)
def test_a_point_is_the_interval_with_one_point_inside(interval: Interval) -> None:
    assert interval.is_point == (len(_points(interval)) == 1)


@given(intervals, intervals)
def test_inclusion_is_that_of_the_points(one: Interval, other: Interval) -> None:
    """Actual inside target: met (§2)."""
    assume(not other.is_empty)
    assert one.includes(other) == (_points(other) <= _points(one))


@given(intervals, intervals)
def test_intervals_miss_each_other_where_they_share_no_point(one: Interval, other: Interval) -> None:
    """Disjoint: not met (§2)."""
    assume(not one.is_empty and not other.is_empty)
    assert one.misses(other) == other.misses(one) == _points(one).isdisjoint(_points(other))


@given(empty_intervals, intervals)
def test_an_empty_interval_misses_every_other(one: Interval, other: Interval) -> None:
    """Disjoint: not met (§2); nothing can meet ≥95%，且≤90%."""
    assert one.misses(other)
    assert other.misses(one)


@given(intervals, intervals)
def test_the_intersection_is_that_of_the_points(one: Interval, other: Interval) -> None:
    """`all` denotes the intersection of its parts (§4.1)."""
    assert _points(one.intersection(other)) == _points(other.intersection(one)) == _points(one) & _points(other)


@given(intervals)
def test_the_mirrored_interval_has_the_points_with_their_signs_changed(interval: Interval) -> None:
    assert _points(interval.mirrored) == {-point for point in _points(interval)}


@given(intervals, st.sampled_from([Fraction(1, 3), Fraction(1), Fraction(7, 2)]))
def test_the_scaled_interval_has_the_scaled_points(interval: Interval, factor: Fraction) -> None:
    scaled = interval.scaled(factor)
    assert all(_inside(scaled, point * factor) == _inside(interval, point) for point in POINTS)
