"""What a target says of itself is one sentence, whatever it is."""

import re

from hypothesis import given

from perfrules.targets import Target
from properties import cells
from specification.chapters import cases

_BEGINNINGS = ("要求", "没有设定", "格里写的是")


def _is_one_sentence(target: Target) -> bool:
    """It has one beginning and one end, and no name of the code, beside what the cell itself says."""
    said = target.sentence.replace(target.text, "") if target.text else target.sentence
    return (
        target.sentence.startswith(_BEGINNINGS)
        and said.endswith("。")
        and said.count("。") == 1
        and not re.search("None|[a-z]_[a-z]|[{}]", said)
    )


def test_every_row_of_the_chapters_is_said_in_one_sentence() -> None:
    assert [target.sentence for case in cases() if not _is_one_sentence(target := case.target)] == []


@given(cells.targets)
def test_every_target_in_any_row_is_said_in_one_sentence(target: Target) -> None:
    assert _is_one_sentence(target), target.sentence
