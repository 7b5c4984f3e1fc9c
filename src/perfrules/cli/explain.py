"""`perfrules explain`: a message, a scheme, a review rule, or an indicator with what it asks for and how it scores."""

import argparse
import os
import sys
from collections.abc import Iterator

from perfrules.cli.arguments import Commands
from perfrules.cli.exit_codes import FINE, UNUSABLE
from perfrules.data import read_text
from perfrules.diagnostics import Code, Diagnostic, PerfRulesError, Severity, worst

_RULES = "审核规则"
_EXAMPLE = """例：
  perfrules explain PF721                                 （提示的编号）
  perfrules explain PR105                                 （审核规则的编号）
  perfrules explain central/mof-2020-10                   （评分办法的名称）
  perfrules explain rulesets/gaoxin-keji-2023 补助高企数量     （规则集里的一个指标）
  perfrules explain 我的办法.rules 某省/2024              （规则集里的一个评分办法）

退出码：0 有说明；2 没有找到，或者有文件读不了。"""


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "explain",
        help="解释一条提示、一条审核规则、一个评分办法、一个指标",
        description="说明一条提示是什么意思、怎么改；一条审核规则看什么、依据什么；一个评分办法怎样打分；"
        "一个指标要求什么、报多少得多少分。什么都不写就列出所有提示的编号，写“审核规则”就列出所有审核规则。",
        epilog=_EXAMPLE,
    )
    parser.add_argument("what", nargs="?", metavar="WHAT", help="提示、审核规则的编号，评分办法的名称，或者规则文件")
    parser.add_argument("name", nargs="?", metavar="NAME", help="规则集里的指标、评分办法的名称，或者审核规则的编号")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the explanation of one thing, or the list of codes."""
    if options.what is None:
        print("\n".join(f"{code.id}  {code.severity.label}  {code.template}" for code in Code))
        return FINE
    if options.name is not None or os.path.exists(options.what):
        return _explain_in(options.what, options.name)
    print("\n".join(_explained(options.what)))
    return FINE


def _explained(what: str) -> Iterator[str]:
    code = Code.by_id(what)
    if code is not None:
        yield read_text(f"docs/diagnostics/{code.id}.md").rstrip()
    elif what == _RULES:
        from perfrules.review.page import catalogue  # noqa: PLC0415 - a page of a message needs no rulesets
        from perfrules.rules import shipped_review  # noqa: PLC0415

        yield catalogue(shipped_review().rules).rstrip()
    elif what.upper().startswith("PF"):
        raise PerfRulesError(Diagnostic.of(Code.CODE_UNKNOWN, id=what))
    else:
        from perfrules.explaining import explain  # noqa: PLC0415 - as above
        from perfrules.ruleset import Ruleset  # noqa: PLC0415

        yield from explain(Ruleset(), what)


def _explain_in(path: str, name: str | None) -> int:
    from perfrules.explaining import contents, explain  # noqa: PLC0415 - as above
    from perfrules.ruleset import load  # noqa: PLC0415

    ruleset = load(path)
    for diagnostic in ruleset.diagnostics:
        print(diagnostic, file=sys.stderr)
    print("\n".join(contents(ruleset) if name is None else explain(ruleset, name)))
    return UNUSABLE if worst(ruleset.diagnostics) is Severity.ERROR else FINE
