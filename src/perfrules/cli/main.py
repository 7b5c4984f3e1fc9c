"""The entry point: finds the command, runs it, and turns what was raised into an exit code."""

import os
import sys
from collections.abc import Sequence

from perfrules.cli import (
    check,
    diff,
    evaluate,
    explain,
    export,
    fmt,
    importing,
    lsp,
    monitor,
    new,
    parse,
    play,
    report,
    review,
    test,
)
from perfrules.cli.arguments import Parser
from perfrules.cli.exit_codes import FINE, INTERRUPTED, UNUSABLE
from perfrules.diagnostics import Code, Diagnostic, Label, PerfRulesError
from perfrules.source import FilePlace

_EXTRAS = {
    **dict.fromkeys(("openpyxl", "docx", "rich", "jinja2", "xlrd"), "cli"),
    **dict.fromkeys(("pyarrow", "numpy"), "frame"),
    "duckdb": "duckdb",
    **dict.fromkeys(("pygls", "lsprotocol"), "lsp"),
}
"""What each library that is not always there comes with."""

_COMMANDS = (
    importing,
    review,
    evaluate,
    monitor,
    report,
    diff,
    parse,
    check,
    play,
    test,
    fmt,
    export,
    new,
    explain,
    lsp,
)


def command_line() -> Parser:
    """Give the parser of the whole command line, which also says what the manual says of it.

    >>> command_line().prog
    'perfrules'
    """
    parser = Parser(
        prog="perfrules",
        description="读懂绩效目标表里的指标值，判断实际完成值是否达成，并按评分办法打分。",
        epilog="每个命令的用法和例子：perfrules 命令 --help",
    )
    commands = parser.add_subparsers(title="命令", metavar="COMMAND", required=True)
    for command in _COMMANDS:
        command.register(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 fine, 1 findings or unmet, 2 bad use or unreadable input.

    `arguments` are those after the program's name, by default those of the process.
    """
    _print_anything()
    options = command_line().parse_args(arguments)
    try:
        code = int(options.run(options))
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except PerfRulesError as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    except ModuleNotFoundError as error:
        library = (error.name or "").partition(".")[0]
        if library not in _EXTRAS:
            raise
        print(f"没有安装{library}。请运行：pip install 'perfrules[{_EXTRAS[library]}]'", file=sys.stderr)
        return UNUSABLE
    except BrokenPipeError:  # the reader of a pipe, such as `head`, has seen enough; nothing more can be written
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except OSError as error:
        return _failed(error)
    except MemoryError:
        print("内存不够，没有做完。请减少文件，或者分几次做。", file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        print("已中断。没有写完的文件没有留下。", file=sys.stderr)
        return INTERRUPTED


def _failed(error: OSError) -> int:
    """Say that a file or the output failed where no command expects it: a full disk, a name that no disk takes."""
    if error.filename is None:  # the output: what is left in the buffer can go nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    place = Label(FilePlace(str(error.filename or "标准输出")))
    why = error.strerror or str(error)
    print(
        Diagnostic.of(Code.FILE_UNREADABLE if error.filename else Code.OUTPUT_UNWRITABLE, place, why=why),
        file=sys.stderr,
    )
    return UNUSABLE


def _print_anything() -> None:
    """Let no character stop the output where the terminal's encoding has none for it."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")
