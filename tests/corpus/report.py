"""Prints how the published cells are read: run `python tests/corpus/report.py`.

Counts of the kinds and of where operators come from, every row that stayed words although a digit is in it, and every
row that differs from its expectation in `targets.md`.
"""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # run as a script, where no pytest has done so

from corpus.cells import ABSENT, context, expectations, published
from perfrules.targets import Target, parse
from specification.wording import read_as


def _counts(title: str, values: list[str]) -> None:
    print(f"\n{title}")
    for value, count in Counter(values).most_common():
        print(f"{count:>6}  {value}")


def _lines(title: str, lines: list[str]) -> None:
    print(f"\n{title}: {len(lines)}")
    for line in lines:
        print(f"  {line}")


def _has_digit(text: str) -> bool:
    return any(char.isdigit() for char in text)


def main() -> None:
    """Print the report."""
    rows = published("targets.jsonl")
    if not rows:
        sys.exit(ABSENT)
    targets: list[Target] = [parse(row["value"] or "", **context(row)) for row in rows]
    readings = [target.to_dict() for target in targets]
    numbered = list(enumerate(zip(targets, readings, strict=True), start=1))
    expected = expectations("targets.md")
    _counts("kinds", [str(reading["kind"]) for reading in readings])
    _counts("operators from", [str(reading["op_from"]) for reading in readings if "op_from" in reading])
    _counts("messages", [diagnostic.code.id for target in targets for diagnostic in target.diagnostics])
    _lines(
        "words with a digit",
        [f"{n}: {t.text}" for n, (t, reading) in numbered if reading["kind"] == "qualitative" and _has_digit(t.text)],
    )
    _lines(
        "differ from the expectation",
        [
            f"{n}: {t.text!r} is {shown}, should be {expected[n]['读作']}"
            for n, (t, reading) in numbered
            if (shown := read_as(reading)).split() != expected[n]["读作"].split()
        ],
    )


if __name__ == "__main__":
    main()
