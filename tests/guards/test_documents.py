"""Documents keep their promises: commands that are checked, and links that lead somewhere."""

import os
import re
from pathlib import Path
from urllib.parse import unquote

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


HOME = ROOT / "docs" / "site" / "index.md"
"""The home of the site, which links to pages of the site; its generator checks them."""

DOCUMENTS = sorted(path.relative_to(ROOT) for path in project_files() if path.suffix == ".md" and path != HOME)


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_every_link_inside_the_project_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)", (ROOT / document).read_text("utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not _is_there(ROOT / document, *link.partition("#")[::2])] == []


def _is_there(document: Path, link: str, anchor: str) -> bool:
    target = document.parent / link if link else document
    return target.exists() and (not anchor or unquote(anchor) in _anchors(target))


def _anchors(document: Path) -> set[str]:
    """Give the anchors of the headings, made as GitHub and the site make them."""
    headings = re.findall(r"^#+ (.+)$", document.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in headings}


def test_the_guard_sees_an_anchor_that_leads_nowhere() -> None:
    document = ROOT / "docs" / "architecture.md"
    assert _is_there(document, "", "code-map")
    assert not _is_there(document, "", "no-such-part")
    assert not _is_there(document, "glossary.md", "no-such-part")
