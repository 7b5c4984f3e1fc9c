"""`perfrules fmt`: ruleset files in their one layout."""

import argparse
import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import attrs

from perfrules.cli.arguments import Commands
from perfrules.cli.exit_codes import FINDINGS, FINE, UNUSABLE
from perfrules.cli.output import replace_text
from perfrules.diagnostics import Diagnostic
from perfrules.evidence import read_bytes

_EXAMPLE = """例：
  perfrules fmt 我的规则.rules
  perfrules fmt rulesets --check
  perfrules fmt rulesets --diff
  perfrules fmt - < 我的规则.rules        （从标准输入读，写到标准输出）

排版只动缩进、空格、空行、冒号和引号，不改一个字的意思，注释都在原处；再排一次不会有变化。有错的文件一个字也不动。

退出码：0 排好了，或者本来就是排好的；1 用了 --check 或 --diff，有文件要排；2 有文件读不了或有错。"""


@attrs.frozen
class _File:
    """A file with its text now and in its layout, or with what is wrong in it."""

    path: Path
    before: str
    after: str
    is_laid_out: bool
    diagnostics: tuple[Diagnostic, ...]


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "fmt",
        help="给规则文件排版",
        description="把规则文件（.rules）排成统一的版式：每级缩进两格，冒号用全角，各栏上下对齐，块与块之间空一行。",
        epilog=_EXAMPLE,
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="规则文件，或者装着它们的文件夹；- 表示标准输入")
    parser.add_argument("--check", action="store_true", help="不写文件，只说哪些文件要排")
    parser.add_argument("--diff", action="store_true", help="不写文件，只显示会有哪些变化")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Lay out each file, or say which are not laid out."""
    if options.paths == ["-"]:
        return _print_laid_out(sys.stdin.buffer.read())
    diagnostics: list[Diagnostic] = []
    changes = False
    for file in _files(options.paths, diagnostics):
        diagnostics.extend(file.diagnostics)
        if file.diagnostics or file.is_laid_out:
            continue
        changes = True
        if options.diff:
            _print_difference(file)
        elif not options.check:
            replace_text(file.path, file.after)
        print(f"{file.path}：{'要排版' if options.check or options.diff else '已排版'}")
    for diagnostic in diagnostics:
        print(diagnostic, file=sys.stderr)
    if diagnostics:
        return UNUSABLE
    return FINDINGS if changes and (options.check or options.diff) else FINE


def _files(paths: list[str], diagnostics: list[Diagnostic]) -> Iterator[_File]:
    """Read and lay out files one by one, each file once."""
    from perfrules.formatting import format_source  # noqa: PLC0415 - other commands need no grammar of lines
    from perfrules.rules.files import MOST_BYTES, files_in, read_source  # noqa: PLC0415

    for path in dict.fromkeys(file for each in paths for file in files_in(Path(each), diagnostics, tests=True)):
        source = read_source(path, diagnostics)
        if source is not None:
            result = format_source(source)
            is_laid_out = read_bytes(path, MOST_BYTES) == result.text.encode()
            yield _File(path, source.text, result.text, is_laid_out, result.diagnostics)


def _print_difference(file: _File) -> None:
    before, after = (text.splitlines() for text in (file.before, file.after))
    for line in unified_diff(before, after, f"{file.path}（现在）", f"{file.path}（排版后）", lineterm=""):
        print(line)


def _print_laid_out(data: bytes) -> int:
    from perfrules.formatting import format_source  # noqa: PLC0415 - as above
    from perfrules.rules.files import decoded  # noqa: PLC0415

    diagnostics: list[Diagnostic] = []
    source = decoded("标准输入", data, diagnostics)
    if source is not None:
        result = format_source(source)
        diagnostics.extend(result.diagnostics)
        print(result.text, end="")
    for diagnostic in diagnostics:
        print(diagnostic, file=sys.stderr)
    return UNUSABLE if diagnostics else FINE
