"""What the README shows is what happens."""

import doctest
import re
from pathlib import Path

import pytest

from cli.running import Done, run
from perfrules.testing import run_examples, uncovered

ROOT = Path(__file__).parents[2]


def test_the_python_example_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert tried > 5
    assert failed == 0


@pytest.fixture(scope="module")
def shown() -> Done:
    """Run the last part of the first command, which installs before."""
    command = re.search(r"<!-- command: run -->\n```sh\n(.*)\n```", (ROOT / "README.md").read_text("utf-8"))
    assert command is not None
    program, *arguments = command[1].rsplit("&&", 1)[1].split()
    assert program == ".venv/bin/perfrules"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return run(*arguments)


def test_the_first_command_scores_the_document(shown: Done) -> None:
    assert (shown.code, shown.err) == (1, "")


def test_the_table_in_the_readme_is_what_is_printed(shown: Done) -> None:
    example = re.search(r"```text\n(项目：.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert example is not None
    printed = shown.out.splitlines()
    assert [line for line in example[1].splitlines() if line not in printed] == []


def test_the_scheme_in_the_readme_is_tried_in_full(tmp_path: Path) -> None:
    example = re.search(r"```\n(评分办法 .*?)```", (ROOT / "README.zh.md").read_text("utf-8"), re.DOTALL)
    assert example is not None
    file = tmp_path / "某省.rules"
    file.write_text(example[1], "utf-8")
    examples = run_examples(file)
    assert (examples.is_clean, examples.count) == (True, 3)
    assert not list(uncovered(examples, 100))
