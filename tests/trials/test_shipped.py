"""Every shipped scheme does what its own examples say, and they try all of it."""

import pytest

from guards.checkout import ROOT
from perfrules.rules import shipped_schemes
from perfrules.rules.shipped import shipped_draft
from perfrules.testing import Examples, run_examples


@pytest.fixture(scope="module")
def examples() -> Examples:
    return run_examples(ROOT / "rulesets")


def test_every_example_comes_out_as_it_says(examples: Examples) -> None:
    assert [str(each) for each in (*examples.diagnostics, *examples.differences)] == []
    assert examples.is_clean


def _only_rounds(name: str) -> bool:
    draft = shipped_draft(name)
    return draft is not None and draft.rounding is not None and not draft.rules


@pytest.mark.parametrize("name", shipped_schemes())
def test_all_of_a_scheme_is_tried(examples: Examples, name: str) -> None:
    (trials,) = (each for each in examples.schemes if each.scheme.name == name)
    assert [str(item) for item in trials.coverage.missing] == []
    assert trials.coverage.items or _only_rounds(name)
    assert trials.results
