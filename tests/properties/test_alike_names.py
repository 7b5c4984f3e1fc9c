"""Names that are alike are found without comparing each with each, and alike is no one-sided affair."""

from hypothesis import given
from hypothesis import strategies as st

from perfrules.names.alike import Kind, likeness, loosely, same_serial, shapes

NAMES = st.text("培训人次数量率完成不一二12.、（）()年20项目资金 ：", min_size=1, max_size=8)
KINDS = st.sampled_from(Kind)


@given(NAMES, NAMES, KINDS)
def test_alike_names_share_a_shape(one: str, other: str, kind: Kind) -> None:
    if likeness(one, other, kind):
        assert not set(shapes(one, kind)).isdisjoint(shapes(other, kind))


@given(NAMES, st.integers(0, 8), st.sampled_from("的训年率"), KINDS)
def test_a_character_more_is_found(one: str, at: int, more: str, kind: Kind) -> None:
    other = one[:at] + more + one[at:]
    if likeness(one, other, kind):
        assert not set(shapes(one, kind)).isdisjoint(shapes(other, kind))


@given(NAMES, NAMES, KINDS)
def test_alike_goes_both_ways(one: str, other: str, kind: Kind) -> None:
    assert bool(likeness(one, other, kind)) == bool(likeness(other, one, kind))


@given(NAMES, NAMES)
def test_the_same_name_is_never_only_alike(one: str, other: str) -> None:
    if loosely(one) == loosely(other) and same_serial(one, other):
        assert likeness(one, other) in {"", "只差标点"}
