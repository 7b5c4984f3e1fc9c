"""Several threads read, judge, load and report at once, and each gets what it gets alone."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from concurrency import jobs
from perfrules import load
from perfrules.syntax import OwnWords, language_with
from perfrules.units import OwnUnit

THREADS = 8


@pytest.fixture(autouse=True)
def hasty_switching() -> Iterator[None]:
    """Let threads take turns as often as Python can, so that what can go wrong between two steps does."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.parametrize("job", jobs.ALL, ids=lambda job: job.__name__)
def test_threads_get_what_one_gets(job: Callable[[int], object]) -> None:
    with ThreadPoolExecutor(THREADS) as pool:
        together = list(pool.map(job, range(2 * THREADS)))
    assert together == [job(number) for number in range(2 * THREADS)]


def test_threads_that_load_a_ruleset_load_the_same_one(folder: Path) -> None:
    with ThreadPoolExecutor(THREADS) as pool:
        together = list(pool.map(load, [folder] * THREADS))
    assert not together[0].diagnostics
    assert together == [load(folder)] * THREADS


def test_threads_share_a_ruleset(folder: Path) -> None:
    ruleset = load(folder)
    with ThreadPoolExecutor(THREADS) as pool:
        together = list(pool.map(jobs.results, [ruleset] * THREADS))
    assert together == [jobs.results(ruleset)] * THREADS


@pytest.mark.parametrize("turn", range(5))
def test_the_same_words_are_one_language_whichever_thread_asks_first(turn: int) -> None:
    own = [OwnWords(units=(OwnUnit(f"垄{'甲乙丙丁戊'[turn]}"),)) for _ in range(THREADS)]
    with ThreadPoolExecutor(THREADS) as pool:
        assert len(set(map(id, pool.map(language_with, own)))) == 1


FIRST = """
import sys, threading
from concurrent.futures import ThreadPoolExecutor
sys.setswitchinterval(1e-4)
start = threading.Barrier({threads})
def first(_):
    start.wait()
    import perfrules
    outcome = perfrules.check("≥10万元/家", "100000元/户", subcategory="成本指标", year=2023)
    return str(outcome.target), outcome.explain(), perfrules.Ruleset().scheme("central/mof-2020-10").name
with ThreadPoolExecutor({threads}) as pool:
    print(len(set(pool.map(first, range({threads})))))
"""


def test_the_first_cells_of_a_program_may_be_read_by_several_threads() -> None:
    """Grammar, units and rulesets are made when they are first asked for; here all threads ask first."""
    program = [sys.executable, "-c", FIRST.format(threads=THREADS)]
    printed = subprocess.run(program, capture_output=True, text=True, check=True)  # noqa: S603 - our own Python
    assert (printed.stdout.strip(), printed.stderr) == ("1", "")
