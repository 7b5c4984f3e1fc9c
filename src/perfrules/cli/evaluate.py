"""`perfrules evaluate`: goal tables and actual values become a scored self-evaluation."""

import argparse
import sys
from functools import partial

from perfrules.cli.arguments import Commands, Parser, add_columns, add_template
from perfrules.cli.exit_codes import FINDINGS, FINE, UNUSABLE
from perfrules.cli.formats import FORMS, TEXT, add_output, choose_format
from perfrules.cli.inputs import ACTUALS_HELP, RULES_HELP, has_reports, inputs_of, read_inputs
from perfrules.cli.output import print_json, refuse_inputs, say_written, write_whole
from perfrules.cli.waiting import Waiting
from perfrules.datasets.naming import kind_of
from perfrules.diagnostics import Severity, worst
from perfrules.report import Report
from perfrules.report.wording import grades_text, total_text
from perfrules.review import Review

_EXAMPLE = """例：
  perfrules evaluate rulesets/gaoxin-keji-2023 --actuals 实际值.xlsx
  perfrules evaluate 目标表.rules --actuals 实际值.csv 资金.csv --scheme central/mof-2021-101
  perfrules evaluate 目标表.rules --actuals 实际值.xlsx -o 自评.json
  perfrules evaluate 目标表.rules --actuals 实际值.xlsx --review -o 自评.html
  perfrules evaluate 目标表.rules --actuals 实际值.xlsx -o 自评表.docx        （财政部的自评表，也可以写 .xlsx）
  perfrules evaluate --audit 自评表.xlsx --scheme central/mof-2020-10
  perfrules evaluate 全省.parquet -o 结果.parquet                       （成百万行的指标，一行一个）
  perfrules evaluate 全省.csv 我省.rules --columns 指标值=年初目标 部门=预算部门 --format csv

退出码：0 全部达成（核对时：没有问题）；1 有没达成、没定下来或需要核对的地方；2 用法不对，或者有文件读不了。"""

_WITHOUT_TABLES = "要写目标表文件（RULES），实际值不在里面时再写 --actuals；只核对已填的自评表时写 --audit"
_AUDIT_ALONE = "--audit 核对的表里已有实际值，不能与 --actuals 同时用"
_FORMATS = "csv 只用于 --audit，md、xlsx、docx 不用于它"
_DATA_ALONE = "一次评一份数据，指标值和实际完成值在同一行里，不用写 --actuals"
_DATA_FORMATS = "数据的汇总可以用 --format text、json、csv 或 md"
_REVIEW_ON_PAGES = "--review 只用于 --format html"


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "evaluate",
        help="给目标表打分：绩效自评；核对已填的自评表",
        description="把目标表和实际完成值放在一起，判断每个指标是否达成，按评分办法打分，并说明每一分的由来。"
        "写 --audit 时，把已填的自评表里的每个得分、执行率、合计和等次重新算一遍，指出不一致的地方和可能的原因。",
        epilog=_EXAMPLE,
    )
    parser.add_argument(
        "rules",
        nargs="*",
        metavar="RULES",
        help=f"{RULES_HELP}；也可以是一行一个指标的数据："
        ".parquet、.arrow、.csv 文件，装着它们的文件夹，数据库.duckdb:表名",
    )
    parser.add_argument("--actuals", nargs="+", metavar="FILE", help=f"{ACTUALS_HELP}；- 表示标准输入")
    parser.add_argument(
        "--audit", nargs="+", metavar="FILE", help="核对已填的自评表：Excel、Word、CSV 或网页；- 表示标准输入"
    )
    parser.add_argument(
        "--scheme", metavar="NAME", help="评分办法；不写就用目标表自己写明的，再没有就用 central/mof-2020-10"
    )
    add_output(parser, ("html", "md", "json", "csv"), "自评表")
    add_template(parser)
    add_columns(parser)
    parser.add_argument("--detail", action="store_true", help="每个指标都写出判断和得分的由来，满分的、一致的也写")
    parser.add_argument("--review", action="store_true", help="网页里附上对目标表的审核意见，只用于 --format html")
    parser.set_defaults(run=partial(run, parser))


def run(parser: Parser, options: argparse.Namespace) -> int:
    """Evaluate, or audit what is filled in already; print or write the report."""
    data = [] if options.actuals or options.audit else [each for each in options.rules if kind_of(each) is not None]
    if data:
        return _evaluate_data(parser, data, options)
    choose_format(options)
    if options.review and options.format != "html":
        parser.error(_REVIEW_ON_PAGES)
    if options.audit:
        from perfrules.cli import audit  # noqa: PLC0415 - other commands need no files

        if options.actuals or options.format in {"md", *FORMS}:
            parser.error(_AUDIT_ALONE if options.actuals else _FORMATS)
        return audit.run(options.rules, options.audit, options)
    if not options.rules or options.format == "csv" or not has_reports(options):
        parser.error(_FORMATS if options.format == "csv" else _WITHOUT_TABLES)
    return _evaluate(options)


def _evaluate_data(parser: Parser, data: list[str], options: argparse.Namespace) -> int:
    from perfrules.cli import evaluate_data  # noqa: PLC0415 - pyarrow is only for data in columns

    if len(data) > 1:
        parser.error(_DATA_ALONE)
    if options.format == "html" or options.review:
        parser.error(_DATA_FORMATS)
    return evaluate_data.run(data[0], [each for each in options.rules if each not in data], options)


def _evaluate(options: argparse.Namespace) -> int:
    with Waiting() as waiting:
        ruleset, actuals = read_inputs(options, waiting)
        waiting.now("打分", len(ruleset.goal_tables))
        report = ruleset.evaluate(actuals, options.scheme, on_table=waiting.step)
    _give(report, ruleset.review() if options.review else None, options)
    if options.output and report.total is not None:
        print(f"得分{total_text(report.total)}，等次{grades_text(report.grades)}。", file=sys.stderr)
    unread = (*ruleset.diagnostics, *actuals.diagnostics)
    for diagnostic in ruleset.diagnostics:
        print(diagnostic, file=sys.stderr)
    if worst(unread) is Severity.ERROR:
        return UNUSABLE
    return FINE if report.is_clean else FINDINGS


def _give(report: Report, review: Review | None, options: argparse.Namespace) -> None:
    inputs = inputs_of(options)
    if options.format in FORMS:
        refuse_inputs(options.output, inputs)
        write = report.to_docx if options.format == "docx" else report.to_xlsx
        write(options.output, options.template)
        say_written(options.output)
    elif options.output:
        write_whole(options.output, _text(report, review, options), inputs)
    elif options.format == "json":
        print_json(report.to_dict(), indent=2)
    elif options.format == TEXT:
        from perfrules.cli.terminal import print_report  # noqa: PLC0415 - rich is only for people

        print_report(report, options.detail)
    else:
        print(_text(report, review, options), end="")


def _text(report: Report, review: Review | None, options: argparse.Namespace) -> str:
    match options.format:
        case "json":
            return report.to_json() + "\n"
        case "md":
            return report.to_markdown()
        case "html":
            return report.to_html(review)
        case _:
            from perfrules.cli.terminal import report_text  # noqa: PLC0415 - rich is only for people

            return report_text(report, options.detail)
