"""`perfrules report`: the year of all projects in a folder at a glance."""

import argparse
import sys
from collections.abc import Sequence

from perfrules.cli.arguments import Commands, day
from perfrules.cli.exit_codes import FINDINGS, FINE, UNUSABLE
from perfrules.cli.formats import TEXT, add_output, choose_format
from perfrules.cli.inputs import ACTUALS_HELP, RULES_HELP, inputs_of, read_inputs
from perfrules.cli.output import print_json, write_whole
from perfrules.cli.waiting import Waiting
from perfrules.diagnostics import Severity, worst
from perfrules.overview import Overview, overview_of

_EXAMPLE = """例：
  perfrules report 2023年
  perfrules report rulesets/gaoxin-keji-2023 --actuals 实际值.xlsx
  perfrules report 2023年 --as-of 2023-07-31
  perfrules report 2023年 -o 年度.html

文件夹里放着目标表和实际值表、自评表、监控表、资金表（.rules、Word、Excel、CSV、网页都行，可以一个项目一个
文件夹，也可以放在一起）时，不用写 --actuals：看内容认，认不出来的列出来。
每个指标的判断和得分的由来，用 perfrules evaluate 看；灯号的由来，用 perfrules monitor 看。

退出码：0 全部达成；1 有没达成、没定下来或需要核对的地方；2 用法不对，或者有文件读不了。"""


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "report",
        help="一页看全年：各项目的得分、等次、进度和待定的分",
        description="把一个文件夹里的目标表、实际值和资金放在一起，一个项目一行：预算执行、各类指标的得分、总分和等次，"
        "写了 --as-of 时还有那一天的灯号；下面是待定的分和需要处理的问题。",
        epilog=_EXAMPLE,
    )
    parser.add_argument("rules", nargs="+", metavar="PATH", help=RULES_HELP)
    parser.add_argument("--actuals", nargs="+", metavar="FILE", help=ACTUALS_HELP)
    parser.add_argument("--as-of", type=day, metavar="DATE", help="再看截至这一天的进度，如 2023-07-31")
    parser.add_argument("--scheme", metavar="NAME", help="评分办法；不写就用目标表自己写明的")
    add_output(parser, ("html", "md", "json", "csv"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Evaluate, monitor where a day is given, and print or write the overview."""
    choose_format(options)
    with Waiting() as waiting:
        ruleset, actuals = read_inputs(options, waiting)
        waiting.now("打分", len(ruleset.goal_tables))
        report = ruleset.evaluate(actuals, options.scheme, on_table=waiting.step)
        progress = None
        if options.as_of is not None:
            waiting.now("看进度")
            progress = ruleset.monitor(actuals, options.as_of)
    overview = overview_of(report, progress)
    _give(overview, options, inputs_of(options))
    for diagnostic in ruleset.diagnostics:
        print(diagnostic, file=sys.stderr)
    if worst((*ruleset.diagnostics, *actuals.diagnostics)) is Severity.ERROR:
        return UNUSABLE
    return FINE if overview.is_clean else FINDINGS


def _give(overview: Overview, options: argparse.Namespace, inputs: Sequence[str]) -> None:
    if options.output:
        write_whole(options.output, _text(overview, options), inputs)
    elif options.format == "json":
        print_json(overview.to_dict(), indent=2)
    elif options.format == TEXT:
        from perfrules.cli.overview_terminal import print_overview  # noqa: PLC0415 - rich is only for people

        print_overview(overview)
    else:
        print(_text(overview, options), end="")


def _text(overview: Overview, options: argparse.Namespace) -> str:
    match options.format:
        case "json":
            return overview.to_json() + "\n"
        case "html":
            return overview.to_html()
        case "md":
            return overview.to_markdown()
        case "csv":
            return overview.to_csv()
        case _:
            from perfrules.cli.overview_terminal import overview_text  # noqa: PLC0415 - rich is only for people

            return overview_text(overview)
