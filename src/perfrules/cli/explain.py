"""`perfrules explain`: the page of a diagnostic."""

import argparse

from perfrules.cli.arguments import Commands
from perfrules.cli.exit_codes import FINE
from perfrules.data import read_text
from perfrules.diagnostics import Code, Diagnostic, PerfRulesError


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "explain",
        help="解释一条提示的编号",
        description="说明一条提示是什么意思、为什么要紧、怎么改、依据是什么。不写编号就列出所有编号。",
        epilog="例：\n  perfrules explain PF721",
    )
    parser.add_argument("code", nargs="?", metavar="CODE", help="提示里的编号，如 PF721")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the page of a code, or the list of codes."""
    print(_list() if options.code is None else _page(options.code))
    return FINE


def _page(id: str) -> str:
    code = Code.by_id(id)
    if code is None:
        raise PerfRulesError(Diagnostic.of(Code.CODE_UNKNOWN, id=id))
    return read_text(f"docs/diagnostics/{code.id}.md").rstrip()


def _list() -> str:
    return "\n".join(f"{code.id}  {code.severity.label}  {code.template}" for code in Code)
