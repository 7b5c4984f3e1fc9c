"""No text makes reading or judging raise, whichever cell it stands in; and each ends soon."""

import json
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfrules.actuals import Actual, read_actual
from perfrules.diagnostics import Diagnostic
from perfrules.evaluation import Outcome, Verdict, check
from perfrules.source import TextPlace
from perfrules.syntax import STANDARD, words
from perfrules.targets import Target, parse, parse_quantity
from perfrules.units import UNITS

VOCABULARY = sorted(
    {
        *(word for section in words().values() for word in section.meanings),
        *STANDARD.levels,
        *UNITS.names,
        *("2023年", "12月", "31日", "上半年", "第三季度", "每月25日", "2023-12-31", "较2022年", "年底"),
        *("90%", "58/60", "1:18", "60余", "1,280.50", "0", "-5", "[60,80)", "**", "XX", "1e9", "９０％", "½", "十"),
    }
)
MARKS = [
    *"≥≤><=±~-—–/／()（）[]【】{}<>《》,，、;；。.．:：+*×·%％‰℃㎡|\\\"'“”",
    *" \t\n\r\x00\x1f\x7f\u200b\u202e\u3000\ufeff\U0001f600",
]

pieces = st.sampled_from(VOCABULARY) | st.sampled_from(MARKS) | st.text(max_size=3) | st.integers(0, 10**9).map(str)
texts = st.lists(pieces, max_size=8).map("".join)


def _said_well(diagnostics: tuple[Diagnostic, ...]) -> None:
    for diagnostic in diagnostics:
        assert diagnostic.message.endswith("。")
        for label in diagnostic.labels:
            assert isinstance(label.place, TextPlace)
            assert 0 <= label.place.span.start <= label.place.span.end <= len(label.place.source.text)
            assert str(label)


def _whole(outcome: Outcome) -> None:
    assert isinstance(outcome.verdict, Verdict)
    assert outcome.explain()
    assert json.dumps(outcome.to_dict())
    _said_well(outcome.diagnostics)


@given(texts)
def test_any_text_is_read_as_a_target(text: str) -> None:
    """`parse` never raises on text (§6)."""
    target = parse(text)
    assert isinstance(target, Target)
    assert target.text == text.strip()
    assert json.dumps(target.to_dict())
    assert str(target)
    _said_well(target.diagnostics)
    parse_quantity(text)


@given(texts)
def test_any_text_is_read_as_an_actual_value(text: str) -> None:
    """Bad data gives diagnostics; only bad calls raise (§6)."""
    actual = read_actual(text)
    assert isinstance(actual, Actual)
    assert actual.text == text.strip()
    _said_well(actual.diagnostics)


@given(texts, texts, st.none() | texts, st.sampled_from([None, 2023]))
def test_any_target_is_judged_by_any_actual_value(
    target: str, actual: str, baseline: str | None, year: int | None
) -> None:
    """Bad data gives diagnostics; only bad calls raise (§6)."""
    _whole(check(target, actual, baseline=baseline, year=year))


columns = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(["sign", "unit", "direction", "name", "category", "subcategory", "basis"], texts)
)


@given(texts, texts, columns)
def test_any_row_is_read_and_judged(target: str, actual: str, row: Any) -> None:
    """Context of a target, all optional; `parse` never raises on text (§6)."""
    _whole(check(target, actual, year=2023, references={"预算": "1280万元"}, **row))


LONG = {
    "a megabyte of bounds": "≥90%" * 250_000,
    "a megabyte of one sign": "≥" * 1_000_000,
    "a megabyte of spaces": "\u3000" * 1_000_000,
    "ten thousand digits": "9" * 10_000,
    "ten thousand decimals": f"0.{'3' * 10_000}%",
    "brackets without an end": f"{'(' * 20_000}90",
    "brackets of all kinds": f"{'（[【(' * 5_000}90{')】]）' * 5_000}",
    "many units": f"1{'元/人·月/次' * 300}",
    "many parts": "≥90%，且" * 400,
    # Enough for a search that tries every way to split the words to take seconds.
    "words that overlap": f"投诉{'数量' * 24}好",
    "subjects without an end": "群众满意度" * 390 + "≥",
    "nothing bad": "无" * 1_900 + "投诉",
    "control characters": "".join(map(chr, range(0x20))) * 30_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
@pytest.mark.parametrize(
    "column", ["target", "actual", "baseline", "sign", "unit", "direction", "name", "subcategory", "basis"]
)
def test_long_texts_end_soon_in_every_column(column: str, text: str) -> None:
    """A 1 MB cell, 10,000 digits, deep brackets and control characters end in well under a second (issue A)."""
    begin = process_time()
    for target in ("提高5%", "90"):
        row: dict[str, Any] = {"target": target, "actual": "95家", "baseline": "90家"} | {column: text}
        _whole(check(**row, year=2023))
    assert process_time() - begin < 3
