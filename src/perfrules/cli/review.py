"""`perfrules review`: what a careful reviewer would say about goal tables."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from importlib.metadata import version

import attrs

from perfrules.cli.arguments import Commands, Parser, add_columns, add_template
from perfrules.cli.exit_codes import FINDINGS, FINE, UNUSABLE
from perfrules.cli.formats import FORMS, add_output, choose_format
from perfrules.cli.output import refuse_inputs, say_written, write_whole
from perfrules.datasets.naming import is_data
from perfrules.diagnostics import Severity, worst
from perfrules.review import Finding, Review
from perfrules.review.as_csv import as_csv
from perfrules.review.as_sarif import as_sarif
from perfrules.review.rule import LEVELS, level_text

_EXAMPLE = """例：
  perfrules review rulesets/gaoxin-keji-2023
  perfrules review 目标表.rules --last-year 上年目标表.rules --settings 审核设置.rules
  perfrules review 目标表文件夹 --level 警告
  perfrules review 目标表文件夹 -o 审核意见.sarif
  perfrules review 目标表文件夹 -o 审核意见.docx
  perfrules review 全省.parquet --format csv -o 审核                     （成百万行的指标，一行一个）

退出码：0 没有意见；1 有意见（写了 --level，就只看那一级和更重的）；2 用法不对，或者有文件读不了。"""

_DATA_ALONE = "一次审核一份数据，不与 --last-year 同时用"
_DATA_FORMATS = "数据的审核结果可以用 --format text、json 或 csv"


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "review",
        help="审核目标表：目标审核",
        description="按审核规则检查目标表，逐条写出意见：哪一条规则、在哪里、两边各是什么、怎么改。",
        epilog=_EXAMPLE,
    )
    parser.add_argument(
        "rules",
        nargs="+",
        metavar="RULES",
        help="目标表文件（.rules），或者装着它们的文件夹；也可以是一行一个指标的数据："
        ".parquet、.arrow、很长的 .csv，装着它们的文件夹，数据库.duckdb:表名",
    )
    parser.add_argument("--settings", action="append", default=[], metavar="FILE", help="审核设置文件，可以写几次")
    parser.add_argument("--last-year", action="append", default=[], metavar="PATH", help="上年的目标表文件或文件夹")
    add_output(parser, ("html", "json", "csv", "sarif"), "审核意见表")
    add_template(parser)
    parser.add_argument(
        "--level", choices=tuple(LEVELS), default="提醒", help="只列这一级和更重的意见，默认 提醒，就是全部"
    )
    add_columns(parser)
    parser.add_argument("--all", action="store_true", help="免审的也列出来")
    parser.set_defaults(run=partial(run, parser))


def run(parser: Parser, options: argparse.Namespace) -> int:
    """Review, and print or write what was found."""
    from perfrules.ruleset import load  # noqa: PLC0415 - other commands need no files

    choose_format(options)
    if data := [each for each in options.rules if is_data(each)]:
        return _review_data(parser, data, options)
    ruleset = load(*options.rules, *options.settings)
    last_year = load(*options.last_year)
    review = ruleset.review(last_year=last_year)
    _give(review, [table.name for table in ruleset.goal_tables], options)
    unread = (*ruleset.diagnostics, *last_year.diagnostics, *review.diagnostics)
    for diagnostic in unread:
        print(diagnostic, file=sys.stderr)
    if worst(unread) is Severity.ERROR:
        return UNUSABLE
    least = LEVELS[options.level].rank
    return FINDINGS if any(each.severity.rank >= least for each in review.findings) else FINE


def _review_data(parser: Parser, data: list[str], options: argparse.Namespace) -> int:
    from perfrules.cli import review_data  # noqa: PLC0415 - pyarrow is only for data in columns

    if len(data) > 1 or options.last_year:
        parser.error(_DATA_ALONE)
    if options.format in {"sarif", "html", *FORMS}:
        parser.error(_DATA_FORMATS)
    return review_data.run(data[0], [each for each in options.rules if each not in data], options)


def _give(review: Review, tables: Sequence[str], options: argparse.Namespace) -> None:
    inputs = [*options.rules, *options.settings, *options.last_year]
    if options.format in FORMS:
        refuse_inputs(options.output, inputs)
        listed = attrs.evolve(review, findings=tuple(_shown(review, options)))
        write = listed.to_docx if options.format == "docx" else listed.to_xlsx
        write(options.output, options.template, tables)
        say_written(options.output)
    elif options.output:
        write_whole(options.output, _text(review, options), inputs)
    else:
        print(_text(review, options), end="")


def _shown(review: Review, options: argparse.Namespace) -> list[Finding]:
    least = LEVELS[options.level].rank
    listed = (*review.findings, *review.waived) if options.all else review.findings
    return [each for each in listed if each.severity.rank >= least]


def _text(review: Review, options: argparse.Namespace) -> str:
    shown = _shown(review, options)
    match options.format:
        case "json":
            return attrs.evolve(review, findings=tuple(shown)).to_json() + "\n"
        case "sarif":
            return (
                json.dumps(as_sarif(shown, version("perfrules"), review.evidence), ensure_ascii=False, indent=2) + "\n"
            )
        case "csv":
            return as_csv(shown, review.evidence)
        case "html":
            parts = [tuple(each for each in shown if bool(each.waiver) is waived) for waived in (False, True)]
            return attrs.evolve(review, findings=parts[0], waived=parts[1]).to_html()
        case _:
            return "".join(f"{line}\n" for line in _lines(review, shown))


def _lines(review: Review, shown: Sequence[Finding]) -> Iterator[str]:
    """Show findings one after the other, and how many there are."""
    for each in shown:
        yield f"{each.rule.level} {each.rule.id} {each.rule.name}"
        yield f"  {each.table}" if each.subject == each.table else f"  {each.table} · {each.subject}"
        yield f"  {each.message}"
        yield from (f"  {label.place}" for label in each.labels)
        if each.waiver is not None:
            yield f"  免审：{each.waiver.reason}"
        yield ""
    counts = Counter(each.severity for each in review.findings)
    parts = "，".join(f"{level_text(severity)}{counts[severity]}条" for severity in Severity if counts[severity])
    listed = f"：{parts}" if parts else ""
    waived = f"；免审{len(review.waived)}条" if review.waived else ""
    yield f"审核意见{len(review.findings)}条{listed}{waived}。理由和依据见 perfrules explain 编号。"
