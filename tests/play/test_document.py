"""What docs/play.md shows and lists is so."""

import doctest
import re

import attrs

from guards.checkout import ROOT
from perfrules.play import Question
from perfrules.play.session import HELP

DOCUMENT = ROOT / "docs" / "play.md"
TEXT = DOCUMENT.read_text("utf-8")


def test_its_example_runs() -> None:
    done = doctest.testfile(str(DOCUMENT), module_relative=False)
    assert (done.attempted, done.failed) == (3, 0)


def test_it_lists_every_field_of_a_question() -> None:
    row = next(line for line in TEXT.splitlines() if line.startswith("| `/answer`"))
    fields = [each.name for each in attrs.fields(Question)]
    assert [name for name in fields if f"`{name}`" not in row and f'"{name}"' not in row] == []


def test_it_lists_every_command_of_the_terminal() -> None:
    commands = set(re.findall(r":(\w+)", HELP))
    assert commands
    assert {name for name in commands if f"`:{name}" not in TEXT} == set()
