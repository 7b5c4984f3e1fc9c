"""Whatever the grammar of cells writes is read, printed and handed on: no derivation of it is a special case."""

import json

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from perfrules.actuals import read_actual
from perfrules.data import read_text
from perfrules.targets import parse
from properties.canonical import has_no_spelling, says_the_same
from properties.grammar_texts import written_by_the_grammar

TEXTS = written_by_the_grammar()
READING = Draft202012Validator(json.loads(read_text("docs/schema/reading-1.schema.json")))

years = st.sampled_from([None, 2023])
subcategories = st.sampled_from(["", "时效指标", "成本指标"])
some_are_long = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@some_are_long
@given(TEXTS, subcategories, years)
def test_what_the_grammar_writes_has_a_reading(text: str, subcategory: str, year: int | None) -> None:
    """Reading never raises, and every reading has the published form."""
    target = parse(text, subcategory=subcategory, year=year)
    assert [error.message for error in READING.iter_errors(target.to_dict())] == []
    assert target.sentence


@some_are_long
@given(TEXTS, subcategories, years)
def test_what_the_grammar_writes_is_printed_as_the_same(text: str, subcategory: str, year: int | None) -> None:
    """The canonical text of what was read denotes the same set without any context."""
    target = parse(text, subcategory=subcategory, year=year)
    assume(not has_no_spelling(target))
    assert says_the_same(target), target.canonical


@some_are_long
@given(TEXTS)
def test_what_the_grammar_writes_is_an_actual_value_too(text: str) -> None:
    """Reading an actual value never raises."""
    assert read_actual(text).text == text.strip()
