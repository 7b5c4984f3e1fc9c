"""Everything that the library gives travels: it pickles, and comes back equal."""

import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import perfrules
from concurrency.jobs import PROSE, TABLE, VALUES
from perfrules import audit, check, diff, find, load, parse, read_actuals
from perfrules.data import resource
from perfrules.syntax import STANDARD
from perfrules.targets import parse_quantity

DEMONSTRATION = resource("rulesets/gaoxin-keji-2023/示例")


def values(folder: Path) -> Iterator[object]:
    """Give a value of every kind that users get."""
    ruleset = load(folder)
    report = ruleset.evaluate(VALUES)
    quantity = parse_quantity("1,280万元")
    assert quantity is not None
    yield from (parse("≥90%"), check("≥60家", "58家"), perfrules.Verdict.MET, quantity, quantity.unit, *find(PROSE))
    yield from (ruleset, ruleset.language, STANDARD, ruleset.goal_tables[0], ruleset.goal_tables[0].indicators[0])
    yield from (report, report.projects[0].scheme, report.projects[0].lines[0].score, report.evidence)
    yield from (ruleset.review(), ruleset.monitor(VALUES, date(2023, 7, 31)), diff(report, report))
    yield from (*ruleset.review().findings, read_actuals(DEMONSTRATION / "actuals-2023.csv"))
    report.to_xlsx(folder / "自评表.xlsx")
    yield audit(folder / "自评表.xlsx")
    broken = folder / "坏.rules"
    broken.write_text(TABLE.replace("≥30垄", "≥").replace("预算", "预算预算"), "utf-8")
    yield from load(broken).diagnostics


def test_every_value_pickles_and_comes_back_equal(folder: Path) -> None:
    seen = set[str]()
    for value in values(folder):
        again = pickle.loads(pickle.dumps(value))  # noqa: S301 - pickled here
        assert again == value
        assert type(again) is type(value)
        seen.add(type(value).__name__)
    assert {"Target", "Outcome", "Ruleset", "Report", "Scheme", "Review", "Progress", "Diagnostic", "Found"} <= seen
