"""Of all other sets, the one found is the one that has most in common: as when each is compared with each."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from perfrules.surveying.sets import Sets, first_alike, nearest, sets_of

ELEMENTS = 12
SETS = st.lists(st.frozensets(st.integers(0, ELEMENTS - 1), min_size=1, max_size=9), min_size=1, max_size=14)
DIFFERENT = st.lists(
    st.frozensets(st.integers(0, ELEMENTS - 1), min_size=1, max_size=9), min_size=1, max_size=14, unique=True
)
SHARES = st.fractions(min_value=Fraction(1, 10), max_value=1, max_denominator=20)


def _as_sets(given: Sequence[frozenset[int]]) -> Sets:
    pairs = [(number, element) for number, each in enumerate(given) for element in each]
    owner, element = (np.array(column, np.int64) for column in zip(*pairs, strict=True))
    return sets_of(owner, element, len(given), ELEMENTS)


@given(DIFFERENT, SHARES)
def test_the_nearest_set_is_the_nearest_of_all(some: list[frozenset[int]], least: Fraction) -> None:
    found = nearest(_as_sets(some), least)
    for number, own in enumerate(some):
        likeness = [
            (Fraction(len(own & other), len(own | other)), -at) for at, other in enumerate(some) if at != number
        ]
        near = [each for each in likeness if each[0] >= least]
        assert found.near[number] == len(near)
        assert found.partner[number] == (-max(near)[1] if near else -1)
        assert not near or found.shared[number] == len(own & some[-max(near)[1]])


@given(SETS)
def test_sets_that_are_the_same_are_found_by_the_first(some: list[frozenset[int]]) -> None:
    assert first_alike(_as_sets(some)).tolist() == [some.index(each) for each in some]
