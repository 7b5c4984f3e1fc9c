"""The hooks for pre-commit: each lets a good repository through, and stops a bad one."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from guards.checkout import ROOT
from repositories.office import perfrules_here, write

HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
}

BENEFIT = "  效益指标\n    社会效益指标\n      参加人次增长率：≥5%\n"
SPOILED = {
    "perfrules-fmt": ("目标表.rules", "  部门：", "  部门 : ", "目标表.rules：要排版"),
    "perfrules-check": ("目标表.rules", "≥90%", "≥%", "PF101"),
    "perfrules-test": ("某省.rules", "得分 0", "得分 5.83", "得分应为5.83"),
    "perfrules-review": ("目标表.rules", BENEFIT, "", "PR111 没有效益指标"),
}
"""What spoils the repository for each hook: file, text, text in its place, and what the hook says then."""


def _run(hook: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a hook as pre-commit would."""
    program, *arguments = shlex.split(HOOKS[hook]["entry"])
    assert program == "perfrules"
    names = [path.name for path in folder.glob("*.rules")] if HOOKS[hook].get("pass_filenames", True) else []
    return perfrules_here(folder, *arguments, *HOOKS[hook].get("args", []), *names)


def test_there_is_a_bad_repository_for_every_hook() -> None:
    assert SPOILED.keys() == HOOKS.keys()


@pytest.mark.parametrize("hook", HOOKS)
def test_a_good_repository_passes(hook: str, tmp_path: Path) -> None:
    write(tmp_path)
    done = _run(hook, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("hook", HOOKS)
def test_a_bad_repository_is_stopped(hook: str, tmp_path: Path) -> None:
    write(tmp_path)
    name, right, wrong, said = SPOILED[hook]
    text = (tmp_path / name).read_text("utf-8")
    assert right in text
    (tmp_path / name).write_text(text.replace(right, wrong), "utf-8")
    done = _run(hook, tmp_path)
    assert done.returncode != 0
    assert said in done.stdout + done.stderr


@pytest.mark.skipif(
    shutil.which("pre-commit") is None or "PERFRULES_NETWORK" not in os.environ,
    reason="pre-commit 没有安装，或者没有写 PERFRULES_NETWORK=1（它要从 PyPI 装 perfrules 用的库）",
)
def test_pre_commit_itself_runs_them(tmp_path: Path) -> None:
    write(tmp_path)
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / ".home")}
    for command in (
        ["git", "init", "--quiet"],
        ["git", "add", "目标表.rules", "某省.rules"],
        ["pre-commit", "try-repo", str(ROOT), "--all-files", "--verbose"],
    ):
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
        assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Passed") == len(HOOKS)
