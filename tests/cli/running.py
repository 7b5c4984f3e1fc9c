"""The command line as programs see it: arguments in; exit code, standard output and error out."""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from unittest import mock

import attrs

from perfrules.cli import main
from perfrules.data import resource

TABLES = str(resource("rulesets/gaoxin-keji-2023"))
ACTUALS = resource("rulesets/gaoxin-keji-2023/示例")
WORKBOOK = str(ACTUALS / "actuals-2023.xlsx")
CSV = str(ACTUALS / "actuals-2023.csv")
SPENDING = str(ACTUALS / "spending-2023.csv")

WIDE = {"COLUMNS": "120"}


@attrs.frozen
class Done:
    """What a run left: its exit code and what it printed."""

    code: int
    out: str
    err: str


def run(*arguments: str, stdin: bytes = b"", encoding: str = "utf-8", environment: Mapping[str, str] = WIDE) -> Done:
    """Run `perfrules` in this process, with streams of the given encoding that are no terminal."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n") for _ in range(2))
    with (
        redirect_stdout(out),
        redirect_stderr(err),
        mock.patch("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")),
        mock.patch.dict(os.environ, environment),
    ):
        try:
            code = main(arguments)
        except SystemExit as stop:  # argparse leaves this way
            code = int(stop.code or 0)
    return Done(code, _text(out), _text(err))


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode(stream.encoding)  # type: ignore[attr-defined,no-any-return]


def run_process(*arguments: str) -> Done:
    """Run `perfrules` in a process of its own, as people do."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", "import sys; from perfrules.cli import main; sys.exit(main())", *arguments],
        env={**os.environ, **WIDE, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


@cache
def demonstrate(*more: str, encoding: str = "utf-8", columns: int = 120) -> Done:
    """Evaluate the document of 2023 with its demonstration actuals; the same call runs only once."""
    arguments = ("evaluate", TABLES, "--actuals", WORKBOOK, *more)
    return run(*arguments, encoding=encoding, environment={"COLUMNS": str(columns)})
