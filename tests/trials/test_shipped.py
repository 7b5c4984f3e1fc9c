"""Every shipped scheme does what its own examples say, and they try all of it."""

from typing import Any

import pytest

from guards.checkout import ROOT
from perfrules.rules import shipped_scheme, shipped_schemes
from perfrules.testing import Examples, run_examples


@pytest.fixture(scope="module")
def examples() -> Examples:
    return run_examples(ROOT / "rulesets")


def test_every_example_comes_out_as_it_says(examples: Examples) -> None:
    assert [str(each) for each in (*examples.diagnostics, *examples.differences)] == []
    assert examples.is_clean


@pytest.mark.parametrize("name", shipped_schemes())
def test_all_of_a_scheme_is_tried(examples: Examples, name: str) -> None:
    (trials,) = (each for each in examples.schemes if each.scheme.name == name)
    assert [str(item) for item in trials.coverage.missing] == []
    assert trials.results


PRACTICE = [name for name in shipped_schemes() if name.startswith("practice/")]


@pytest.mark.parametrize("name", PRACTICE)
def test_what_is_only_practice_cites_no_document(name: str) -> None:
    scheme = shipped_scheme(name)
    assert scheme is not None
    parts: tuple[Any, ...] = (
        *scheme.parameters,
        *scheme.rules,
        *scheme.execution,
        *scheme.bands,
        *scheme.tiers,
        *scheme.grades,
        *scheme.weighting.classes,
        *scheme.weighting.variants,
    )
    own = [part.basis for part in parts if part.origin == name]
    changed = [scheme.rounding.basis, scheme.inapplicable_basis, *own]
    assert all(basis.startswith(("惯例", "假定")) for basis in changed)
