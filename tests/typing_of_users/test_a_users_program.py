"""What a user gets from the wheel, in an environment of its own: a program that runs, with types that checkers know."""

import ast
import os
import shutil
import subprocess
import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path

import pytest

import perfrules
from guards.checkout import ROOT

PROGRAM = Path(__file__).with_name("program.py")
BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "MYPYPATH"}}
    done = subprocess.run(  # noqa: S603 - our own words
        [*map(str, command)],
        cwd=cwd,
        env=environment | {"PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel installed by pip; the libraries behind it are those of this one."""
    folder = tmp_path_factory.mktemp("user")
    wheel = folder / run(sys.executable, "-c", BUILD, folder).split()[-1]
    run(sys.executable, "-m", "venv", folder / "venv")
    made = folder / "venv" / "bin" / "python"
    run(made, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel)
    site = Path(run(made, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return made


def test_the_program_uses_every_public_name() -> None:
    tree = ast.parse(PROGRAM.read_text("utf-8"))
    used = {
        each.attr
        for each in ast.walk(tree)
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name) and each.value.id == "pr"
    }
    assert used == set(perfrules.__all__)


def test_it_runs_with_what_was_installed(python: Path, tmp_path: Path) -> None:
    where = Path(run(python, "-c", "import perfrules; print(perfrules.__file__)", cwd=tmp_path).strip())
    assert where.is_relative_to(python.parents[1])
    assert (where.parent / "py.typed").is_file()
    lines = run(python, PROGRAM, cwd=tmp_path).splitlines()
    assert lines[:7] == ["≥90%", "89.6%", "未达成", "224/225", "企业满意度：(90%, ∞)", "PF101", "警告"]
    assert "PF" in lines[-1]


def test_the_readme_is_true_of_what_was_installed(python: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "rulesets", tmp_path / "rulesets")
    shutil.copy(ROOT / "README.md", tmp_path)
    program = "import doctest; print(doctest.testfile('README.md', module_relative=False, encoding='utf-8'))"
    assert "failed=0" in run(python, "-c", program, cwd=tmp_path)


@pytest.mark.skipif(find_spec("mypy") is None, reason="没有安装 mypy（pip install .[lint]）")
def test_mypy_knows_its_types(python: Path, tmp_path: Path) -> None:
    shutil.copy(PROGRAM, tmp_path)
    strict = ("--strict", "--config-file=", "--no-incremental", "--python-executable", python)
    assert "Success" in run(sys.executable, "-m", "mypy", *strict, "program.py", cwd=tmp_path)


@pytest.mark.skipif(shutil.which("pyright") is None, reason="没有安装 pyright（npm install pyright）")
def test_pyright_knows_its_types(python: Path, tmp_path: Path) -> None:
    shutil.copy(PROGRAM, tmp_path)
    (tmp_path / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}', "utf-8")
    assert "0 errors" in run(shutil.which("pyright") or "", "--pythonpath", python, "program.py", cwd=tmp_path)
