"""Processes that share nothing read, judge, load and report as this one does; values travel there and back."""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from concurrency import jobs
from perfrules import Ruleset, load, parse
from properties.cells import TARGETS


@pytest.fixture(scope="module")
def pool() -> Iterator[ProcessPoolExecutor]:
    """Two processes that start with nothing: what is forked would hide what does not travel."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as started:
        yield started


@pytest.mark.parametrize("job", jobs.ALL, ids=lambda job: job.__name__)
def test_processes_get_what_this_one_gets(pool: ProcessPoolExecutor, job: Callable[[int], object]) -> None:
    assert list(pool.map(job, range(4))) == [job(number) for number in range(4)]


def test_targets_travel_there_and_back(pool: ProcessPoolExecutor) -> None:
    targets = [parse(cell, year=2023) for cell in TARGETS]
    there = list(pool.map(_itself, targets))
    assert there == targets
    assert list(pool.map(jobs.judged_elsewhere, targets)) == [jobs.judged_elsewhere(target) for target in targets]


def test_a_ruleset_with_words_of_its_own_travels(pool: ProcessPoolExecutor, folder: Path) -> None:
    ruleset = load(folder)
    assert pool.submit(jobs.results, ruleset).result() == jobs.results(ruleset)
    assert pool.submit(jobs.loaded, folder).result() == jobs.results(ruleset)
    assert pool.submit(_itself_ruleset, ruleset).result() == ruleset


def test_a_target_with_words_of_its_own_is_judged_by_them_elsewhere(pool: ProcessPoolExecutor, folder: Path) -> None:
    target = load(folder).goal_tables[0].indicators[0].target
    assert pool.submit(jobs.judged_elsewhere, target).result().region == target.region


def _itself(target: object) -> object:
    return target


def _itself_ruleset(ruleset: Ruleset) -> Ruleset:
    return ruleset
