"""Every published cell is read as it was read by hand."""

import pytest

from corpus.cells import ABSENT, CORPUS, context, expectations, published
from perfrules.evaluation import check
from perfrules.targets import parse
from specification.wording import read_as, same_share, share_text

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason=ABSENT)

TARGETS = expectations("targets.md")
VERDICTS = expectations("selfeval.md")
TARGET_ROWS = published("targets.jsonl")
SELFEVAL_ROWS = published("selfeval.jsonl")


@pytest.mark.parametrize("number", TARGETS)
def test_a_published_target_is_read_as_it_was_by_hand(number: int) -> None:
    row, expected = TARGET_ROWS[number - 1], TARGETS[number]
    text = row["value"] or ""
    assert text == expected["指标值"]
    shown = read_as(parse(text, **context(row)).to_dict())
    assert shown.split() == expected["读作"].split()


def test_every_published_target_has_its_expectation() -> None:
    assert list(TARGETS) == list(range(1, len(TARGET_ROWS) + 1))


@pytest.mark.parametrize("number", VERDICTS)
def test_a_published_actual_is_judged_as_it_was_by_hand(number: int) -> None:
    row, expected = SELFEVAL_ROWS[number - 1], VERDICTS[number]
    target, actual = row["target"] or "", row["actual"]
    assert (target, actual or "") == (expected["指标值"], expected["实际值"])
    outcome = check(target, actual, **context(row))
    assert outcome.verdict.label == expected["结论"], outcome.explain()
    assert same_share(expected["完成率"], share_text(outcome.attainment))


def test_every_published_actual_that_was_not_reworded_has_its_expectation() -> None:
    assert list(VERDICTS) == [number for number, row in enumerate(SELFEVAL_ROWS, start=1) if not row["paraphrased"]]
