"""The rulesets that are shipped are written as perfrules itself would lay them out."""

from pathlib import Path

import pytest

from guards.checkout import ROOT, project_files
from perfrules.formatting import format_source
from perfrules.source import Source

RULESETS = sorted(path.relative_to(ROOT) for path in project_files() if path.suffix == ".rules")


@pytest.mark.parametrize("path", RULESETS, ids=str)
def test_it_is_laid_out(path: Path) -> None:
    text = (ROOT / path).read_bytes().decode()
    assert format_source(Source(str(path), text)).text == text, f"请运行：perfrules fmt {path}"
