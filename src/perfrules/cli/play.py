"""`perfrules play`: try targets and actual values, on a local page or on the terminal."""

import argparse
import sys
import webbrowser
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from perfrules.cli.arguments import Commands
from perfrules.cli.exit_codes import FINE, UNUSABLE
from perfrules.diagnostics import Severity, worst

if TYPE_CHECKING:
    from perfrules.play import Desk

_EXAMPLE = """例：
  perfrules play                        （显示网址，在浏览器里打开）
  perfrules play --open                 （直接打开浏览器）
  perfrules play 我省.rules             （连同自己的评分办法、用语一起试）
  perfrules play --terminal             （在终端里一行一行地试）
  echo "≥60家 | 58家" | perfrules play --terminal

网页只在本机能打开，不联网，不保存所写的内容；按 Ctrl-C 结束。

退出码：0 正常结束；2 用法不对，端口用不了，规则文件有错，或者从管道来的行里有不认识的命令。"""

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
    parser.add_argument("--terminal", action="store_true", help="在终端里试，不开网页")
    parser.add_argument("--port", type=_port, default=0, metavar="PORT", help="网页用的端口；不写就由程序选一个空着的")
    parser.add_argument("--open", action="store_true", help="同时打开浏览器")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Open the page, or converse."""
    from perfrules.play import Desk  # noqa: PLC0415 - the program's other commands need none of it

    desk = Desk.at(options.rules)
    for diagnostic in desk.ruleset.diagnostics:
        print(diagnostic, file=sys.stderr)
    if worst(desk.ruleset.diagnostics) is Severity.ERROR:
        return UNUSABLE
    return _converse(desk) if options.terminal else _serve(desk, options.port, with_browser=options.open)


def _port(text: str) -> int:
    if text.isascii() and text.isdecimal() and len(text) <= len("65535") and int(text) <= 65535:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text}”不是端口，请写 0 到 65535 之间的数")


def _serve(desk: "Desk", port: int, *, with_browser: bool) -> int:
    """Serve the page until somebody presses Ctrl-C."""
    from perfrules.play.server import LocalServer  # noqa: PLC0415 - the terminal needs no server

    with suppress(KeyboardInterrupt), LocalServer(desk, port) as server:
        print(f"请在浏览器里打开 {server.url}\n按 Ctrl-C 结束。", flush=True)
        server.warm_up()
        if with_browser:  # some browsers keep whoever opens them waiting until they are closed
            Thread(target=_open, args=(server.url,), daemon=True).start()
        server.serve_forever()
    print("已结束。")
    return FINE


def _open(url: str) -> None:
    if not webbrowser.open(url):
        print("没有找到浏览器，请自己打开上面的网址。", file=sys.stderr)


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
