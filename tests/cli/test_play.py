"""`perfrules play --terminal` for programs: lines in, lines out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.running import run


def test_lines_of_a_pipe_are_answered_until_it_ends() -> None:
    done = run("play", "--terminal", stdin="≥60家 | 58家\n≤3%|2%".encode())
    assert (done.code, done.err) == (0, "")
    assert "结论：未达成。" in done.out
    assert "结论：达成。" in done.out
    assert ">" not in done.out


def test_it_ends_where_it_is_told_to() -> None:
    assert run("play", "--terminal", stdin=":退出\n≥60家 | 58家".encode()).out == ""


def test_a_pipe_with_an_unknown_command_is_not_fine() -> None:
    done = run("play", "--terminal", stdin=":年 2023\n≥60家 | 58家".encode())
    assert done.code == 2
    assert "PF926" in done.out
    assert "结论" in done.out


def test_rulesets_bring_their_schemes(tmp_path: Path) -> None:
    own = tmp_path / "某省.rules"
    own.write_text("评分办法 某省\n  继承：central/mof-2020-10\n", "utf-8")
    done = run("play", "--terminal", str(own), stdin="≥60家 | 58家".encode())
    assert "  9.67  某省\n" in done.out


def test_rulesets_with_mistakes_are_refused(tmp_path: Path) -> None:
    own = tmp_path / "某省.rules"
    own.write_text("评分办法 某省\n  乱写：1\n", "utf-8")
    done = run("play", "--terminal", str(own), stdin="≥60家".encode())
    assert (done.code, done.out) == (2, "")
    assert "某省.rules" in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 没有伪终端")
def test_a_person_gets_a_prompt_and_ends_it_with_ctrl_d() -> None:
    import pty  # noqa: PLC0415 - only where there is one

    keyboard, terminal = pty.openpty()
    program = "import sys; from perfrules.cli import main; sys.exit(main(['play', '--terminal']))"
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "TERM": "dumb"}
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", program], env=environment, stdin=terminal, stdout=terminal, stderr=terminal
    ) as process:
        os.close(terminal)
        shown = _read_until(keyboard, "> ")
        os.write(keyboard, "≥60家 | 58家\n".encode())
        shown += _read_until(keyboard, "\n> ")
        os.write(keyboard, b"\x04")
        assert process.wait(timeout=120) == 0
    os.close(keyboard)
    assert "写“指标值 | 实际完成值”试一试" in shown
    assert "结论：未达成。" in shown


def _read_until(keyboard: int, end: str) -> str:
    read = b""
    while not read.decode(errors="ignore").replace("\r\n", "\n").endswith(end):
        read += os.read(keyboard, 4096)
    return read.decode()


def test_a_port_that_is_none_is_refused() -> None:
    for text in ("70000", "-1", "八千"):
        done = run("play", "--port", text)
        assert done.code == 2
        assert "端口" in done.err
