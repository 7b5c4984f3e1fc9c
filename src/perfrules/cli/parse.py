"""`perfrules parse`: what a target cell says."""

import argparse
import sys
from collections.abc import Iterable

from perfrules.cli.arguments import Commands, add_context, context
from perfrules.cli.exit_codes import FINDINGS, FINE
from perfrules.cli.output import print_json
from perfrules.diagnostics import Severity, worst
from perfrules.targets import READING_SCHEMA, parse
from perfrules.targets.description import describe

_EXAMPLE = """例：
  perfrules parse "≥90%"
  perfrules parse 95 --sign ≥ --unit % --subcategory 质量指标
  perfrules parse 12月底前 --year 2023 --json
  perfrules parse - < 指标值.txt          （每行一个指标值）

退出码：0 读懂了；1 有要核对的地方；2 用法不对。"""


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "parse",
        help="读一个指标值",
        description="读一个指标值：它要求什么，规范的写法，表示哪些值，哪些地方是推断出来的，哪些地方要核对。",
        epilog=_EXAMPLE,
    )
    parser.add_argument("text", metavar="TARGET", help="指标值，单元格里的文字；- 表示从标准输入读，每行一个")
    parser.add_argument("--json", action="store_true", help=f"输出 JSON，每个指标值一行，格式见 {READING_SCHEMA}")
    add_context(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print each target."""
    findings = False
    for text in _texts(options.text):
        target = parse(text, **context(options))
        if options.json:
            print_json({"$schema": READING_SCHEMA, **target.to_dict()})
        else:
            print("\n".join(describe(target)))
        findings |= worst(target.diagnostics) not in (None, Severity.INFO)
    return FINDINGS if findings else FINE


def _texts(text: str) -> Iterable[str]:
    return (line.rstrip("\r\n") for line in sys.stdin) if text == "-" else [text]
