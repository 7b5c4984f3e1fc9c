"""`perfrules export`: goal tables as the form that is filed, for Excel or Word."""

import argparse
import sys
from pathlib import PurePath

from perfrules.cli.arguments import Commands, add_template
from perfrules.cli.exit_codes import FINE, UNUSABLE
from perfrules.cli.formats import FORMS
from perfrules.cli.output import refuse_inputs, say_written
from perfrules.diagnostics import Code, Diagnostic, PerfRulesError, Severity, worst

_EXAMPLE = """例：
  perfrules export rulesets/gaoxin-keji-2023 -o 绩效目标表.docx
  perfrules export 目标表.rules -o 绩效目标表.xlsx --template 本局模板.xlsx

退出码：0 写好了；2 用法不对，或者有文件读不了，没有写。"""


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "export",
        help="把目标表写成 Excel、Word 的绩效目标表",
        description="把规则文件里的目标表填进绩效目标表的模板，写成可以打印、上报的 Excel 或 Word 文件。",
        epilog=_EXAMPLE,
    )
    parser.add_argument("rules", nargs="+", metavar="RULES", help="目标表文件（.rules），或者装着它们的文件夹")
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="要写的文件，以 .xlsx 或 .docx 结尾")
    add_template(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the goal tables, if all of them could be read."""
    from perfrules.ruleset import load  # noqa: PLC0415 - other commands need no rulesets

    suffix = PurePath(options.output).suffix.lower().removeprefix(".")
    if suffix not in FORMS:
        raise PerfRulesError(Diagnostic.of(Code.FORM_SUFFIX_UNKNOWN, file=options.output))
    refuse_inputs(options.output, options.rules)
    ruleset = load(*options.rules)
    for diagnostic in ruleset.diagnostics:
        print(diagnostic, file=sys.stderr)
    if worst(ruleset.diagnostics) is Severity.ERROR:
        return UNUSABLE
    write = ruleset.to_docx if suffix == "docx" else ruleset.to_xlsx
    write(options.output, options.template)
    say_written(options.output)
    return FINE
