"""`perfrules test`: whether rulesets do what their own examples say."""

import argparse
import sys
from fractions import Fraction
from typing import TYPE_CHECKING

from perfrules.cli.arguments import Commands
from perfrules.cli.exit_codes import FINDINGS, FINE, UNUSABLE
from perfrules.cli.output import print_json
from perfrules.diagnostics import Code, Diagnostic, Severity, worst

if TYPE_CHECKING:
    from perfrules.testing import Examples
    from perfrules.trials import SchemeTrials

_EXAMPLE = """例：
  perfrules test rulesets
  perfrules test 某省.rules --coverage
  perfrules test 某省.rules --min-coverage 100     （用在自动检查里）

试算写在评分办法里，或者写在旁边的“名称_test.rules”里，一行一例：
  试算 数量指标    一级指标 产出指标    分值 8
    补助企业数：≥60家    实际 58家    得分 7.73
审核规则的例子写在规则里：“正例”“反例”下面写一张最短的目标表。

退出码：0 全部相符；1 有不符的、没有试算的，或者试到的不够；2 用法不对，或者有文件读不了。"""


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "test",
        help="运行规则文件里的试算和例子",
        description="运行规则文件里的试算：按评分办法算一遍，和写着的得分、结论、等次对比；还可以看哪些规则没有试到。"
        "审核规则的正例应当没有意见，反例应当有。",
        epilog=_EXAMPLE,
    )
    parser.add_argument("rules", nargs="+", metavar="RULES", help="规则文件（.rules），或者装着它们的文件夹")
    parser.add_argument("--coverage", action="store_true", help="列出没有试到的规则和界限")
    parser.add_argument("--min-coverage", type=int, metavar="N", help="每个评分办法至少要试到百分之N，不够算不通过")
    parser.add_argument("--detail", action="store_true", help="不符的，写出是怎样算出来的")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="输出格式，默认 text")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run the examples and print what came of them."""
    from perfrules.testing import run_examples, uncovered  # noqa: PLC0415 - other commands run no examples

    examples = run_examples(*options.rules)
    least = options.min_coverage or 0
    if options.format == "json":
        print_json(examples.to_dict(), indent=2)
    else:
        _print(examples, options, least)
    if worst(examples.diagnostics) is Severity.ERROR:
        return UNUSABLE
    is_enough = examples.count and not any(uncovered(examples, least))
    return FINE if examples.is_clean and is_enough else FINDINGS


def _print(examples: "Examples", options: argparse.Namespace, least: int) -> None:
    for diagnostic in examples.diagnostics:
        print(diagnostic, file=sys.stderr)
    if not examples.count:
        print(Diagnostic.of(Code.NOTHING_TO_TRY), file=sys.stderr)
    for each in examples.schemes:
        _print_scheme(each, options, least)
    if examples.rules:
        print(f"审核规则{len({each.rule.id for each in examples.rules})}条：{len(examples.rules)}例")
    for result in examples.rules:
        for difference in result.diagnostics:
            print(_indented(str(difference)))
    for method in examples.methods:
        print(f"监控办法 {method.method.name}：{len(method.cases)}例")
        for difference in method.differences:
            print(_indented(str(difference)))
    wrong = len(examples.differences)
    print(f"共{examples.count}例，{f'有{wrong}处不符' if wrong else '全部相符'}。")


def _print_scheme(trials: "SchemeTrials", options: argparse.Namespace, least: int) -> None:
    share = trials.coverage.share * 100
    show = options.coverage or share < least
    covered = f"，试到{_percent(share)}" if show or options.min_coverage is not None else ""
    print(f"评分办法 {trials.scheme.name}：{len(trials.results)}例{covered}")
    for result in trials.results:
        for difference in trials.differences_of(result):
            print(_indented(str(difference)))
            if options.detail:
                print(_indented("\n".join(result.derivation), 4))
    if show:
        for item in trials.coverage.missing:
            print(f"  {item}{f'（{item.place}）' if item.place else ''}")


def _percent(share: Fraction) -> str:
    """Write a percentage, cut to one decimal so that 100 % is all."""
    tenths = share.numerator * 10 // share.denominator
    return f"{tenths // 10}.{tenths % 10}%" if tenths % 10 else f"{tenths // 10}%"


def _indented(text: str, by: int = 2) -> str:
    return "\n".join(" " * by + line for line in text.splitlines())
