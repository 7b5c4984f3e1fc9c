"""The tutorial and the guides can be followed from their first line to their last; `--spec-update` corrects outputs."""

import doctest
import shlex
from pathlib import Path

import pytest

from cli.running import run
from documents.walkthrough import Typed, Written, corrected, steps, write
from guards.checkout import ROOT

FOLDERS = ("rule-writing", "how-to")
DOCUMENTS = sorted(path for folder in FOLDERS for path in (ROOT / "docs" / folder).glob("*.md"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_it_can_be_followed(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(tmp_path)
    text = document.read_text("utf-8")
    wrong = []
    for step in steps(text):
        if isinstance(step, Written):
            write(step, tmp_path)
            continue
        output = _printed(step)
        if not step.prints(output):
            wrong.append((step, output))
    if request.config.getoption("--spec-update"):
        document.write_text(corrected(text, wrong), "utf-8")
    elif wrong:
        step, output = wrong[0]
        line = text.count("\n", 0, step.start)
        pytest.fail(
            f"{document.name} 第{line}行：{step.command}\n应为：\n{step.printed}\n实为：\n{output}", pytrace=False
        )


@pytest.mark.parametrize(
    "document", [path for path in DOCUMENTS if ">>> " in path.read_text("utf-8")], ids=lambda path: path.stem
)
def test_its_python_holds(document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files are there from the start: Python reads them further down than they are written."""
    monkeypatch.chdir(tmp_path)
    for step in steps(document.read_text("utf-8")):
        if isinstance(step, Written):
            write(step, tmp_path)
    failed, tried = doctest.testfile(str(document), module_relative=False, encoding="utf-8")
    assert tried > 5
    assert failed == 0


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_every_file_is_named_in_the_words_before_it(document: Path) -> None:
    """What is behind the language of a block is not shown to readers."""
    text = document.read_text("utf-8")
    for step in steps(text):
        if isinstance(step, Written):
            before = text[: step.start].rpartition("```")[2]
            assert f"`{step.name}`" in before, f"第{text.count(chr(10), 0, step.start) + 1}行前面没有说文件名"


def _printed(step: Typed) -> str:
    """Run a command of a document; both streams, as a terminal shows them."""
    program, *arguments = shlex.split(step.command)
    assert program == "perfrules", step.command
    done = run(*arguments, environment={"COLUMNS": "100"})
    return done.out + done.err
