"""`perfrules import`: goal tables in Word, Excel, CSV and HTML files become a ruleset file."""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from perfrules.cli.arguments import Commands
from perfrules.cli.exit_codes import FINDINGS, FINE, UNUSABLE
from perfrules.cli.output import write_whole
from perfrules.cli.sources import source
from perfrules.cli.waiting import Waiting
from perfrules.diagnostics import Code, Diagnostic, Label, PerfRulesError, Severity
from perfrules.source import FilePlace

_EXAMPLE = """例：
  perfrules import 部门整体绩效目标2023.docx -o 2023年.rules
  perfrules import 项目一.xlsx 项目二.xls 项目三.html -o 2023年.rules
  perfrules import 各项目目标表 -o 2023年.rules       （文件夹里的Word、Excel、CSV和网页文件都读）
  perfrules import 目标表.xlsx                        （不写 -o，就显示出来）

读不懂的格、列和句子都列出来，写明在哪个文件、哪个表、第几行第几列，不会悄悄丢掉。已有的输出文件不会被覆盖。

退出码：0 全读进来了；1 有要核对的地方；2 用法不对，或者有文件读不了、没有认出目标表。"""


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "import",
        help="把Word、Excel等文件里的目标表读成规则文件",
        description="把Word（.docx）、Excel（.xlsx、.xls）、CSV和网页（.html）里的绩效目标表读成规则文件（.rules）："
        "项目名称、预算、支出计划、绩效目标、指标和指标值；Word里部门整体绩效目标的文字部分也一起读。",
        epilog=_EXAMPLE,
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="文件，或者装着它们的文件夹；- 表示标准输入")
    parser.add_argument("-o", "--output", metavar="FILE", help="写到这个规则文件里，不能是已有的文件")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Import, and write or print the ruleset; say what has to be looked at."""
    from perfrules.importing import read_goal_tables, ruleset_text  # noqa: PLC0415 - other commands need no files

    if options.output and os.path.exists(options.output):
        raise PerfRulesError(Diagnostic.of(Code.OUTPUT_EXISTS, Label(FilePlace(options.output))))
    files = list(_files(options.files))
    if not files:
        raise PerfRulesError(Diagnostic.of(Code.FOLDER_WITHOUT_FILES, Label(FilePlace(options.files[0]))))
    with Waiting() as waiting:
        waiting.now("读文件", len(files))
        imported = read_goal_tables(*map(source, waiting.each(files)))
    written = ruleset_text(imported, [Path(file).name for file in files if file != "-"])
    diagnostics = (*imported.diagnostics, *written.diagnostics)
    for diagnostic in diagnostics:
        print(diagnostic, file=sys.stderr)
    if written.goal_tables and options.output:
        write_whole(options.output, written.text, options.files)
    elif written.goal_tables:
        print(written.text, end="")
    if options.output:
        count = sum(len(table.indicators) for table in written.goal_tables)
        where = "" if written.goal_tables else "，没有写文件"
        said = f"；有{len(diagnostics)}处请核对，列在上面" if diagnostics else ""
        print(f"读进来{len(written.goal_tables)}张目标表、{count}个指标{where}{said}。", file=sys.stderr)
    severities = {diagnostic.code.severity for diagnostic in diagnostics}
    if Severity.ERROR in severities or not written.goal_tables:
        return UNUSABLE
    return FINDINGS if severities else FINE


def _files(given: list[str]) -> Iterator[str]:
    from perfrules.importing import office_files  # noqa: PLC0415 - other commands need no files

    for file in given:
        if file != "-" and os.path.isdir(file):
            yield from map(str, office_files(Path(file)))
        else:
            yield file
