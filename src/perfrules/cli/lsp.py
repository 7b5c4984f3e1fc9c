"""`perfrules lsp`: the language server that editors start."""

import argparse
from typing import TYPE_CHECKING

from perfrules.cli.arguments import Commands
from perfrules.cli.exit_codes import FINE
from perfrules.diagnostics import Code, Diagnostic, PerfRulesError

if TYPE_CHECKING:
    from perfrules.lsp.server import Server

_EXAMPLE = """例：
  perfrules lsp                     （编辑器这样启动它，用标准输入输出说话）
  perfrules lsp --tcp 2087          （只在本机监听，调试时用）

编辑器的初始化选项里写 {"review": true}，打开和保存时也按审核规则检查目标表。"""

LOOPBACK = "127.0.0.1"
MOST_PORT = 65535


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "lsp",
        help="编辑器用的语言服务器",
        description="写规则文件时，编辑器靠它标出错误、补全栏目和名称、说明指标值的意思。不联网。",
        epilog=_EXAMPLE,
    )
    parser.add_argument("--tcp", type=int, metavar="PORT", help="在本机的这个端口监听，不用标准输入输出")
    parser.add_argument("--stdio", action="store_true", help="用标准输入输出（本来就是，有的编辑器要写上）")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve until the editor says that it is done."""
    from perfrules.lsp.server import make_server  # noqa: PLC0415 - other commands need no server

    server = make_server()
    if options.tcp is None:
        server.start_io()
    else:
        _serve(server, options.tcp)
    return FINE


def _serve(server: "Server", port: int) -> None:
    if not 0 < port <= MOST_PORT:
        raise PerfRulesError(Diagnostic.of(Code.PORT_UNUSABLE, port=port, why=f"要在1和{MOST_PORT}之间"))
    try:
        server.start_tcp(LOOPBACK, port)
    except OSError as error:
        raise PerfRulesError(Diagnostic.of(Code.PORT_UNUSABLE, port=port, why=error.strerror or "打不开")) from None
