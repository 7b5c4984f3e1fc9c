"""Forms that went through LibreOffice, whose files differ from those of Excel and Word, are read as the same tables."""

import shutil
import subprocess
from pathlib import Path

import pytest

from perfrules import load, read
from perfrules.data import resource
from perfrules.tables import GoalTable

OFFICE = shutil.which("soffice")
PROJECTS = 3
"""Those of the document of 2023; that of the department has narrative between its tables."""


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("way", [("xlsx",), ("ods", "xlsx"), ("xls",), ("docx",), ("odt", "docx")], ids="-".join)
def test_a_form_comes_back_the_same(way: tuple[str, ...], tmp_path: Path) -> None:
    suffix = "docx" if "docx" in way else "xlsx"
    ruleset = load(resource("rulesets/gaoxin-keji-2023"))
    form = tmp_path / f"表.{suffix}"
    (ruleset.to_docx if suffix == "docx" else ruleset.to_xlsx)(form)
    converted = form
    for number, kind in enumerate(way):
        converted = _converted(converted, kind, tmp_path / str(number))
    before, after = ({table.name: table for table in read(file).goal_tables} for file in (form, converted))
    names = [name for name in before if name in {table.name for table in ruleset.goal_tables if table.indicators}]
    assert len(names) >= PROJECTS
    assert {name: _shown(before[name]) for name in names} == {name: _shown(after[name]) for name in names}


def _converted(file: Path, kind: str, folder: Path) -> Path:
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    subprocess.run(  # noqa: S603 - LibreOffice, on a file of our own
        [str(OFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(file)],
        capture_output=True,
        check=True,
        timeout=300,
    )
    return folder / f"{file.stem}.{kind}"


def _shown(table: GoalTable) -> tuple[object, ...]:
    lines = [
        (each.category, each.subcategory, each.name, each.description, each.target.text, each.basis, each.weight)
        for each in table.indicators
    ]
    return table.name, table.code, table.year, table.budget, table.plan, table.goals, lines
