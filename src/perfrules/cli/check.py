"""`perfrules check`: whether an actual value meets a target."""

import argparse

from perfrules.cli.arguments import Commands, add_context, context
from perfrules.cli.exit_codes import FINDINGS, FINE
from perfrules.cli.output import print_json
from perfrules.evaluation import Verdict, check

_EXAMPLE = """例：
  perfrules check "10万元/家" "100000元/户"
  perfrules check 比上年增加 3.2% --baseline 2.9%
  perfrules check 不超预算 1200万元 --budget 1280万元

退出码：0 达成；1 未达成或无法判断；2 用法不对。"""


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "check",
        help="判断一个实际完成值是否达成",
        description="判断实际完成值是否达成指标值：结论、完成率、偏差，以及怎样得出来的。",
        epilog=_EXAMPLE,
    )
    parser.add_argument("target", metavar="TARGET", help="指标值，单元格里的文字，如 ≥90%%")
    parser.add_argument("actual", metavar="ACTUAL", help="实际完成值，单元格里的文字，如 89.6%%")
    parser.add_argument("--baseline", metavar="VALUE", help="上年值或基期值，比较增减时用")
    parser.add_argument("--budget", metavar="MONEY", help="“不超预算”一类的指标值所指的预算数")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    add_context(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the outcome."""
    references = {"预算": options.budget} if options.budget else None
    outcome = check(
        options.target, options.actual, baseline=options.baseline, references=references, **context(options)
    )
    if options.json:
        print_json(outcome.to_dict(), indent=2)
    else:
        print(outcome.explain())
    return FINE if outcome.verdict is Verdict.MET else FINDINGS
