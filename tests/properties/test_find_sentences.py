"""What is found in a sentence does not hang on the sentences around it."""

from hypothesis import given
from hypothesis import strategies as st

from perfrules import Found, find
from properties.prose import texts, years


def _said(found: tuple[Found, ...], moved: int = 0) -> list[tuple[int, str, str]]:
    return [(each.span.start + moved, each.text, each.phrase) for each in found]


@given(texts, texts, st.sampled_from(["。", "；", "\n", "！"]), years)
def test_sentences_in_a_row_hold_what_each_holds(one: str, other: str, end: str, year: int | None) -> None:
    together = find(f"{one}{end}{other}", year=year)
    assert _said(together) == _said(find(one, year=year)) + _said(find(other, year=year), len(one) + 1)
