"""Documents keep their promises: commands that are checked, and links that lead somewhere."""

import os
import re
from pathlib import Path

import pytest

from guards.checkout import ROOT, project_files

READMES = ("README.md", "README.zh.md")


def _command(readme: str, name: str) -> str:
    """Give the code block below a mark; `.ci/run` finds it in the same way."""
    found = re.search(rf"<!-- command: {name} -->\n+```\w*\n(.*?)\n```", (ROOT / readme).read_text("utf-8"), re.DOTALL)
    return found[1] if found else ""


@pytest.mark.parametrize("readme", READMES)
def test_it_marks_the_command_that_runs_the_main_job(readme: str) -> None:
    assert "perfrules evaluate" in _command(readme, "run")


@pytest.mark.parametrize("readme", READMES)
def test_it_marks_the_command_that_runs_the_tests(readme: str) -> None:
    assert "pytest" in _command(readme, "test")


@pytest.mark.parametrize("name", ["run", "test"])
def test_both_languages_give_the_same_command(name: str) -> None:
    assert len({_command(readme, name) for readme in READMES}) == 1


def test_ci_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


DOCUMENTS = sorted(path.relative_to(ROOT) for path in project_files() if path.suffix == ".md")


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_every_link_inside_the_project_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", (ROOT / document).read_text("utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (ROOT / document.parent / link).exists()] == []
