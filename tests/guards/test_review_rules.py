"""The shipped review rules: each rests on something, is numbered by its criterion, and is documented."""

import pytest

from guards.checkout import ROOT
from perfrules.diagnostics import Severity
from perfrules.review import Criterion, ReviewRule
from perfrules.review.page import catalogue
from perfrules.rules import lacking_examples, shipped_review, try_examples

SHIPPED = shipped_review()
RULES = SHIPPED.rules
NUMBERS = {
    Criterion.COMPLETE: "PR1",
    Criterion.RELEVANT: "PR2",
    Criterion.SUITABLE: "PR3",
    Criterion.FEASIBLE: "PR4",
    Criterion.SELF_EVALUATION: "PR5",
}


def test_the_catalogue_is_as_the_rules_are() -> None:
    written = (ROOT / "docs" / "review-rules.md").read_text("utf-8")
    assert written == catalogue(RULES), "请运行：perfrules explain 审核规则 > docs/review-rules.md"


def test_every_example_is_as_it_should_be() -> None:
    results = list(try_examples(RULES, SHIPPED.examples))
    assert not [str(each) for result in results for each in result.diagnostics]
    assert not list(lacking_examples(RULES, SHIPPED.examples))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_why_and_on_what_it_rests(rule: ReviewRule) -> None:
    assert rule.reason.endswith("。")
    assert rule.basis
    assert rule.id.startswith(NUMBERS[rule.criterion])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_only_a_document_makes_an_error(rule: ReviewRule) -> None:
    assert rule.severity is not Severity.ERROR or "号" in rule.basis


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_message_ends_with_one_thing_to_do(rule: ReviewRule) -> None:
    last = rule.message[-1]
    assert isinstance(last, str)
    assert last.endswith("。")
    sentences = last.removesuffix("。").split("。")
    assert "请" in sentences[-1] or "请" in last
