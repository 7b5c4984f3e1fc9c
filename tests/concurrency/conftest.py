"""A ruleset with words of its own, on disk."""

from pathlib import Path

import pytest

from concurrency.jobs import TABLE, WORDS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "用语.rules").write_text(WORDS, "utf-8")
    (tmp_path / "菜地.rules").write_text(TABLE, "utf-8")
    return tmp_path
