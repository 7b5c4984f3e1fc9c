"""`perfrules fmt` on files as people have them."""

import os
import stat
from pathlib import Path

import pytest

from cli.running import Done, run

UGLY = "目标表 甲\n\t年度:2023\n"
TIDY = "目标表 甲\n  年度：2023\n"
BROKEN = "目标表 甲\n    年度:2023\n  部门:乙\n"


@pytest.fixture
def ugly(tmp_path: Path) -> Path:
    path = tmp_path / "甲.rules"
    path.write_text(UGLY, "utf-8")
    return path


def test_a_file_is_laid_out_and_named_and_the_second_time_nothing_happens(ugly: Path) -> None:
    assert run("fmt", str(ugly)) == Done(0, f"{ugly}：已排版\n", "")
    assert ugly.read_text("utf-8") == TIDY
    assert run("fmt", str(ugly)) == Done(0, "", "")


def test_check_only_says_which_files_are_not_laid_out(ugly: Path) -> None:
    done = run("fmt", "--check", str(ugly))
    assert (done.code, done.out) == (1, f"{ugly}：要排版\n")
    assert ugly.read_text("utf-8") == UGLY


def test_diff_shows_what_would_change(ugly: Path) -> None:
    done = run("fmt", "--diff", str(ugly))
    assert done.code == 1
    assert "\n-\t年度:2023\n+  年度：2023\n" in done.out
    assert ugly.read_text("utf-8") == UGLY


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_a_file_that_is_laid_out_passes(ugly: Path, option: str) -> None:
    ugly.write_text(TIDY, "utf-8")
    assert run("fmt", option, str(ugly)).code == 0


@pytest.mark.parametrize(
    "data",
    [UGLY.encode("utf-8-sig"), TIDY.encode("utf-8-sig"), TIDY.replace("\n", "\r\n").encode(), TIDY.rstrip().encode()],
    ids=["标记", "只有标记", "回车", "没有换行"],
)
def test_what_windows_leaves_in_files_goes(ugly: Path, data: bytes) -> None:
    ugly.write_bytes(data)
    assert run("fmt", "--check", str(ugly)).code == 1
    assert run("fmt", str(ugly)).code == 0
    assert ugly.read_bytes() == TIDY.encode()


def test_a_file_with_a_mistake_is_left_alone_and_the_others_are_laid_out(ugly: Path, tmp_path: Path) -> None:
    broken = tmp_path / "乙.rules"
    broken.write_text(BROKEN, "utf-8")
    done = run("fmt", str(tmp_path))
    assert done.code == 2
    assert "PF604" in done.err
    assert f"{broken} 第3行第3列" in done.err
    assert (broken.read_text("utf-8"), ugly.read_text("utf-8")) == (BROKEN, TIDY)


def test_a_folder_stands_for_its_files_those_of_tests_too(ugly: Path, tmp_path: Path) -> None:
    test = tmp_path / "下级" / "甲_test.rules"
    test.parent.mkdir()
    test.write_text(UGLY, "utf-8")
    assert len(run("fmt", str(tmp_path), str(ugly)).out.splitlines()) == 2
    assert test.read_text("utf-8") == TIDY


def test_permissions_and_links_stay(ugly: Path, tmp_path: Path) -> None:
    ugly.chmod(0o640)
    link = tmp_path / "链接.rules"
    link.symlink_to(ugly)
    assert run("fmt", str(link)).code == 0
    assert link.is_symlink()
    assert ugly.read_text("utf-8") == TIDY
    assert stat.S_IMODE(ugly.stat().st_mode) == 0o640
    assert sorted(os.listdir(tmp_path)) == sorted(["甲.rules", "链接.rules"])


def test_standard_input_goes_to_standard_output() -> None:
    assert run("fmt", "-", stdin=UGLY.encode("utf-8-sig")) == Done(0, TIDY, "")


@pytest.mark.parametrize(("data", "out"), [(BROKEN.encode(), BROKEN), (b"\xff", "")])
def test_standard_input_with_a_mistake_is_given_as_it_is(data: bytes, out: str) -> None:
    done = run("fmt", "-", stdin=data)
    assert (done.code, done.out) == (2, out)


def test_a_file_that_cannot_be_written_stays_as_it_is(ugly: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "不许写", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    done = run("fmt", str(ugly))
    assert (done.code, "PF743" in done.err) == (2, True)
    assert ugly.read_text("utf-8") == UGLY
    assert os.listdir(ugly.parent) == ["甲.rules"]


def test_files_that_cannot_be_read_are_bad_use(tmp_path: Path) -> None:
    other = tmp_path / "甲.rules"
    other.write_bytes("目标表 甲".encode("gb18030"))
    done = run("fmt", str(other), str(tmp_path / "没有.rules"))
    assert done.code == 2
    assert "PF701" in done.err
    assert other.read_bytes() == "目标表 甲".encode("gb18030")
