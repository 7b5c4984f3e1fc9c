"""Every published score stands to the scheme of the ministry as it was worked out by hand."""

import pytest

from corpus.cells import ABSENT, CORPUS, expectations, published
from corpus.filled import line_table, money_table
from corpus.scores_report import audited
from perfrules.tables import FilledTable

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason=ABSENT)

SCORES, MONEY = expectations("scores.md"), expectations("money.md")
LINES, AMOUNTS = published("selfeval.jsonl"), published("selfeval_budget.jsonl")


def _agrees(table: FilledTable, expected: dict[str, str]) -> None:
    score = audited(table)
    assert score.printed.text == expected["得分"]
    assert score.standing.value == expected["核对"], score.score.derivation
    assert sorted(each.name for each in score.explanations) == sorted(expected["解释"].split())


@pytest.mark.parametrize("number", SCORES)
def test_a_published_score_stands_as_it_was_worked_out(number: int) -> None:
    _agrees(line_table(LINES[number - 1]), SCORES[number])


@pytest.mark.parametrize("number", MONEY)
def test_the_published_score_of_a_rate_stands_as_it_was_worked_out(number: int) -> None:
    _agrees(money_table(AMOUNTS[number - 1]), MONEY[number])


def test_every_published_score_has_its_expectation() -> None:
    assert list(SCORES) == [number for number, row in enumerate(LINES, start=1) if not row["paraphrased"]]
    assert list(MONEY) == list(range(1, len(AMOUNTS) + 1))
