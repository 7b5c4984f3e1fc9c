"""A repository of rulesets as an office would have it, and programs run in it."""

import os
import subprocess
import sys
from pathlib import Path

import perfrules

SOURCE = Path(perfrules.__file__).parents[1]

TABLE = """目标表 科普活动
  年度：2025年
  部门：某区科协
  预算：12万元
  目标：办好科普活动，受众满意。

  产出指标
    数量指标
      活动场次：≥12场
  效益指标
    社会效益指标
      参加人次增长率：≥5%
  满意度指标
    服务对象满意度指标
      受众满意度：≥90%
"""
SCHEME = """评分办法 某省
  继承：central/mof-2020-10

  得分
    完成率 < 60%：0
    其余：照继承

  试算 低于六成    一级指标 产出指标    分值 10
    活动场次：≥12场    实际值 7场    得分 0
"""


def write(folder: Path) -> None:
    """Put the rulesets into a folder, laid out as `perfrules fmt` does."""
    for name, text in (("目标表.rules", TABLE), ("某省.rules", SCHEME)):
        (folder / name).write_text(text, "utf-8")
    perfrules_here(folder, "fmt", ".")


def commands(folder: Path) -> dict[str, str]:
    """Give an environment in which `perfrules` is this checkout."""
    folder.mkdir()
    for name, module in (("perfrules", "perfrules"), ("python", "")):
        command = f'exec {sys.executable} {f"-m {module}" if module else ""} "$@"'
        (folder / name).write_text(f"#!/bin/sh\n{command}\n", "utf-8")
        (folder / name).chmod(0o755)
    path = os.pathsep.join((str(folder), os.environ["PATH"]))
    return {**os.environ, "PATH": path, "PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1"}


def perfrules_here(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `perfrules` in a folder."""
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1"}
    return subprocess.run(  # noqa: S603 - our own Python
        [sys.executable, "-m", "perfrules", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
