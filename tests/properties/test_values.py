"""Targets, actual values and outcomes are values: they compare, hash and travel as what they mean."""

import os
import pickle
import subprocess
import sys
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfrules.actuals import read_actual
from perfrules.evaluation import Outcome, evaluate
from perfrules.targets import Target, parse
from properties.cells import ACTUALS, targets

actual_texts = st.sampled_from(ACTUALS)


def _outcome(target: Target, actual: str) -> Outcome:
    return evaluate(target, read_actual(actual), baseline=read_actual("58家"))


@given(targets, actual_texts)
def test_pickled_values_come_back_equal(target: Target, actual: str) -> None:
    """Types are attrs-frozen, slotted, typed, hashable, picklable (§6)."""
    outcome = _outcome(target, actual)
    for value in (target, outcome.actual, outcome):
        for again in (pickle.loads(pickle.dumps(value)), deepcopy(value)):  # noqa: S301 - pickled here
            assert again == value
            assert hash(again) == hash(value)
            assert repr(again) == repr(value)


@given(targets, actual_texts)
def test_what_is_judged_again_after_a_journey_is_judged_the_same(target: Target, actual: str) -> None:
    """Types are picklable (§6): nothing in a verdict depends on which object a unit is."""
    again = evaluate(
        pickle.loads(pickle.dumps(target)),  # noqa: S301 - pickled here
        pickle.loads(pickle.dumps(read_actual(actual))),  # noqa: S301 - pickled here
        baseline=read_actual("58家"),
    )
    assert again == _outcome(target, actual)


@given(targets, targets)
def test_equal_targets_have_equal_hashes_and_readings(one: Target, other: Target) -> None:
    """Types are hashable (§6)."""
    assert len({one, other}) == (1 if one == other else 2)
    if one == other:
        assert hash(one) == hash(other)
        assert one.to_dict() == other.to_dict()


@given(targets)
def test_a_value_cannot_be_changed(target: Target) -> None:
    """Types are attrs-frozen, slotted (§6)."""
    with pytest.raises(AttributeError):
        target.text = "≥0"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        target.note = "≥0"  # type: ignore[attr-defined]
    assert str(target)
    assert repr(target) == f"Target({target.text!r})"


def test_a_value_is_found_again_by_another_process() -> None:
    """Types are hashable, picklable (§6): a hash that was kept must not travel, since each process salts its own."""
    script = (
        "import pickle, sys; from perfrules.targets import parse;"
        "target = pickle.load(sys.stdin.buffer); assert target in {parse('≥10万元/家')}"
    )
    target = parse("≥10万元/家")
    assert hash(target)
    environment = {**os.environ, "PYTHONHASHSEED": "1"}
    subprocess.run([sys.executable, "-c", script], input=pickle.dumps(target), env=environment, check=True)  # noqa: S603
