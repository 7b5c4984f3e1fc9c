"""The checkout, as the guards look at it."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "perfrules"

MODULES = {path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")}
"""Every module of the package: its path below `perfrules/`, and its syntax tree."""


def project_files() -> Iterator[Path]:
    """Give the files that are part of the project: what git tracks, or everything where there is no git."""
    if (ROOT / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)  # noqa: S607 - git is on the path wherever there is a checkout
        yield from (ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file())
    else:
        yield from (path for path in ROOT.rglob("*") if path.is_file() and path.suffix != ".pyc")
