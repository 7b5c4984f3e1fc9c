"""Every command ends with a message and code 1 or 2 whatever it is given, never with a traceback."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from cli.running import CSV, TABLES, run
from hostile import files

OFFICE = {
    name: files.FILES[name]
    for name in ("doc entities.docx", "book entities.xlsx", "book path up.xlsx", "old noise.xls")
}


def _written(data: bytes, name: str) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return write


def _fifo(folder: Path) -> Path:
    os.mkfifo(folder / "管道.rules")
    return folder / "管道.rules"


def _ring(folder: Path) -> Path:
    (folder / "一.rules").symlink_to("二.rules")
    (folder / "二.rules").symlink_to("一.rules")
    return folder / "一.rules"


def _dangling(folder: Path) -> Path:
    (folder / "断.xlsx").symlink_to("没有")
    return folder / "断.xlsx"


def _empty_folder(folder: Path) -> Path:
    (folder / "空").mkdir()
    return folder / "空"


def _folder_of_odd_files(folder: Path) -> Path:
    inside = folder / "杂"
    (inside / "a.rules").mkdir(parents=True)
    (inside / "b.xlsx").mkdir()
    os.mkfifo(inside / "c.rules")
    (inside / "d.rules").symlink_to(inside)
    (inside / "e.csv").symlink_to("没有")
    (inside / "f.rules").write_bytes(b"\xff\xfe\x00")
    return inside


BAD: Mapping[str, Callable[[Path], Path]] = {
    "missing": lambda folder: folder / "没有.rules",
    "name too long": lambda folder: folder / f"{'长' * 100}.rules",
    "path through a file": lambda folder: _written(b"", "a")(folder) / "b.rules",
    "name that is no text": _written(b"\xff", "\udcff.rules"),
    "empty": _written(b"", "空.rules"),
    "noise": _written(bytes(range(256)) * 9, "杂.rules"),
    "zip as rules": _written(files.workbook(), "表.rules"),
    "picture as workbook": _written(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "图.xlsx"),
    "cut document": _written(files.document(files.table(files.TABLE))[:200], "断.docx"),
    "cut workbook": _written(files.workbook()[:900], "断.xlsx"),
    "nul in rules": _written(b"\0\0\n", "零.rules"),
    "deep json": _written(b"[" * 200_000, "深.json"),
    "long number in json": _written(b'{"tables": ' + b"9" * 9000 + b"}", "长.json"),
    "other json": _written(b'{"tables": [{"lines": 5}], "evidence": []}', "别.json"),
    "json of no text": _written(b'{"\\ud800": "\xff"}', "乱.json"),
    "pipe": _fifo,
    "ring of links": _ring,
    "link to nothing": _dangling,
    "device": lambda folder: Path("/dev/zero"),
    "empty folder": _empty_folder,
    "folder of odd files": _folder_of_odd_files,
    **{name: _written(make(), name) for name, make in OFFICE.items()},
}

COMMANDS = {
    "evaluate rules": ("evaluate", "?", "--actuals", CSV),
    "evaluate actuals": ("evaluate", TABLES, "--actuals", CSV, "?"),
    "evaluate audit": ("evaluate", "--audit", "?"),
    "evaluate template": ("evaluate", TABLES, "--actuals", CSV, "-o", "!.xlsx", "--template", "?"),
    "review": ("review", "?"),
    "review settings": ("review", TABLES, "--settings", "?"),
    "review last year": ("review", TABLES, "--last-year", "?"),
    "monitor rules": ("monitor", "?", "--actuals", CSV, "--as-of", "2023-07-31"),
    "monitor actuals": ("monitor", TABLES, "--actuals", "?", "--as-of", "2023-07-31"),
    "import": ("import", "?"),
    "export": ("export", "?", "-o", "!.docx"),
    "export template": ("export", TABLES, "-o", "!.docx", "--template", "?"),
    "diff old": ("diff", "?", TABLES),
    "diff new": ("diff", TABLES, "?"),
    "report": ("report", "?"),
    "report actuals": ("report", TABLES, "--actuals", "?"),
    "check files": ("check", "--files", "?"),
    "check rules": ("check", "≥1家", "1家", "--rules", "?"),
    "parse rules": ("parse", "≥1家", "--rules", "?"),
    "fmt": ("fmt", "--check", "?"),
    "test": ("test", "?"),
    "explain": ("explain", "central/mof-2020-10", "--rules", "?"),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_bad_input_ends_with_a_message(command: str, tmp_path: Path) -> None:
    for index, (kind, make) in enumerate(BAD.items()):
        folder = tmp_path / str(index)
        folder.mkdir()
        bad, output = str(make(folder)), str(folder / "出")
        before = sorted(folder.rglob("*"))
        arguments = [each.replace("!", output).replace("?", bad) for each in COMMANDS[command]]
        done = run(*arguments)
        if command == "fmt" and kind in ("empty", "nul in rules"):  # nothing there is out of order
            continue
        assert done.code in (1, 2), (kind, done.out[-500:], done.err[-500:])
        assert (done.out + done.err).strip(), kind
        assert sorted(folder.rglob("*")) == before, kind


OUTPUTS: Mapping[str, Callable[[Path], Path]] = {
    "a folder": _empty_folder,
    "a folder that is not there": lambda folder: folder / "没有" / "出.json",
    "a pipe": _fifo,
    "a device": lambda _: Path("/dev/full"),
    "a name too long": lambda folder: folder / ("长" * 100),
    "a ring of links": _ring,
}
WRITING = {
    "evaluate": ("evaluate", TABLES, "--actuals", CSV, "--format", "json", "-o"),
    "monitor": ("monitor", TABLES, "--actuals", CSV, "--as-of", "2023-07-31", "--format", "json", "-o"),
    "review": ("review", TABLES, "-o"),
    "report": ("report", TABLES, "--actuals", CSV, "-o"),
    "diff": ("diff", TABLES, TABLES, "-o"),
}


@pytest.mark.parametrize("command", WRITING)
def test_what_cannot_be_written_is_told_and_stays_as_it_was(command: str, tmp_path: Path) -> None:
    for index, (kind, make) in enumerate(OUTPUTS.items()):
        folder = tmp_path / str(index)
        folder.mkdir()
        output = make(folder)
        before = sorted(folder.rglob("*"))
        done = run(*WRITING[command], str(output))
        assert (done.code, "PF743" in done.err) == (2, True), (kind, done.err)
        assert sorted(folder.rglob("*")) == before, kind
    assert Path("/dev/full").is_char_device()


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    output = tmp_path / "出.json"
    output.write_text("旧的")
    program = "import sys; from perfrules.cli import main; sys.exit(main())"
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program, *WRITING["evaluate"], str(output)],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, b"PF743" in done.stderr) == (2, True), done.stderr
    assert output.read_text() == "旧的"
    assert list(tmp_path.iterdir()) == [output]


def test_a_full_output_is_told_without_a_traceback() -> None:
    program = "import sys; from perfrules.cli import main; sys.exit(main())"
    with open("/dev/full", "wb") as full:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", program, "parse", "≥1家"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert b"PF743" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("same", ["itself", "symlink", "hardlink"])
def test_an_input_is_not_written_over(same: str, tmp_path: Path) -> None:
    data, output = tmp_path / "a.csv", tmp_path / "b.csv"
    data.write_bytes(Path(CSV).read_bytes())
    match same:
        case "itself":
            output = data
        case "symlink":
            output.symlink_to(data)
        case _:
            output.hardlink_to(data)
    done = run("report", TABLES, "--actuals", str(data), "--format", "csv", "-o", str(output))
    assert (done.code, "PF742" in done.err) == (2, True)
    assert data.read_bytes() == Path(CSV).read_bytes()


def test_an_interruption_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("perfrules.filling.writing.shutil.copymode", interrupted)
    output = tmp_path / "出.json"
    output.write_text("旧的")
    done = run(*WRITING["evaluate"], str(output))
    assert (done.code, "已中断" in done.err) == (130, True)
    assert output.read_text() == "旧的"
    assert list(tmp_path.iterdir()) == [output]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can try what others may not read")
def test_what_may_not_be_read_or_written_is_told(tmp_path: Path) -> None:
    secret = tmp_path / "a.csv"
    secret.write_bytes(b"x")
    secret.chmod(0)
    os.seteuid(65534)
    try:
        with suppress(PermissionError):
            secret.read_bytes()
            pytest.skip("this file system knows no permissions")
        for command in (
            ("import", str(secret)),
            ("evaluate", TABLES, "--actuals", str(secret)),
            ("report", str(secret)),
        ):
            done = run(*command)
            assert done.code == 2
            assert "PF702" in done.err + done.out
    finally:
        os.seteuid(0)


def test_what_holds_nothing_is_told(tmp_path: Path) -> None:
    assert "PF853" in run("import", str(tmp_path)).err
    (tmp_path / "空.rules").write_bytes(b" \n")
    assert "PF703" in run("review", str(tmp_path)).err
