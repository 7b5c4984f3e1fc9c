"""`perfrules play --terminal` for programs: lines in, lines out."""

from pathlib import Path

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
