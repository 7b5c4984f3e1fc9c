"""`perfrules play`: try targets and actual values, on a local page or on the terminal."""

import argparse
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from perfrules.cli.arguments import Commands
from perfrules.cli.exit_codes import FINE, UNUSABLE
from perfrules.diagnostics import Severity, worst

if TYPE_CHECKING:
    from perfrules.play import Desk

_EXAMPLE = """例：
  perfrules play --terminal             （在终端里一行一行地试）
  perfrules play --terminal 我省.rules  （连同自己的评分办法、用语一起试）
  echo "≥60家 | 58家" | perfrules play --terminal

退出码：0 正常结束；2 用法不对，规则文件有错，或者从管道来的行里有不认识的命令。"""

_WELCOME = "写“指标值 | 实际完成值”试一试，如 ≥60家 | 58家；:帮助 看说明，:退出 结束。"


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "play",
        help="边写边看：一个指标值是什么意思，报多少得多少分",
        description="边写边看一个指标值是什么意思，实际完成值达成没有，按各个评分办法得多少分，怎样得出来的。",
        epilog=_EXAMPLE,
    )
    parser.add_argument(
        "rules", nargs="*", metavar="RULES", help="规则文件，或者装着它们的文件夹，用其中的用语和评分办法"
    )
    parser.add_argument("--terminal", action="store_true", required=True, help="在终端里一行一行地试")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Open the page, or converse."""
    from perfrules.play import Desk  # noqa: PLC0415 - the program's other commands need none of it
    from perfrules.ruleset import load  # noqa: PLC0415

    ruleset = load(*options.rules)
    for diagnostic in ruleset.diagnostics:
        print(diagnostic, file=sys.stderr)
    if worst(ruleset.diagnostics) is Severity.ERROR:
        return UNUSABLE
    return _converse(Desk(ruleset))


def _converse(desk: "Desk") -> int:
    """Answer line by line: of a person with a prompt, of a pipe until it ends."""
    from perfrules.play.session import Session  # noqa: PLC0415 - the page needs none

    session, is_person, refused = Session(desk), sys.stdin.isatty(), False
    if is_person:
        _remember_lines()
        print(_WELCOME)
    while (line := _line(is_person)) is not None:
        reply = session.reply(line)
        print(*reply.lines, sep="\n", end="\n" if reply.lines else "", flush=True)
        refused |= reply.is_refused
        if reply.is_last:
            break
    return UNUSABLE if refused and not is_person else FINE


def _line(is_person: bool) -> str | None:
    """Read the next line, None where there are no more."""
    if not is_person:
        return sys.stdin.readline() or None
    try:
        return input("> ")
    except (EOFError, KeyboardInterrupt):
        print()
        return None


def _remember_lines() -> None:
    """Let the arrow keys bring back earlier lines, where Python was built with that."""
    with suppress(ImportError):
        import readline  # noqa: F401, PLC0415 - importing it is what gives `input` a memory
