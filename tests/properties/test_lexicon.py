"""No word of the lexicons is idle: each is read as what its section says, where such a word stands."""

import pytest

from perfrules.actuals import Asserted, read_actual
from perfrules.syntax import STANDARD
from perfrules.syntax.lexicon import words
from perfrules.targets import parse

CARRIERS = {
    "KEEP": ("{}60家以上", "bound"),
    "ABOUT": ("{}60家", "tolerance"),
    "NEARLY": ("{}60家", "bound"),
    "AROUND": ("60家{}", "tolerance"),
    "OVER": ("60{}家", "bound"),
    "EACH": ("{}家10次", "bound"),
    "AND": ("≥3次{}≤5次", "between"),
    "OR": ("≥3次{}≥50%", "any"),
    "TO": ("3{}5次", "between"),
    "VERB": ("比上年{}", "change"),
    "PACE": ("{}提高", "change"),
    "DEGREE": ("{}提高", "qualitative"),
    "BEFORE": ("2023年12月31日{}", "deadline"),
    "UNTIL": ("{}2023年12月31日", "deadline"),
    "BY": ("{}2023年12月31日", "deadline"),
    "DONE": ("2023年12月底前{}", "deadline"),
    "YES": ("{}", "yes_no"),
    "NO": ("{}", "yes_no"),
    "REFERRED": ("不超{}", "reference"),
    "BAD": ("无{}", "bound"),
    "NONE": ("{}投诉", "bound"),
    "FULL": ("{}", "bound"),
}
"""A cell for each section, with a place for its words, and the kind that the cell is read as (§7)."""


@pytest.mark.parametrize(("section", "carrier", "kind"), [(name, *carrier) for name, carrier in CARRIERS.items()])
def test_every_word_is_read_as_its_section_says(section: str, carrier: str, kind: str) -> None:
    """Everything that decides what a text means is in `grammar/` (§11)."""
    read = {word: parse(carrier.format(word)).to_dict() for word in words()[section].meanings}
    # What cannot be read is qualitative too; a degree that is read is told.
    assert [word for word, reading in read.items() if reading["kind"] != kind] == []
    if section == "DEGREE":
        assert [word for word, reading in read.items() if reading.get("degree") != word] == []


def test_every_assertion_is_one() -> None:
    """A bare 已完成 is met, but marked as asserted (§4.2)."""
    assert [word for word in words()["ASSERTED"].meanings if read_actual(word).value != Asserted()] == []


@pytest.mark.parametrize("form", ["{}", "{}以上", "{}及以上", "不低于{}", "达到{}"])
def test_every_level_is_a_grade(form: str) -> None:
    """An ordered scale states its order in the lexicon (§4.2)."""
    spellings = [spelling for scale in STANDARD.scales.values() for spelling in scale.spellings]
    assert [word for word in spellings if parse(form.format(word)).to_dict()["kind"] != "grade"] == []
