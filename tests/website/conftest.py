"""The site, built once: `PERFRULES_SITE` names a folder that `docs/site/build.py` has already filled."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from guards.checkout import ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site. A build with a warning fails."""
    if ready := os.environ.get("PERFRULES_SITE"):
        return Path(ready).absolute() / "site"
    if importlib.util.find_spec("zensical") is None:
        pytest.skip("没有安装文档网站的生成器（pip install '.[docs]'）")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, str(ROOT / "docs" / "site" / "build.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)  # noqa: S603 - our own script
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"
