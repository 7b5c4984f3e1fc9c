"""What is found stands in the text, each at its own place, and means what a cell with it means."""

import json
from itertools import pairwise

from hypothesis import example, given

from perfrules import Found, find, parse
from perfrules.targets import Judged, Unset
from properties.prose import texts, years


@given(texts, years)
@example("12月底前新增25家（1）25家以上", None)
def test_it_is_what_stands_at_its_place(text: str, year: int | None) -> None:
    """Targets in running text, with spans (§6)."""
    for each in find(text, year=year):
        assert each.text == text[each.span.start : each.span.end] != ""
        assert each.phrase in text
        assert json.dumps(each.to_dict())


@given(texts, years)
def test_none_overlaps_another_and_they_stand_left_to_right(text: str, year: int | None) -> None:
    """No overlaps (issue B 4)."""
    found: tuple[Found, ...] = find(text, year=year)
    assert all(one.span.end <= next_one.span.start for one, next_one in pairwise(found))


@given(texts, years)
def test_it_means_what_a_cell_with_it_means(text: str, year: int | None) -> None:
    """No second grammar, no second meaning."""
    for each in find(text, year=year):
        assert each.target == parse(each.text, name=each.phrase, year=year)
        assert not isinstance(each.target.region, Unset | Judged)
