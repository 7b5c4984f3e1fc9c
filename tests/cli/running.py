"""The command line in a process of its own, as people run it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cache

from perfrules.data import resource

TABLES = str(resource("rulesets/gaoxin-keji-2023"))
ACTUALS = resource("rulesets/gaoxin-keji-2023/示例")
WORKBOOK = str(ACTUALS / "actuals-2023.xlsx")
CSV = str(ACTUALS / "actuals-2023.csv")
SPENDING = str(ACTUALS / "spending-2023.csv")


def run(
    *arguments: str, stdin: bytes = b"", environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `perfrules` with these arguments; output is decoded as UTF-8 unless `PYTHONIOENCODING` says otherwise."""
    settings = {"PYTHONIOENCODING": "utf-8", **(environment or {})}
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", "import sys; from perfrules.cli import main; sys.exit(main())", *arguments],
        env={**os.environ, **settings},
        input=stdin,
        capture_output=True,
        check=False,
    )
    encoding = settings["PYTHONIOENCODING"]
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding)
    )


@cache
def demonstrate(*more: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Evaluate the document of 2023 with its demonstration actuals; the same call runs only once."""
    return run("evaluate", TABLES, "--actuals", WORKBOOK, *more, environment=environment)
