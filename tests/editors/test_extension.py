"""The extension as it is packaged, under a stub of VS Code, with the real server."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from editors.coloured import EXTENSION
from perfrules.diagnostics import Code

pytest.importorskip("pygls", reason="语言服务器要装 perfrules[lsp]")

NODE = shutil.which("node")
BUNDLE = EXTENSION / "dist" / "extension.js"

pytestmark = pytest.mark.skipif(
    NODE is None or not BUNDLE.is_file(),
    reason="要有 node，并先在 docs/editors/vscode 运行 npm install 和 npm run build",
)


def _tried(folder: Path, *, trusted: bool = True, **settings: str) -> dict[str, Any]:
    """Start the extension with a file that has one mistake, call every command, and end it."""
    assert NODE is not None
    file = folder / "甲.rules"
    file.write_text("目标表 甲\n  年份：2023\n", "utf-8")
    given = {"python": "", "path": "", **settings}
    told = {"bundle": str(BUNDLE), "file": str(file), "text": file.read_text("utf-8"), "trusted": trusted, **given}
    program = [NODE, str(Path(__file__).with_name("extension.mjs"))]
    done = subprocess.run(program, input=json.dumps(told), capture_output=True, text=True, check=False, timeout=120)  # noqa: S603 - our own script
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def test_it_starts_the_server_and_shows_what_it_finds(tmp_path: Path) -> None:
    seen = _tried(tmp_path, python=sys.executable)
    assert seen["answered"] == "answered"
    assert [(each["line"], each["code"]) for each in seen["diagnostics"]] == [(1, Code.FIELD_UNKNOWN.id)]
    assert not seen["errors"]


def test_its_commands_run_perfrules_on_the_file(tmp_path: Path) -> None:
    file = str(tmp_path / "甲.rules")
    own = [sys.executable, "-m", "perfrules"]
    assert _tried(tmp_path, python=sys.executable)["tasks"] == [
        {"name": "试算", "program": [*own, "test", "--detail", file]},
        {"name": "审核", "program": [*own, "review", file]},
        {"name": "试一试", "program": [*own, "play", "--open"]},
    ]


def test_it_says_what_to_do_where_there_is_no_perfrules(tmp_path: Path) -> None:
    (message,) = _tried(tmp_path, path=str(tmp_path / "nothing"))["errors"]
    assert str(message).endswith("请安装 perfrules，或者在设置里写明它在哪里。")


def test_it_finds_the_virtual_environment_of_the_folder(tmp_path: Path) -> None:
    own = tmp_path / ".venv" / "bin" / "perfrules"
    own.parent.mkdir(parents=True)
    own.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m perfrules "$@"\n', "utf-8")
    own.chmod(0o755)
    seen = _tried(tmp_path)
    assert seen["answered"] == "answered"
    assert not seen["errors"]


def test_it_starts_nothing_in_a_folder_that_is_not_trusted(tmp_path: Path) -> None:
    seen = _tried(tmp_path, trusted=False, path=str(tmp_path / "nothing"))
    assert not seen["diagnostics"]
    assert not seen["errors"]
