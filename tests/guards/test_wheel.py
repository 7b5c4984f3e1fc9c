"""What is shipped is the wheel, not the checkout: it holds everything, and works where there is no checkout."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from guards.checkout import ROOT

DATA = ("grammar", "rulesets", "docs/diagnostics", "docs/schema", "docs/templates")
"""Folders at the top of the project that the wheel carries inside the package."""

BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
"""What every installer calls to build a wheel; asking the build backend itself needs no network."""

SMOKE = """
import sys
from pathlib import Path
import perfrules as pr
from perfrules.diagnostics import Severity

installed = Path(sys.argv[1])
assert Path(pr.__file__).is_relative_to(installed), pr.__file__
assert pr.check("10万元/家", "100000元/户").verdict is pr.Verdict.MET
demonstration = installed / "perfrules/_data/rulesets/gaoxin-keji-2023"
ruleset = pr.load(demonstration)
report = ruleset.evaluate([demonstration / "示例" / f"{name}-2023.csv" for name in ("actuals", "spending")])
wrong = [str(d) for d in (*ruleset.diagnostics, *report.diagnostics) if d.severity is Severity.ERROR]
assert not wrong, wrong
assert len(report.projects) == 3
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it, which for pure Python is what installing is."""
    folder = tmp_path_factory.mktemp("wheel")
    built = _python(folder, "-c", BUILD, str(folder), cwd=ROOT)
    target = folder / "installed"
    with zipfile.ZipFile(folder / built.split()[-1]) as wheel:
        wheel.extractall(target)
    return target


def _python(path: Path, *arguments: str, cwd: Path) -> str:
    """Run Python with `path` before everything installed, and give what it prints."""
    environment = {**os.environ, "PYTHONPATH": str(path), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(  # noqa: S603 - our own Python
        [sys.executable, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("folder", DATA)
def test_the_wheel_holds_every_shipped_text(installed: Path, folder: str) -> None:
    written = {path.relative_to(ROOT) for path in (ROOT / folder).rglob("*") if path.is_file()}
    data = installed / "perfrules" / "_data"
    assert written
    assert written == {path.relative_to(data) for path in (data / folder).rglob("*") if path.is_file()}


def test_the_wheel_holds_the_package_and_nothing_else(installed: Path) -> None:
    tops = {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")}
    assert tops == {"perfrules"}
    assert (installed / "perfrules" / "py.typed").is_file()


def test_the_installed_package_does_its_job_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    _python(installed, "-c", SMOKE, str(installed), cwd=tmp_path)


def test_the_installed_package_meets_the_specification(installed: Path, tmp_path: Path) -> None:
    for part in ("spec", "specification", "conftest.py"):
        copy = shutil.copytree if (ROOT / "tests" / part).is_dir() else shutil.copy
        copy(ROOT / "tests" / part, tmp_path / part)
    modules = str(installed / "perfrules")
    options = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--doctest-modules", f"--rootdir={tmp_path}")
    _python(installed, "-m", "pytest", *options, str(tmp_path / "spec"), modules, cwd=tmp_path)
