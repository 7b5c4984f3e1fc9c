"""`perfrules monitor`: how goal tables stand on a day of their year."""

import argparse
import sys
from functools import partial

from perfrules.cli.arguments import Commands, Parser, add_template, day
from perfrules.cli.exit_codes import FINDINGS, FINE, UNUSABLE
from perfrules.cli.formats import FORMS, TEXT, add_output, choose_format
from perfrules.cli.inputs import ACTUALS_HELP, RULES_HELP, has_reports, inputs_of, read_inputs
from perfrules.cli.output import print_json, refuse_inputs, say_written, write_whole
from perfrules.cli.waiting import Waiting
from perfrules.diagnostics import Severity, worst
from perfrules.progress import Progress

_EXAMPLE = """例：
  perfrules monitor rulesets/gaoxin-keji-2023 --actuals 运行监控表.csv 资金.csv --as-of 2023-07-31
  perfrules monitor 目标表.rules --actuals 运行监控表.xlsx --as-of 2023-07-31 --scheme practice/monitor-15
  perfrules monitor 目标表.rules --actuals 运行监控表.xlsx --as-of 2023-07-31 -o 监控.csv
  perfrules monitor 目标表.rules --actuals 运行监控表.xlsx --as-of 2023-07-31 -o 监控.html
  perfrules monitor 目标表.rules --actuals 运行监控表.xlsx --as-of 2023-07-31 -o 监控表.docx

退出码：0 都是绿灯、蓝灯或未到期；1 有要看的灯、要说明的原因或要核对的地方；2 用法不对，或者有文件读不了。"""


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "monitor",
        help="年中看目标表的进度：绩效运行监控",
        description="把目标表和截至某一天的完成情况放在一起，看目标完成和预算执行的进度，亮灯，推算全年，指出要说明原因的偏差。",
        epilog=_EXAMPLE,
    )
    parser.add_argument("rules", nargs="+", metavar="RULES", help=RULES_HELP)
    parser.add_argument(
        "--actuals",
        nargs="+",
        metavar="FILE",
        help=f"{ACTUALS_HELP}；- 表示标准输入",
    )
    parser.add_argument("--as-of", required=True, type=day, metavar="DATE", help="截至哪一天，如 2023-07-31")
    parser.add_argument("--scheme", metavar="NAME", help="监控办法；不写就用 central/mof-2019-136")
    add_output(parser, ("html", "md", "json", "csv"), "运行监控表")
    add_template(parser)
    parser.add_argument("--detail", action="store_true", help="每个指标都写出灯号的由来，绿灯的也写")
    parser.set_defaults(run=partial(run, parser))


def run(parser: Parser, options: argparse.Namespace) -> int:
    """Monitor, and print or write the progress."""
    choose_format(options)
    if not has_reports(options):
        parser.error("没有填报完成情况的文件：要用 --actuals 写明，或者给出装着它们的文件夹")
    with Waiting() as waiting:
        ruleset, actuals = read_inputs(options, waiting)
        waiting.now("看进度")
        progress = ruleset.monitor(actuals, options.as_of, options.scheme)
    _give(progress, options)
    for diagnostic in ruleset.diagnostics:
        print(diagnostic, file=sys.stderr)
    if worst((*ruleset.diagnostics, *progress.diagnostics)) is Severity.ERROR:
        return UNUSABLE
    return FINE if progress.is_clean else FINDINGS


def _give(progress: Progress, options: argparse.Namespace) -> None:
    inputs = inputs_of(options)
    if options.format in FORMS:
        refuse_inputs(options.output, inputs)
        write = progress.to_docx if options.format == "docx" else progress.to_xlsx
        write(options.output, options.template)
        say_written(options.output)
    elif options.output:
        write_whole(options.output, _text(progress, options), inputs)
    elif options.format == "json":
        print_json(progress.to_dict(), indent=2)
    elif options.format == TEXT:
        from perfrules.cli.progress_terminal import print_progress  # noqa: PLC0415 - rich is only for people

        print_progress(progress, options.detail)
    else:
        print(_text(progress, options), end="")


def _text(progress: Progress, options: argparse.Namespace) -> str:
    match options.format:
        case "json":
            return progress.to_json() + "\n"
        case "csv":
            return progress.to_csv()
        case "md":
            return progress.to_markdown()
        case "html":
            return progress.to_html()
        case _:
            from perfrules.cli.progress_terminal import progress_text  # noqa: PLC0415 - rich is only for people

            return progress_text(progress, options.detail)
