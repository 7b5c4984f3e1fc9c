"""Whoever asks for a file is told that it is there, and the heart of what it says."""

import subprocess
import sys
from pathlib import Path

import pytest

from perfrules.cli import main

TABLE = """目标表 演示
  年度：2023
  产出指标
    数量指标
      补助企业数：≥60家
"""


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "json", "html"])
def test_a_file_that_was_written_is_named_with_its_score(
    suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules, actuals, output = tmp_path / "表.rules", tmp_path / "实际.csv", tmp_path / f"自评.{suffix}"
    rules.write_text(TABLE, "utf-8")
    actuals.write_text("三级指标,实际完成值\n补助企业数,30家\n", "utf-8")
    main(["evaluate", str(rules), "--actuals", str(actuals), "-o", str(output)])
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"已写好：{output}" in printed.err
    assert "等次" in printed.err


def test_the_program_runs_as_a_module() -> None:
    ran = subprocess.run([sys.executable, "-m", "perfrules", "check", "≥90%", "95%"], capture_output=True, check=False)
    assert ran.returncode == 0
