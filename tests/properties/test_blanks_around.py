"""Blanks before and behind a cell say nothing."""

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from perfrules.actuals import read_actual
from perfrules.targets import parse
from properties.cells import ACTUALS, TARGETS

blanks = st.text(" \t\n\u3000\xa0", max_size=3)
EIGHT_DIGITS = ("20231231", "20231231前", "12345678")


@given(blanks, st.sampled_from((*TARGETS, *EIGHT_DIGITS)), blanks)
@example("", "20231231", " ")
def test_a_target_means_the_same_between_blanks(before: str, cell: str, behind: str) -> None:
    """Spaces around say nothing (§4.4)."""
    bare, padded = parse(cell), parse(f"{before}{cell}{behind}")
    assert (padded.to_dict(), padded.region) == (bare.to_dict(), bare.region)
    assert [each.code for each in padded.diagnostics] == [each.code for each in bare.diagnostics]


@given(blanks, st.sampled_from((*ACTUALS, *EIGHT_DIGITS)), blanks)
@example("", "20231231", "\n")
def test_an_actual_value_is_the_same_between_blanks(before: str, cell: str, behind: str) -> None:
    """Spaces around say nothing (§4.4)."""
    assert attrs.astuple(read_actual(f"{before}{cell}{behind}"), recurse=False) == attrs.astuple(
        read_actual(cell), recurse=False
    )
