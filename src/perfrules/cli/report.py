"""`perfrules report`: the year of all projects in a folder at a glance."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from perfrules.cli.arguments import Commands, day
from perfrules.cli.exit_codes import FINDINGS, FINE, UNUSABLE
from perfrules.cli.output import print_json, write_whole
from perfrules.cli.sources import source
from perfrules.cli.waiting import Waiting
from perfrules.diagnostics import Severity, worst
from perfrules.overview import Overview, overview_of

_EXAMPLE = """例：
  perfrules report 2023年
  perfrules report rulesets/gaoxin-keji-2023 --actuals 实际值.xlsx
  perfrules report 2023年 --as-of 2023-07-31
  perfrules report 2023年 --format csv -o 一览.csv

文件夹里放着目标表（.rules），也放着实际值表和资金表（.xlsx、.csv）时，不用写 --actuals。
每个指标的判断和得分的由来，用 perfrules evaluate 看；灯号的由来，用 perfrules monitor 看。

退出码：0 全部达成；1 有没达成、没定下来或需要核对的地方；2 用法不对，或者有文件读不了。"""

_DATA = (".csv", ".xlsx")


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "report",
        help="一页看全年：各项目的得分、等次、进度和待定的分",
        description="把一个文件夹里的目标表、实际值和资金放在一起，一个项目一行：预算执行、各类指标的得分、总分和等次，"
        "写了 --as-of 时还有那一天的灯号；下面是待定的分和需要处理的问题。",
        epilog=_EXAMPLE,
    )
    parser.add_argument("rules", nargs="+", metavar="PATH", help="文件夹，或者目标表文件（.rules）")
    parser.add_argument(
        "--actuals", nargs="+", metavar="FILE", help="实际值表和资金表；不写就用文件夹里的 .xlsx 和 .csv"
    )
    parser.add_argument("--as-of", type=day, metavar="DATE", help="再看截至这一天的进度，如 2023-07-31")
    parser.add_argument("--scheme", metavar="NAME", help="评分办法；不写就用目标表自己写明的")
    parser.add_argument(
        "--format", choices=("table", "md", "json", "csv"), default="table", help="输出格式，默认 table"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="写到文件里，不显示")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Evaluate, monitor where a day is given, and print or write the overview."""
    from perfrules.readers import read_actuals  # noqa: PLC0415 - other commands need no files
    from perfrules.ruleset import load  # noqa: PLC0415

    files = options.actuals or [str(path) for path in _data_files(options.rules)]
    with Waiting() as waiting:
        waiting.now("读目标表")
        ruleset = load(*options.rules)
        waiting.now("读实际值和资金", len(files))
        actuals = read_actuals(*map(source, waiting.each(files)), language=ruleset.language)
        waiting.now("打分", len(ruleset.goal_tables))
        report = ruleset.evaluate(actuals, options.scheme, on_table=waiting.step)
        progress = None
        if options.as_of is not None:
            waiting.now("看进度")
            progress = ruleset.monitor(actuals, options.as_of)
    overview = overview_of(report, progress)
    _give(overview, options, [*options.rules, *files])
    for diagnostic in ruleset.diagnostics:
        print(diagnostic, file=sys.stderr)
    if worst((*ruleset.diagnostics, *actuals.diagnostics)) is Severity.ERROR:
        return UNUSABLE
    return FINE if overview.is_clean else FINDINGS


def _data_files(paths: Sequence[str]) -> Iterator[Path]:
    """Give the files in the folders that may hold actual values, but for those that a program keeps open (`~$…`)."""
    for folder in filter(Path.is_dir, map(Path, paths)):
        found = (path for path in folder.rglob("*") if path.suffix.lower() in _DATA and path.is_file())
        yield from sorted(path for path in found if not path.name.startswith(("~$", ".")))


def _give(overview: Overview, options: argparse.Namespace, inputs: Sequence[str]) -> None:
    if options.output:
        write_whole(options.output, _text(overview, options), inputs)
    elif options.format == "json":
        print_json(overview.to_dict(), indent=2)
    elif options.format == "table":
        from perfrules.cli.overview_terminal import print_overview  # noqa: PLC0415 - rich is only for people

        print_overview(overview)
    else:
        print(_text(overview, options), end="")


def _text(overview: Overview, options: argparse.Namespace) -> str:
    match options.format:
        case "json":
            return overview.to_json() + "\n"
        case "md":
            return overview.to_markdown()
        case "csv":
            return overview.to_csv()
        case _:
            from perfrules.cli.overview_terminal import overview_text  # noqa: PLC0415 - rich is only for people

            return overview_text(overview)
