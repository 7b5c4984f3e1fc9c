"""Costs of the main steps, in one run, as ratios to two floors: run `python tests/benchmarks/measure.py`.

Times differ from machine to machine and from hour to hour; ratios to a floor that ran a moment ago do not. The floors
are the least that any such program must do: a Lark LALR parse of the same texts by a grammar that understands nothing,
and the first number of the cell by a regular expression, compared as a Decimal.
"""

import operator
import re
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable
from decimal import Decimal
from time import perf_counter_ns

import attrs
from lark import Lark

from perfrules.actuals import read_actual
from perfrules.evaluation import check, evaluate
from perfrules.targets import parse

TYPICAL = (
    "≥{}%",
    "≥{}家",
    "≤{}万元",
    "={}%",
    "{}万元/家",
    "不低于{}%",
    "{}%以上",
    "{}次/年",
    "不超过{}天",
    "{}人次",
    "较上年增长{}%以上",
    "大于{}%",
)
"""What everyday cells look like; the number makes each text a new one."""

PLAIN = "≥{}%"
"""The commonest form, for the steps whose cost does not depend on the form."""

GRAMMAR = r"""
start: (NUMBER | WORD | SIGN)+
NUMBER: /\d+(\.\d+)?/
WORD: /[一-鿿]+/
SIGN: /[^\d一-鿿]/
"""

REPEATS = 2000
STARTS = 7
GOALS = {"parse, unseen": 20.0, "parse, seen": 0.2, "check, seen": 2.0, "import": 120_000.0}
"""What each step may cost, in µs, on an ordinary core."""


@attrs.frozen
class Cost:
    """What a step costs: the median of many, in µs."""

    step: str
    micros: float

    def line(self, lark: float, plain: float) -> str:
        goal = GOALS.get(self.step)
        limit = f"{goal:>10,.1f}" if goal else " " * 10
        return f"{self.step:<24}{self.micros:>12,.2f}{limit}{self.micros / lark:>12,.2f}{self.micros / plain:>12,.2f}"


def unseen(start: int) -> list[str]:
    """Give texts that nothing has read yet, the forms in turn."""
    return [TYPICAL[n % len(TYPICAL)].format(start + n) for n in range(REPEATS)]


def once_each(call: Callable[[str], object], texts: Iterable[str]) -> float:
    """Time one call for each text, and give the median."""
    times = []
    for text in texts:
        begin = perf_counter_ns()
        call(text)
        times.append(perf_counter_ns() - begin)
    return statistics.median(times) / 1000


def again(call: Callable[[], object], rounds: int = 20) -> float:
    """Time the same call over and over, and give the median of the rounds."""
    times = []
    for _ in range(rounds):
        begin = perf_counter_ns()
        for _ in range(REPEATS):
            call()
        times.append((perf_counter_ns() - begin) / REPEATS)
    return statistics.median(times) / 1000


def started(program: str) -> float:
    """Time a fresh Python that runs a program, and give the median."""
    times = []
    for _ in range(STARTS):
        begin = perf_counter_ns()
        subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603 - our own Python
        times.append(perf_counter_ns() - begin)
    return statistics.median(times) / 1000


_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_COMPARE = {"≥": operator.ge, "≤": operator.le, "=": operator.eq}


def first_number(text: str) -> bool:
    """Do what a spreadsheet macro does: the first number of the cell, compared."""
    found = _NUMBER.search(text)
    return found is not None and _COMPARE.get(text[0], operator.ge)(Decimal("95.5"), Decimal(found[0]))


def costs() -> tuple[list[Cost], float, float]:
    """Measure everything; the floors come last."""
    floor = Lark(GRAMMAR, parser="lalr")
    parse(PLAIN.format(90))
    target, actual = parse(PLAIN.format(90)), read_actual("95%")
    python = started("pass")
    measured = [
        Cost("parse, unseen", once_each(parse, unseen(10**6))),
        Cost("parse, seen", again(lambda: parse("≥90%"))),
        Cost("evaluate", again(lambda: evaluate(target, actual))),
        Cost("check, seen", again(lambda: check("≥90%", "95%"))),
        Cost("import", started("import perfrules") - python),
        Cost("import and first parse", started("import perfrules.targets as t; t.parse('≥90%')") - python),
    ]
    return measured, once_each(floor.parse, unseen(10**6)), once_each(first_number, unseen(10**6))


def main() -> None:
    """Print the table."""
    measured, lark, plain = costs()
    print(f"{'':<24}{'µs':>12}{'goal':>10}{'÷ Lark':>12}{'÷ plain':>12}")
    for cost in (*measured, Cost("floor: Lark LALR", lark), Cost("floor: plain Python", plain)):
        print(cost.line(lark, plain))


if __name__ == "__main__":
    main()
