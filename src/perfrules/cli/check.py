"""`perfrules check`: whether an actual value meets a target, or with `--files` whether ruleset files are in order."""

import argparse

from perfrules.cli.arguments import Commands, add_context, context
from perfrules.cli.check_files import check_files
from perfrules.cli.exit_codes import FINDINGS, FINE
from perfrules.cli.output import print_json
from perfrules.evaluation import Verdict, check

_EXAMPLE = """例：
  perfrules check "10万元/家" "100000元/户"
  perfrules check 比上年增加 3.2% --baseline 2.9%
  perfrules check 不超预算 1200万元 --budget 1280万元
  perfrules check --files 我的规则.rules              （检查规则文件写得对不对）
  perfrules check --files rulesets --all

退出码：判断实际值时，0 达成，1 未达成或无法判断；检查规则文件时，0 没有问题，1 有警告，2 有错；用法不对也是2。"""


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "check",
        help="判断一个实际完成值是否达成，或者检查规则文件",
        description="判断实际完成值是否达成指标值：结论、完成率、偏差，以及怎样得出来的。"
        "用 --files 检查规则文件：每一处错误在第几行第几列，里面有多少张表、多少个办法。",
        epilog=_EXAMPLE,
    )
    parser.add_argument("target", nargs="?", metavar="TARGET", help="指标值，单元格里的文字，如 ≥90%%")
    parser.add_argument("actual", nargs="?", metavar="ACTUAL", help="实际完成值，单元格里的文字，如 89.6%%")
    parser.add_argument("--baseline", metavar="VALUE", help="上年值或基期值，比较增减时用")
    parser.add_argument("--budget", metavar="MONEY", help="“不超预算”一类的指标值所指的预算数")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.add_argument("--files", nargs="+", metavar="PATH", help="要检查的规则文件，或者装着它们的文件夹")
    parser.add_argument("--all", action="store_true", help="检查规则文件时，提示（不要紧的）也列出来")
    add_context(parser)
    parser.set_defaults(run=run, fail=parser.error)


def run(options: argparse.Namespace) -> int:
    """Print the outcome, or what is wrong in files."""
    if options.files:
        return check_files(options.files, show_all=options.all)
    if options.actual is None:
        options.fail("缺少参数：TARGET 和 ACTUAL（要检查规则文件，请写 --files）")
    references = {"预算": options.budget} if options.budget else None
    outcome = check(
        options.target, options.actual, baseline=options.baseline, references=references, **context(options)
    )
    if options.json:
        print_json(outcome.to_dict(), indent=2)
    else:
        print(outcome.explain())
    return FINE if outcome.verdict is Verdict.MET else FINDINGS
