"""`perfrules diff`: what changed between two results, or between two versions of goal tables, and why."""

import argparse

from perfrules.cli.arguments import Commands
from perfrules.cli.exit_codes import FINDINGS, FINE
from perfrules.cli.formats import add_output, choose_format
from perfrules.cli.output import write_whole

_EXAMPLE = """例：
  perfrules diff 年初目标表.rules 调整后目标表.rules
  perfrules diff 2022年目标表 2023年目标表
  perfrules diff 年初目标表.docx 调整后目标表.docx
  perfrules diff 上次自评.json 这次自评.json -o 差别.md
  perfrules diff 6月监控.json 7月监控.json

退出码：0 没有差别；1 有差别；2 用法不对，或者有文件读不了。"""


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "diff",
        help="比较两次结果，或两版目标表",
        description="比较两次评分、监控、审核或核对的结果"
        "（evaluate、monitor、review、evaluate --audit 写 --format json 的输出），或者两版目标表："
        "哪些指标值收紧了、放宽了、改写了，哪些分值、预算、指标变了，哪些得分变了，为什么。收紧还是放宽，看允许的实际完成值变少还是变多，不看字面。",
        epilog=_EXAMPLE,
    )
    parser.add_argument("old", metavar="OLD", help="原来的：结果（.json），或者目标表（.rules、Word、Excel）、文件夹")
    parser.add_argument("new", metavar="NEW", help="现在的，与前一个同类")
    add_output(parser, ("md", "json"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare, and print or write what changed."""
    from perfrules.comparing import diff  # noqa: PLC0415 - other commands need no files

    choose_format(options)
    difference = diff(options.old, options.new)
    match options.format:
        case "json":
            text = difference.to_json() + "\n"
        case "md":
            text = difference.to_markdown()
        case _:
            text = difference.to_text()
    if options.output:
        write_whole(options.output, text, [options.old, options.new])
    else:
        print(text, end="")
    return FINE if difference.is_empty else FINDINGS
