"""The driver reads what Lark reads by the same tables, and nothing else."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from perfrules.syntax import STANDARD, fold
from properties.cells import ACTUALS, TARGETS
from properties.grammar_texts import written_by_the_grammar

LARK, UNREADABLE = STANDARD.machine

mixed = st.lists(st.sampled_from([*TARGETS, *ACTUALS, "且", "，", " ", "3", "月", "%", "(", "。"]), max_size=3).map(
    "".join
)
texts = written_by_the_grammar() | mixed | st.text(max_size=12)


def _by_lark(text: str, start: str) -> object | None:
    try:
        return LARK.parse(text, start=start)
    except UNREADABLE:
        return None


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(texts, st.sampled_from(["target", "actual", "unit_text"]))
@example("", "target")
@example("  ", "actual")
@example("≥90% ", "target")
@example("90%\n以上", "target")
@example("元/人·月", "unit_text")
def test_what_is_read_is_what_lark_reads(text: str, start: str) -> None:
    """One grammar, one meaning: the same expression, with the same places, or none."""
    folded = fold(text)
    assert STANDARD.driver.read(folded, start) == _by_lark(folded, start)
    assert repr(STANDARD.driver.read(folded, start)) == repr(_by_lark(folded, start))
